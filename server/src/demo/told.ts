import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Chance } from './chance.ts';

const Lines = z.array(z.string()).min(1);
const AffairTold = z.object({
  affair: z.string(),
  weight: z.number(),
  urgency: z.enum(['critical', 'urgent', 'normal', 'hard']).default('normal'),
  titles: Lines,
  details: Lines,
  done: Lines,
  progress: Lines,
});
const wordNames = [
  'note',
  'returned',
  'extension',
  'extensionYes',
  'extensionNo',
  'inside',
  'whistle',
  'arrive',
  'act',
  'reject',
  'withdraw',
  'exclusion',
  'exclusionYes',
  'exclusionNo',
  'supervise',
  'accepted',
  'sentBack',
  'pleased',
  'basically',
  'dissatisfied',
] as const;
const Told = z.object({
  since: Lines,
  asks: Lines,
  affairs: z.array(AffairTold),
  words: z.record(z.enum(wordNames), Lines),
  deeds: z.object({ titles: Lines, details: Lines }),
});
export type AffairTold = z.infer<typeof AffairTold>;
export type Told = z.infer<typeof Told>;
export type WordName = (typeof wordNames)[number];

/** What the people of the demonstration say; see told.yaml. */
export const readTold = (): Told =>
  Told.parse(parse(readFileSync(new URL('./told.yaml', import.meta.url), 'utf8')));

/** Where something is said of, in the words of the place. */
export interface Spoken {
  readonly compound: string;
  readonly building: string;
  readonly road: string;
}

/** The line with its places and figures filled in. */
export function fill(line: string, { compound, building, road }: Spoken, chance: Chance): string {
  const values: Readonly<Record<string, () => string>> = {
    院: () => compound,
    楼: () => building,
    路: () => road,
    单元: () => String(chance.between(1, 4)),
    层: () => String(chance.between(2, 6)),
    天: () => chance.pick(['三', '四', '五', '六', '八', '十', '十来']),
    点: () => chance.pick(['七', '八', '九', '十', '十一']),
  };
  return line.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`told.yaml asks for {${name}}`);
    return value();
  });
}
