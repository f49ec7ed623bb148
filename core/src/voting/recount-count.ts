import { asJson, canonical } from '../basics/canonical.ts';
import type { Option } from './facts.ts';
import { allMet, consentOf } from './legs.ts';
import { ballotsDigest } from './published.ts';
import type { RecountFaultCode } from './recount-fault.ts';
import type { Counted, Rule } from './recount-shapes.ts';
import { type Asked, resultOf } from './result.ts';
import { seatsOf, sumOf, tally, withSilent } from './tally.ts';
import { type Ballot, type Bases, nothing, type Sum, type Tally } from './types.ts';

/** One stay in a vote or a meeting, as far as the record has been read. */
export interface Stay {
  readonly step: string;
  readonly n: number;
  readonly kind: 'vote' | 'meet';
  readonly rule: Rule;
  readonly seats: number;
  candidates: readonly Option[];
  roll?: Sum;
  announced?: { readonly closesAt: number; readonly options: readonly Option[] };
  /** Of a meeting, those who were there when it began. */
  present?: Sum;
  decided?: string;
}
export type Say = (code: RecountFaultCode, where?: string) => void;

/** Equal as they would be written; what is no JSON equals nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  const [one, other] = [asJson(a), asJson(b)];
  return one.ok && other.ok && canonical(one.value) === canonical(other.value);
}

const titled = (options: readonly Option[] = []): readonly Option[] =>
  options.map(({ id, title }) => ({ id, title }));

export const askedIn = ({ rule, announced, seats }: Stay, approve: readonly Option[]): Asked => ({
  question: rule.question ?? { kind: 'approve' },
  ballot: rule.ballot ?? 'hands',
  attends: rule.attends ?? [],
  passes: rule.passes ?? [],
  options: announced?.options ?? approve,
  seats,
});

/** The figures among themselves, where there are no ballots to count: nobody chose more than may be chosen. */
function addsUp(asked: Asked, told: Counted): boolean {
  const { cast, options, invalid } = told.tally;
  const ids = asked.options.map(({ id }) => id);
  if (!isSame(Object.keys(options).sort(), ids.toSorted())) return false;
  const sums = Object.values(options);
  return (['heads', 'area'] as const).every((by) => {
    const all = sums.reduce((total, each) => total + each[by], invalid[by]);
    if (seatsOf(asked.question) > 1) return sums.every((each) => each[by] + invalid[by] <= cast[by]);
    // At a tie the silent stand with nobody, and still took part.
    return all === cast[by] || (told.silent !== undefined && all + told.silent[by] === cast[by]);
  });
}

const handsAsTold = ({ tally: { options }, ...told }: Counted): boolean =>
  (['for', 'against', 'abstain'] as const).every((each) => (told[each] ?? 0) === options[each]?.heads);

/** Counted from the ballots; without them what the record says, if it adds up. */
function countIn(
  stay: Stay,
  asked: Asked,
  told: Counted,
  ballots: readonly Ballot[] | undefined,
  say: Say,
): Tally {
  if (ballots !== undefined) {
    const ids = asked.options.map(({ id }) => id);
    const cast = tally(asked.question, ids, ballots, asked.seats);
    return stay.rule.silent === undefined ? cast : withSilent(cast, told.silent ?? nothing);
  }
  if (!addsUp(asked, told) || (asked.ballot === 'hands' && !handsAsTold(told))) say('tally-differs');
  return told.tally;
}

function compareFigures(again: Counted, told: Counted, say: Say): void {
  const differs: readonly (readonly [RecountFaultCode, unknown, unknown])[] = [
    ['tally-differs', again.tally, told.tally],
    ['whole-differs', again.bases.whole, told.bases.whole],
    ['present-differs', again.bases.present, told.bases.present],
    ['cast-differs', again.bases.cast, told.bases.cast],
    ['turnout-differs', again.turnout, told.turnout],
    ['consent-differs', again.consent, told.consent],
  ];
  for (const [code, mine, theirs] of differs) if (!isSame(mine, theirs)) say(code);
}

function compareList(told: Counted, ballots: readonly Ballot[], say: Say): void {
  if (told.ballots !== ballots.length) say('number-differs');
  if (told.digest !== ballotsDigest(ballots)) say('digest-differs');
  const seen = new Set<string>();
  for (const { code } of ballots) {
    if (seen.has(code)) say('code-twice', code);
    seen.add(code);
  }
}

/** Whether somebody could still have voted; a demand may be closed as soon as it has its names. */
function isEarly({ announced, rule }: Stay, asked: Asked, bases: Bases, counted: Tally, at: number): boolean {
  if (announced === undefined || at >= announced.closesAt || bases.present.heads >= bases.whole.heads)
    return false;
  const isDemand = rule.question?.kind === 'sign-on';
  return !(isDemand && allMet(consentOf(asked.passes, bases, sumOf(counted, 'for'))));
}

const exceeds = (part: Sum, whole: Sum): boolean => part.heads > whole.heads || part.area > whole.area;

function compareDecision(again: Counted, told: Counted, say: Say): void {
  if (again.held !== told.held) say('held-differs');
  if (again.outcome !== told.outcome) say('outcome-differs');
  if (!isSame(again.elected, titled(told.elected))) say('elected-differs');
  if (!isSame(again.runOff, titled(told.runOff))) say('run-off-differs');
}

/** Who takes part in a vote casts a ballot; in a meeting somebody may be there and say nothing. */
function presentIn(stay: Stay, told: Counted, counted: Tally): Sum {
  if (stay.kind === 'vote') return counted.cast;
  return told.held ? (stay.present ?? nothing) : told.bases.present;
}

/** Does a count again and says each thing that the record has otherwise. */
export function judge(
  stay: Stay,
  asked: Asked,
  told: Counted,
  ballots: readonly Ballot[] | undefined,
  at: number,
  say: Say,
): void {
  const counted = countIn(stay, asked, told, ballots, say);
  const whole = stay.roll ?? nothing;
  const bases: Bases = { whole, present: presentIn(stay, told, counted), cast: counted.cast };
  const again = resultOf(asked, bases, counted, ballots) as unknown as Counted;
  compareDecision(again, told, say);
  if (stay.roll === undefined) say('roll-missing');
  else if (exceeds(bases.cast, whole)) say('more-than-roll');
  if (exceeds(bases.cast, bases.present) || exceeds(bases.present, whole)) say('present-differs');
  if (isEarly(stay, asked, bases, counted, at)) say('counted-early');
  if (told.held) return;
  if (ballots !== undefined) compareList(told, ballots, say);
  if (!again.held) compareFigures(again, told, say);
}
