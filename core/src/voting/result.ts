import type { Json, JsonObject } from '../basics/json.ts';
import type { Option } from './facts.ts';
import { type Verdict, type VoteRule, verdictOf } from './outcome.ts';
import { ballotsDigest, mayTell } from './published.ts';
import type { Ballot, Bases, Question, Sum, Tally } from './types.ts';

/** What is asked, of what options, and what it takes: all that a count is held against. */
export interface Asked extends VoteRule {
  readonly question: Question;
  /** `hands`: counted in the room, without ballots. */
  readonly ballot: 'hands' | 'named' | 'secret';
  readonly options: readonly Option[];
  /** To fill now. */
  readonly seats: number;
}

const plain = ({ heads, area }: Sum): Sum => ({ heads, area });

/**
 * What the record says of a count. Whoever has the published list does it again from the rule, the roll and the ballots
 * alone (see `recount`).
 * @param ballots absent where hands were counted, or where only the figures are at hand.
 */
export function resultOf(
  { question, ballot, options, seats, ...rule }: Asked,
  { whole, present }: Pick<Bases, 'whole' | 'present'>,
  counted: Tally,
  ballots?: readonly Ballot[],
): JsonObject & { readonly outcome: Verdict['outcome'] } {
  const bases: Bases = { whole: plain(whole), present: plain(present), cast: counted.cast };
  const ids = options.map(({ id }) => id);
  const { outcome, turnout, consent, elected, runOff } = verdictOf(
    question,
    rule,
    bases,
    counted,
    ids,
    seats,
  );
  const named = (chosen: readonly string[]): Json =>
    options.filter(({ id }) => chosen.includes(id)).map(({ id, title }) => ({ id, title }));
  const decided = { outcome, elected: named(elected), runOff: named(runOff) };
  // A secret count that would tell how somebody voted is held back: what was decided is told, and nothing more.
  if (ballot === 'secret' && ballots !== undefined && !mayTell(ballots)) return { ...decided, held: true };
  return {
    ...decided,
    held: false,
    tally: counted as unknown as Json,
    bases: bases as unknown as Json,
    turnout: turnout as unknown as Json,
    consent: consent as unknown as Json,
    ...(ballots !== undefined && { ballots: ballots.length, digest: ballotsDigest(ballots) }),
  };
}
