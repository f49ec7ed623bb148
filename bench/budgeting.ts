import { allocate } from '@liren/core/budgeting/allocate.ts';
import type { BallotGroup, Election, Satisfaction } from '@liren/core/budgeting/types.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

/** As the largest city-wide votes are: 90,000 voters, 160 projects, a few of them known to everybody, ten approvals a ballot. */
const size = { voters: 90_000, projects: 160, approvals: 10 };

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

function election(): Election {
  const next = chance(20_261_128);
  const projects = Array.from({ length: size.projects }, (_, at) => ({
    id: String(at + 1),
    cost: BigInt(20_000 + Math.floor(next() ** 3 * 2_000_000)),
  }));
  const ballots = Array.from({ length: size.voters }, (): BallotGroup => {
    const chosen = new Set<number>();
    while (chosen.size < size.approvals) chosen.add(Math.floor(next() ** 2 * size.projects));
    const scores = [...chosen].toSorted((a, b) => a - b).map((project) => ({ project, points: 1 }));
    return { voters: 1, scores };
  });
  return { budget: 25_000_000n, projects, ballots, voters: size.voters };
}

/** Equal shares in exact arithmetic over a city's ballots, beside greedy over the same. */
export async function bench({ rounds = 5 }: BenchOptions, say: Say): Promise<void> {
  const city = election();
  const spans = (work: () => void): readonly number[] =>
    Array.from({ length: rounds }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    });
  const rows: (string | number)[][] = [['milliseconds', 'p50', 'worst']];
  for (const satisfaction of ['cost', 'cardinality'] satisfies Satisfaction[]) {
    const shares = spans(() => allocate(city, { method: 'shares', satisfaction }));
    const simple = spans(() => allocate(city, { method: 'greedy', satisfaction }));
    rows.push([`equal shares, ${satisfaction}`, quantile(shares, 0.5), Math.max(...shares)]);
    rows.push([`greedy, ${satisfaction}`, quantile(simple, 0.5), Math.max(...simple)]);
  }
  say(table(rows));
  const bought = allocate(city, { method: 'shares', satisfaction: 'cost' }).chosen.length;
  say(
    `${size.voters} voters, ${size.projects} projects, ${size.approvals} approvals each; ${bought} bought; aim: one second`,
  );
}
