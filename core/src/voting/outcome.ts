import { allMet, consentOf, type LegResult, turnoutOf } from './legs.ts';
import { seatsOf, sumOf } from './tally.ts';
import type { Bases, Leg, Question, Sum, Tally } from './types.ts';

export interface VoteRule {
  readonly attends: readonly Leg[];
  readonly passes: readonly Leg[];
}
/** What was decided, with every condition and how far it was met. */
export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'elected' | 'run-off';
  readonly turnout: readonly LegResult[];
  /** Of the motion; of an election, those of each candidate stand in `candidates`. */
  readonly consent: readonly LegResult[];
  /** Of an election: the elected, most votes first, and who stands in the run-off. */
  readonly elected: readonly string[];
  readonly runOff: readonly string[];
}

const motion = (rule: VoteRule, bases: Bases, agreed: Sum): Verdict => {
  const turnout = turnoutOf(rule.attends, bases);
  const consent = consentOf(rule.passes, bases, agreed);
  const passed = allMet(turnout) && allMet(consent);
  return { outcome: passed ? 'passed' : 'failed', turnout, consent, elected: [], runOff: [] };
};

interface Standing {
  readonly option: string;
  readonly votes: number;
}
/** Most votes first; between equals the order tells nothing and decides nothing. */
const standings = (counted: Tally, options: readonly string[]): readonly Standing[] =>
  options
    .map((option) => ({ option, votes: sumOf(counted, option).heads }))
    .sort((a, b) => b.votes - a.votes || (a.option < b.option ? -1 : 1));

/** The first `n`, unless the last of them ties with the next: then only those clearly ahead of the tie. */
function clearFirst(ordered: readonly Standing[], n: number): readonly Standing[] {
  const first = ordered.slice(0, n);
  const next = ordered[n];
  return next === undefined ? first : first.filter(({ votes }) => votes > next.votes);
}

/** The first `n` and whoever ties with the last of them. */
function firstWithTies(ordered: readonly Standing[], n: number): readonly Standing[] {
  const last = ordered[n - 1];
  return last === undefined ? ordered : ordered.filter(({ votes }) => votes >= last.votes);
}

/**
 * 当选: whoever meets the conditions, most votes first, as far as there are seats (村组法 18, 居组法 14、19). Who ties for the
 * last seat is not elected by lot but stands again. Of the others the first, one more than the seats left, stand in the
 * run-off, so that it too has more candidates than seats.
 */
function election(
  question: Extract<Question, { kind: 'elect' }>,
  seats: number,
  rule: VoteRule,
  bases: Bases,
  counted: Tally,
  options: readonly string[],
): Verdict {
  const turnout = turnoutOf(rule.attends, bases);
  const ordered = standings(counted, options);
  const able = ordered.filter(({ option }) => allMet(consentOf(rule.passes, bases, sumOf(counted, option))));
  const chosen = allMet(turnout) ? clearFirst(able, seats) : [];
  const elected = chosen.map(({ option }) => option);
  const others = ordered.filter(({ option }) => !elected.includes(option));
  const left = seats - elected.length;
  const again = left === 0 || !allMet(turnout) ? [] : firstWithTies(others, left + 1);
  const filled = question.seats - left;
  const stands = left === 0 || (question.runOff && filled >= question.least);
  const outcome = !allMet(turnout)
    ? 'failed'
    : stands
      ? 'elected'
      : again.length === 0
        ? 'failed'
        : 'run-off';
  return {
    outcome,
    turnout,
    consent: [],
    elected,
    runOff: outcome === 'run-off' ? again.map(({ option }) => option) : [],
  };
}

/**
 * What the ballots decide under the rule. Of `choose` the option with most heads is the one that the conditions are asked
 * of; a tie for the first place decides nothing.
 * @param seats to fill now: all, or those left over in a run-off.
 */
export function verdictOf(
  question: Question,
  rule: VoteRule,
  bases: Bases,
  counted: Tally,
  options: readonly string[],
  seats = seatsOf(question),
): Verdict {
  if (question.kind === 'elect') return election(question, seats, rule, bases, counted, options);
  if (question.kind !== 'choose') return motion(rule, bases, sumOf(counted, 'for'));
  const [first] = clearFirst(standings(counted, options), 1);
  const verdict = motion(
    rule,
    bases,
    first === undefined ? { heads: 0, area: 0 } : sumOf(counted, first.option),
  );
  return first === undefined || verdict.outcome !== 'passed'
    ? { ...verdict, outcome: 'failed' }
    : { ...verdict, elected: [first.option] };
}
