import { addVotes, computeMap, type OpinionMap } from '@liren/core/opinion/opinion-map.ts';
import { adjustedRand } from '@liren/core/opinion/rand-index.ts';
import type { CastVote, Vote } from '@liren/core/opinion/types.ts';
import { type BenchOptions, type Say, spread, table } from './measure.ts';

/**
 * As large as the largest that Polis is reported to have had (33,422 people, 783 statements: 519.6 s cold,
 * compdemocracy/polis#2676). In Polis's own large exports people answer 20 to 130 statements; here 32 on average, unevenly: 4 %.
 */
const size = { people: 33_000, statements: 800, answered: 32, added: 100 };
const limits = { coldSeconds: 20, warmSeconds: 1 };

/** The same numbers every time (xorshift). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Three camps, of a half, a third and a sixth, whose people lean to them more or less; a statement speaks to one of two
 * questions, or to none. Statements come bit by bit, so that early people could not answer late ones.
 */
function conversation(): readonly CastVote[] {
  const next = chance(20_261_128);
  const normal = (): number => next() + next() + next() + next() - 2;
  const camps = [
    { x: -1, y: -0.4 },
    { x: 1, y: -0.4 },
    { x: 0, y: 1.2 },
  ] as const;
  const statements = Array.from({ length: size.statements }, () => ({
    x: normal() * 2,
    y: normal() * 2,
    liked: normal(),
  }));
  const answer = (
    { x: a, y: b, liked }: { x: number; y: number; liked: number },
    x: number,
    y: number,
  ): Vote => {
    const lean = a * x + b * y + liked + normal();
    return Math.abs(lean) < 0.25 ? 0 : lean > 0 ? 1 : -1;
  };
  const answersOf = (person: number): readonly Omit<CastVote, 'at'>[] => {
    const by = next();
    const camp = camps[by < 0.5 ? 0 : by < 5 / 6 ? 1 : 2];
    const x = camp.x + normal() * 0.5;
    const y = camp.y + normal() * 0.5;
    const there = statements.slice(0, 40 + Math.floor((person / size.people) * 1.2 * size.statements));
    const many = Math.min(there.length, 1 + Math.floor(-Math.log(1 - next()) * size.answered));
    const chosen = new Set<number>();
    while (chosen.size < many) chosen.add(Math.floor(next() * there.length));
    return [...chosen].flatMap((at) => {
      const statement = there[at];
      if (statement === undefined) return [];
      return [{ voter: String(person), statement: String(at), vote: answer(statement, x, y) }];
    });
  };
  const votes: CastVote[] = [];
  for (let person = 0; person < size.people; person++)
    for (const one of answersOf(person)) votes.push({ ...one, at: votes.length });
  return votes;
}

const groupsOf = ({ people }: OpinionMap): ReadonlyMap<string, number> =>
  new Map(people.map(({ voter, group }) => [voter, group]));

/** Seconds of the clock, and of the processor: on a busy machine only these compare. */
function timed<T>(work: () => T): { readonly done: T; readonly clock: number; readonly processor: number } {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const done = work();
  const clock = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { done, clock, processor: (user + system) / 1e6 };
}

/** A city's conversation cold, and a hundred votes more at a time; then the conversations that Polis published. */
export async function bench({ rounds = 5 }: BenchOptions, say: Say): Promise<void> {
  const votes = conversation();
  const before = votes.slice(0, votes.length - rounds * size.added);
  const cold = timed(() => computeMap(before));
  const warm: { readonly clock: number; readonly processor: number }[] = [];
  let state = cold.done;
  for (let from = before.length; from < votes.length; from += size.added) {
    const step = timed(() => addVotes(state, votes.slice(from, from + size.added)));
    state = step.done;
    warm.push(step);
  }
  const whole = computeMap(votes);
  const row = (name: string, spans: readonly number[], limit: number): (string | number)[] => [
    name,
    spread(spans),
    limit,
    Math.max(...spans) / limit,
  ];
  say(
    table([
      ['seconds', 'median', 'limit', 'worst ÷ limit'],
      row('cold, clock', [cold.clock], limits.coldSeconds),
      row('cold, processor', [cold.processor], limits.coldSeconds),
      row(
        `${size.added} votes more, clock`,
        warm.map(({ clock }) => clock),
        limits.warmSeconds,
      ),
      row(
        `${size.added} votes more, processor`,
        warm.map(({ processor }) => processor),
        limits.warmSeconds,
      ),
    ]),
  );
  const share = (100 * votes.length) / size.people / size.statements;
  say(
    `${size.people} people, ${size.statements} statements, ${votes.length} votes (${share.toFixed(1)} % filled); groups of ${whole.map.groups.map((group) => group.size).join(', ')}`,
  );
  const agreement = adjustedRand(groupsOf(state.map), groupsOf(whole.map));
  say(
    `bit by bit ÷ all at once: adjusted Rand index ${agreement.toFixed(4)}; Polis reports 519.6 s cold at this size`,
  );
}
