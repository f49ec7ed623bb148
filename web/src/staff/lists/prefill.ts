import type { Draft } from '../../shared/matter/answers.ts';

/** Answers that one page hands to the form of another, by action. They pass through memory and are never stored. */
const waiting = new Map<string, Readonly<Record<string, Draft>>>();

export const handPrefill = (matter: string, drafts: Readonly<Record<string, Draft>>): void => {
  waiting.set(matter, drafts);
};
export const takePrefill = (matter: string): Readonly<Record<string, Draft>> => waiting.get(matter) ?? {};
