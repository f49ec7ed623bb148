import type { Instant } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { readAnswers } from '../engine/fields.ts';
import type { Answers } from '../engine/kind.ts';
import type { Refusal } from '../engine/refusal.ts';
import { faultsIn, lackingIn } from './checklist.ts';
import type { EntryCommand, Fieldwork, HomeState, InspectedState, Round } from './types.ts';

/** What the office knows at the moment the entry reaches it. */
export interface EntryFacts {
  readonly fieldwork: Fieldwork;
  /** Grids in which the worker holds the post that does this. */
  readonly grids: readonly string[];
  /** The home named, if the community has it. */
  readonly home?: HomeState;
  /** The organisation named, if the community has it. */
  readonly organisation?: InspectedState;
}
/** What was accepted and yet wants a word to the worker. */
export type Remark = 'home-in-other-grid' | 'organisation-in-other-grid';

export interface EntryDecision {
  readonly round: Round;
  readonly answers: Answers;
  readonly met: boolean;
  /** Where the home lies now; the grid that was walked when the entry is about no home. */
  readonly grid: string;
  /** What an inspection found not in order. */
  readonly faults: ReturnType<typeof faultsIn>;
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

/** What is wrong with that of which the entry speaks: it is of the round's sort, known, and of a kind that is inspected. */
function aboutFault(
  round: Round,
  command: EntryCommand,
  facts: EntryFacts,
): 'home' | 'organisation' | undefined {
  for (const sort of ['home', 'organisation'] as const) {
    const isNamed = command[sort] !== undefined;
    if ((round.about === sort) !== isNamed || (isNamed && facts[sort] === undefined)) return sort;
  }
  const kind = facts.organisation?.kind;
  return kind === undefined || round.inspects?.kinds.includes(kind) ? undefined : 'organisation';
}

/** The answers, complete: a checklist of a place that was open leaves no item out. */
function readEntry(round: Round, given: JsonObject): Result<{ answers: Answers; met: boolean }, Refusal> {
  const answers = readAnswers(round.fields, given);
  if (!answers.ok) return answers;
  const met = metIn(round, answers.value);
  const { plain, sealed } = answers.value;
  const [lacking] = met && round.checklist ? lackingIn(round.checklist.items, { ...plain, ...sealed }) : [];
  return lacking === undefined
    ? ok({ answers: answers.value, met })
    : err({ code: 'field-required', about: lacking });
}

function riskSeen({ risk }: Round, { plain }: Answers): string | undefined {
  const seen = risk === undefined ? undefined : plain[risk];
  return typeof seen === 'string' ? seen : undefined;
}

/**
 * Takes down what somebody did on a round. What was seen at a door that has moved to another grid since stays true: it
 * is kept under the grid it lies in now, and the worker is told. Refused: a form that the charter does not have, a home
 * or organisation that does not exist, a grid that is not one's own, answers that do not fit the form.
 */
export function decideEntry(command: EntryCommand, facts: EntryFacts): Result<EntryDecision, Refusal> {
  const { round: name, grid } = command;
  const { fieldwork, grids, home, organisation } = facts;
  const round = Object.hasOwn(fieldwork.rounds, name) ? fieldwork.rounds[name] : undefined;
  if (round === undefined) return err({ code: 'no-such-action', about: name });
  if (!grids.includes(grid)) return err({ code: 'not-yours', about: 'grid' });
  const about = aboutFault(round, command, facts);
  if (about !== undefined) return err({ code: 'field-invalid', about });
  const read = readEntry(round, command.answers);
  if (!read.ok) return read;
  const { answers, met } = read.value;
  const risk = home && raisedRisk(fieldwork, home.risk, riskSeen(round, answers));
  const place = home ?? organisation;
  const elsewhere = place !== undefined && !grids.includes(place.grid);
  return ok({
    round,
    answers,
    met,
    grid: place?.grid ?? grid,
    faults: met && round.checklist !== undefined ? faultsIn(round.checklist, answers.plain) : [],
    ...(risk !== undefined && { risk }),
    remarks: elsewhere ? [home === undefined ? 'organisation-in-other-grid' : 'home-in-other-grid'] : [],
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
