import type { Say } from '../shared/matter/dates.ts';

/** 'YYYY-MM' as people write a month; other text stays as it is. */
export function monthText(month: string | undefined, say: Say): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month ?? '');
  return parts === null ? (month ?? '') : say('public.month', { year: parts[1], month: Number(parts[2]) });
}
