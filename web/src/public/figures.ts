import type { Json } from '../shared/matter/types.ts';

/** One row of a published ranking; percentages are text, already rounded. */
export interface FigureRow {
  readonly key: string;
  readonly title: string;
  readonly rank?: number;
  readonly opened?: number;
  readonly calls?: number;
  readonly contactedRate?: string;
  readonly solvedRate?: string;
  readonly satisfiedRate?: string;
  readonly score?: string;
}
export interface Figures {
  readonly month?: string;
  readonly formula?: string;
  readonly rows: readonly FigureRow[];
  readonly total?: FigureRow;
}

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const rates = ['contactedRate', 'solvedRate', 'satisfiedRate', 'score'] as const;
const counts = ['rank', 'opened', 'calls'] as const;

function rowIn(value: Json | undefined): FigureRow | undefined {
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const texts = rates.flatMap((name) => {
    const rate = value[name];
    return typeof rate === 'string' ? [[name, rate]] : [];
  });
  const numbers = counts.flatMap((name) => {
    const count = value[name];
    return typeof count === 'number' ? [[name, count]] : [];
  });
  return {
    key: String(value['key'] ?? ''),
    title: value['title'],
    ...Object.fromEntries([...texts, ...numbers]),
  };
}

/** The table in a published notice; undefined when the notice carries none that can be drawn. */
export function readFigures(value: Json | undefined): Figures | undefined {
  if (!isRecord(value) || !Array.isArray(value['rows'])) return undefined;
  const rows = value['rows'].flatMap((row: Json) => rowIn(row) ?? []);
  const total = rowIn(value['total']);
  const { month, formula } = value;
  return {
    rows,
    ...(typeof month === 'string' && { month }),
    ...(typeof formula === 'string' && { formula }),
    ...(total !== undefined && { total }),
  };
}
