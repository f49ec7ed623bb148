import { ballotsDigest } from '@liren/core/voting/published.ts';
import { type RollEntry, rollSum } from '@liren/core/voting/roll.ts';
import { tally } from '@liren/core/voting/tally.ts';
import type { Ballot, Question } from '@liren/core/voting/types.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

/** As many as a city has voters; a roll as a large compound has owners. */
const usual = { ballots: 1_000_000, entries: 20_000 };
const limitMilliseconds = 1000;

const candidates = Array.from({ length: 9 }, (_, i) => `c${i + 1}`);
const questions: readonly { title: string; question: Question; options: readonly string[] }[] = [
  { title: 'tally, yes or no', question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] },
  {
    title: 'tally, five of nine',
    question: { kind: 'elect', seats: 5, least: 5, runOff: false },
    options: candidates,
  },
];

const ballotOf = (options: readonly string[], most: number, n: number): Ballot => ({
  code: ((n * 2_654_435_761) % 2 ** 32).toString(36).padStart(16, '0'),
  // Neighbouring options, a different first each time, and now and then fewer than might be named.
  choice: Array.from(
    { length: most - (n % most) },
    (_, i) => options[(n + i * 2) % options.length] ?? '',
  ).filter((each, i, all) => all.indexOf(each) === i),
  weight: { heads: 1, area: 800_000 + (n % 977) * 100 },
});

/** A million ballots counted, beside the second in which they are to be; their digest, and a roll's, told beside. */
export async function bench({ rounds = 5, sizes = [usual.ballots] }: BenchOptions, say: Say): Promise<void> {
  // Of the processor: what others do on the machine does not count.
  const spans = (work: () => unknown, times: number): readonly number[] =>
    Array.from({ length: times }, () => {
      const started = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    });
  const [size = usual.ballots] = sizes;
  const rows: (string | number)[][] = [['milliseconds of CPU', 'p50', 'worst']];
  const add = (what: string, work: () => unknown, times = rounds): number => {
    const taken = spans(work, times);
    rows.push([what, quantile(taken, 0.5), Math.max(...taken)]);
    return quantile(taken, 0.5);
  };
  let slowest = 0;
  for (const { title, question, options } of questions) {
    const most = question.kind === 'elect' ? question.seats : 1;
    const ballots = Array.from({ length: size }, (_, n) => ballotOf(options, most, n));
    slowest = Math.max(
      slowest,
      add(title, () => tally(question, options, ballots)),
    );
    if (question.kind === 'approve') add('digest of the list, once', () => ballotsDigest(ballots), 1);
  }
  const entries = Array.from(
    { length: usual.entries },
    (_, n): RollEntry => ({
      id: `e${n}`,
      no: n + 1,
      weight: { heads: 1, area: 800_000 + n },
      recused: n % 500 === 0,
    }),
  );
  add(`sum of a roll of ${usual.entries}`, () => rollSum(entries));
  say(table(rows));
  say(
    `${size} ballots; ratio: slowest tally ÷ limit of one second = ${(slowest / limitMilliseconds).toFixed(3)}`,
  );
}
