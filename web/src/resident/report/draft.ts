import { useCallback, useState } from 'react';
import type { Json } from '../../shared/api/bodies.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { keep, kept } from '../../shared/ui/keep.ts';

/** A report as far as it is written. */
export interface ReportDraft {
  /** Stays the same until the report has arrived, so that sending twice never reports twice. */
  readonly commandId: string;
  readonly text: string;
  readonly address: string;
  /** WGS-84 degrees. */
  readonly spot?: { readonly lat: number; readonly long: number };
  readonly community?: string;
  /** Smallest place of the tree that holds the spot. */
  readonly place?: string;
  readonly affair?: string;
  /** Photos belong to the community they were sent to. */
  readonly photos: Readonly<Record<string, readonly Json[]>>;
  readonly phone: string;
  readonly openText: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const emptyDraft = (): ReportDraft => ({
  commandId: newId(),
  text: '',
  address: '',
  photos: {},
  phone: '',
  openText: false,
});

function spotIn(value: unknown): ReportDraft['spot'] {
  if (!isObject(value)) return undefined;
  const { lat, long } = value;
  return typeof lat === 'number' && typeof long === 'number' ? { lat, long } : undefined;
}

/** What was kept on this device, whoever wrote it: unknown parts are left out. */
export function readDraft(text: string | undefined): ReportDraft {
  const value = parse(text);
  if (!isObject(value)) return emptyDraft();
  const spot = spotIn(value['spot']);
  const optional = (name: 'community' | 'place' | 'affair') =>
    typeof value[name] === 'string' ? { [name]: value[name] } : {};
  const photos = isObject(value['photos']) ? value['photos'] : {};
  return {
    ...emptyDraft(),
    ...(typeof value['commandId'] === 'string' && { commandId: value['commandId'] }),
    text: textIn(value['text']),
    address: textIn(value['address']),
    ...(spot !== undefined && { spot }),
    ...optional('community'),
    ...optional('place'),
    ...optional('affair'),
    photos: Object.fromEntries(
      Object.entries(photos).flatMap(([name, some]) => (Array.isArray(some) ? [[name, some as Json[]]] : [])),
    ),
    phone: textIn(value['phone']),
    openText: value['openText'] === true,
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Drafting {
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
  /** Leaves a part out again. */
  readonly drop: (...names: readonly ('spot' | 'community' | 'place' | 'affair')[]) => void;
  readonly forget: () => void;
}

const without = (draft: ReportDraft, names: readonly string[]): ReportDraft =>
  Object.fromEntries(
    Object.entries(draft).filter(([name]) => !names.includes(name)),
  ) as unknown as ReportDraft;

/** The unfinished report outlives the page and the browser, on this device, until it has arrived. */
export function useReportDraft(key = 'liren.draft.report'): Drafting {
  const [draft, setDraft] = useState(() => readDraft(kept(key)));
  const update = useCallback(
    (next: (before: ReportDraft) => ReportDraft) => {
      setDraft((before) => {
        const after = next(before);
        keep(key, JSON.stringify(after));
        return after;
      });
    },
    [key],
  );
  const change = useCallback(
    (part: Partial<ReportDraft>) => update((before) => ({ ...before, ...part })),
    [update],
  );
  const drop = useCallback(
    (...names: readonly string[]) => update((before) => without(before, names)),
    [update],
  );
  const forget = useCallback(() => {
    setDraft(emptyDraft());
    keep(key, undefined);
  }, [key]);
  return { draft, change, drop, forget };
}
