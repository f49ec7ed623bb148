import type { Duration } from '../calendar/calendar.ts';
import type { ActorRule, Procedure } from '../engine/types.ts';
import { type Asks, citation, type LawRule, type LawValue } from '../law/law.ts';
import type { AllocateConfig } from '../steps/allocate/config.ts';
import type { MeetConfig } from '../steps/meet/config.ts';
import type { VoteConfig } from '../steps/vote/config.ts';
import { findMeasure } from '../voting/legs.ts';
import type { Leg, Question, RollRule } from '../voting/types.ts';
import type { Problem } from './problem.ts';

export type Fault = Omit<Problem, 'file'>;

/** What a vote and a meeting have in common: somebody decides, by a rule. */
export interface Deciding {
  readonly name: string;
  readonly path: string;
  readonly roll: RollRule;
  readonly attends: readonly Leg[];
  /** None of a meeting that decides nothing. */
  readonly passes: readonly Leg[];
  readonly question: Question;
  readonly notice: Duration;
  /** Who gives the notice, and who hears of it beside those on the roll. */
  readonly knows: readonly ActorRule[];
  /** Of a vote whoever takes part votes: those present are those who cast. */
  readonly isVote: boolean;
  readonly law: readonly string[];
}

export function decidingIn(procedure: Procedure): readonly Deciding[] {
  return Object.entries(procedure.steps).flatMap(([name, step]): Deciding[] => {
    const { tells } = step.config as Pick<VoteConfig, 'tells'>;
    const knows = [step.by, tells].filter((rule) => rule !== undefined);
    const at = { name, path: `steps.${name}`, law: step.law, knows };
    if (step.kind === 'vote') {
      const { roll, attends, passes, question, notice } = step.config as VoteConfig;
      return [{ ...at, roll, attends, passes, question, notice, isVote: true }];
    }
    if (step.kind === 'allocate') {
      const { roll, attends, notice } = step.config as AllocateConfig;
      return [{ ...at, roll, attends, passes: [], question: { kind: 'choose' }, notice, isVote: true }];
    }
    if (step.kind !== 'meet') return [];
    const { of: roll, attends, passes = [], notice } = step.config as MeetConfig;
    return [{ ...at, roll, attends, passes, question: { kind: 'approve' }, notice, isVote: false }];
  });
}

export const cited = (rule: LawRule): string => `${citation(rule.source)}（${rule.id}）`;

/** By what its roll decides or elects, beside what its step names; a demand decides nothing. */
export function rulesFor({ law, roll, question, passes }: Deciding): readonly string[] {
  if (question.kind === 'sign-on' || passes.length === 0) return law;
  return [...new Set([...law, ...(question.kind === 'elect' ? roll.elections : roll.law)])];
}

export type Share = Extract<LawValue, { kind: 'share' }>;
export const sharesOf = (rule: LawRule, asked: Asks): readonly Share[] =>
  Object.values(rule.values).filter(
    (value): value is Share => value.kind === 'share' && value.asks === asked,
  );

/** What may be counted among those on the roll: nobody measures area where there are no owners. */
export const countable = (roll: RollRule): readonly string[] => [
  ...roll.countsAs,
  'attendees',
  'ballots-cast',
  ...(roll.from === 'owners' ? ['participating-area', 'participating-heads'] : []),
];

/** Whether the law's condition speaks of this roll: of its whole under that name, or of whoever takes part in anything. */
export const isOf = ({ of }: Share, roll: RollRule): boolean =>
  roll.countsAs.includes(of) || findMeasure(of)?.base !== 'whole';

export const listIn = (rule: LawRule, name: string): readonly string[] => {
  const value = rule.values[name];
  return value?.kind === 'list' ? value.items : [];
};
