import type { CivilDate } from '../basics/ids.ts';
import type { Problem } from '../checker/problem.ts';
import { citation, findParameter, findRule, getParameter, type LawBook } from './law.ts';

/** What is erased when its term is over. */
export const retentionRules = [
  'matterContacts',
  'matterWords',
  'messages',
  'fieldWords',
  'registryHistory',
  'looks',
  'signInTrail',
] as const;
export type RetentionRule = (typeof retentionRules)[number];

const monthsOf = (value: { readonly kind: string } | undefined): number | undefined => {
  const time = value as { kind: string; amount?: number; unit?: string } | undefined;
  if (time?.kind !== 'time' || time.amount === undefined) return undefined;
  if (time.unit === 'years') return time.amount * 12;
  return time.unit === 'months' ? time.amount : undefined;
};

/** Months after which each rule erases, on the day. Throws where a checked library cannot lack one. */
export function retentionTerms(book: LawBook, on: CivilDate): Readonly<Record<RetentionRule, number>> {
  const { values } = getParameter(book, 'retention', on);
  const term = (rule: RetentionRule): number => {
    const months = monthsOf(values[rule]);
    if (months === undefined) throw new Error(`retention lacks ${rule}`);
    return months;
  };
  return Object.fromEntries(retentionRules.map((rule) => [rule, term(rule)])) as Record<
    RetentionRule,
    number
  >;
}

/** Terms that the law sets from below: 网络安全法 23 for logs, 个人信息保护法 56 for records of processing. */
const floors = [
  ['signInTrail', 'SEC-1', 'keepLogs'],
  ['looks', 'PIPL-7', 'keepRecords'],
] as const;

/** What is missing, no whole number of months, or shorter than the law lets it be. */
export function retentionProblems(book: LawBook, on: CivilDate): readonly Problem[] {
  const file = 'law/personal-data.yaml';
  const values = findParameter(book, 'retention', on)?.values ?? {};
  const path = (rule: RetentionRule) => `parameters.retention.${rule}`;
  const wrong = retentionRules
    .filter((rule) => !Number.isInteger(monthsOf(values[rule])) || Number(monthsOf(values[rule])) < 1)
    .map((rule) => ({ file, path: path(rule), reason: '没有写保存几个月，或者不到一个月' }));
  const short = floors.flatMap(([rule, id, name]) => {
    const law = findRule(book, id, on);
    const least = monthsOf(law?.values[name]);
    const months = monthsOf(values[rule]);
    return law === undefined || least === undefined || months === undefined || months >= least
      ? []
      : [
          {
            file,
            path: path(rule),
            reason: `保存 ${months} 个月，少于法律要求的 ${least} 个月`,
            help: `改成 { op: "=", months: ${least} } 或更长`,
            law: `${citation(law.source)}（${id}）`,
          },
        ];
  });
  return [...wrong, ...short];
}

/** The same day so many months earlier, or the last of its month; whatever is older than this goes. */
export function monthsBefore(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as CivilDate;
}
