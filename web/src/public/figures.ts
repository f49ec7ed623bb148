import type { Json } from '../shared/api/bodies.ts';

/** One row of a published ranking; percentages are text, already rounded. */
export interface FigureRow {
  readonly title: string;
  readonly rank?: number;
  /** People who were reached and answered; every rate is a part of them. */
  readonly calls?: number;
  readonly contacted?: string;
  readonly solved?: string;
  readonly satisfied?: string;
  readonly score?: string;
}
/** 'organ', 'community', 'class' or 'street'. */
export interface Ranking {
  readonly by: string;
  readonly rows: readonly FigureRow[];
  readonly total?: FigureRow;
}
export interface Figures {
  readonly month?: string;
  readonly formula?: string;
  readonly rankings: readonly Ranking[];
}

type Fields = Readonly<Record<string, Json>>;
const isRecord = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowIn(value: Json | undefined): FigureRow | undefined {
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const known = (['contacted', 'solved', 'satisfied', 'score'] as const).flatMap((name) => {
    const rate = value[name];
    return typeof rate === 'string' ? [[name, rate]] : [];
  });
  const counts = (['rank', 'calls'] as const).flatMap((name) => {
    const count = value[name];
    return typeof count === 'number' ? [[name, count]] : [];
  });
  return { title: value['title'], ...Object.fromEntries([...known, ...counts]) };
}

function rankingIn(value: Json | undefined): Ranking | undefined {
  if (!isRecord(value) || !Array.isArray(value['rows'])) return undefined;
  const total = rowIn(value['total']);
  return {
    by: typeof value['by'] === 'string' ? value['by'] : 'organ',
    rows: value['rows'].flatMap((row: Json) => rowIn(row) ?? []),
    ...(total !== undefined && { total }),
  };
}

/** The tables in a published notice; undefined when the notice carries none that can be drawn. */
export function readFigures(value: Json | undefined): Figures | undefined {
  const first = rankingIn(value);
  if (first === undefined || !isRecord(value)) return undefined;
  const { month, formula, others } = value;
  return {
    rankings: [
      first,
      ...(Array.isArray(others) ? others.flatMap((each: Json) => rankingIn(each) ?? []) : []),
    ],
    ...(typeof month === 'string' && { month }),
    ...(typeof formula === 'string' && { formula }),
  };
}
