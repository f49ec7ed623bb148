import type { Instant } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { readAnswers } from '../engine/fields.ts';
import type { Answers } from '../engine/kind.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { EntryCommand, Fieldwork, HomeState, Round } from './types.ts';

/** What the office knows at the moment the entry reaches it. */
export interface EntryFacts {
  readonly fieldwork: Fieldwork;
  /** Grids in which the worker holds the post that does this. */
  readonly grids: readonly string[];
  /** The home named, if the community has it. */
  readonly home?: HomeState;
}
/** What was accepted and yet wants a word to the worker. */
export type Remark = 'home-in-other-grid';

export interface EntryDecision {
  readonly round: Round;
  readonly answers: Answers;
  readonly met: boolean;
  /** Where the home lies now; the grid that was walked when the entry is about no home. */
  readonly grid: string;
  readonly risk?: string;
  readonly remarks: readonly Remark[];
}

function metIn({ met }: Round, { plain }: Answers): boolean {
  if (met === undefined) return true;
  const said = plain[met.field];
  return typeof said === 'string' && met.is.includes(said);
}

/** The more urgent of both: what a worker saw at the door raises the risk; only the office lowers it. */
export function raisedRisk({ risks }: Fieldwork, now: string, seen: string | undefined): string {
  const rank = (id: string) => risks.findIndex((risk) => risk.id === id);
  const [before, after] = [rank(now), seen === undefined ? -1 : rank(seen)];
  return after >= 0 && (before < 0 || after < before) ? (seen ?? now) : now;
}

/**
 * Takes down what somebody did on a round. What was seen at a door that has moved to another grid since stays true: it
 * is kept under the grid it lies in now, and the worker is told. Refused: a form that the charter does not have, a home
 * that does not exist, a grid that is not one's own, answers that do not fit the form.
 */
export function decideEntry(
  { round: name, grid, home: named, answers: given }: EntryCommand,
  { fieldwork, grids, home }: EntryFacts,
): Result<EntryDecision, Refusal> {
  const round = Object.hasOwn(fieldwork.rounds, name) ? fieldwork.rounds[name] : undefined;
  if (round === undefined) return err({ code: 'no-such-action', about: name });
  if (!grids.includes(grid)) return err({ code: 'not-yours', about: 'grid' });
  if ((round.about === 'home') !== (named !== undefined))
    return err({ code: 'field-invalid', about: 'home' });
  if (named !== undefined && home === undefined) return err({ code: 'field-invalid', about: 'home' });
  const answers = readAnswers(round.fields, given);
  if (!answers.ok) return answers;
  const seen = round.risk === undefined ? undefined : answers.value.plain[round.risk];
  const risk = home && raisedRisk(fieldwork, home.risk, typeof seen === 'string' ? seen : undefined);
  const elsewhere = home !== undefined && !grids.includes(home.grid);
  return ok({
    round,
    answers: answers.value,
    met: metIn(round, answers.value),
    grid: home?.grid ?? grid,
    ...(risk !== undefined && { risk }),
    remarks: elsewhere ? ['home-in-other-grid'] : [],
  });
}

/** The home after the entry. In whatever order entries arrive, the same home comes out. */
export function evolveHome(
  fieldwork: Fieldwork,
  home: HomeState,
  entry: { readonly at: Instant; readonly met: boolean; readonly risk?: string },
): HomeState {
  const last = Math.max(home.visitedAt ?? 0, entry.met ? entry.at : 0) as Instant;
  return {
    ...home,
    risk: raisedRisk(fieldwork, home.risk, entry.risk),
    ...(last > 0 && { visitedAt: last }),
  };
}
