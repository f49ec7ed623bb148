import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { type Dispatcher, Pool } from 'undici';
import { type Child, startChild, type Usage } from './child.ts';
import { openBenchDatabase } from './database.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

const limitMilliseconds = 300;
const connections = 64;
/** Milliseconds between two voters where 20,000 vote in a minute. */
const usualGap = 3;
/** Of the voters, who look at the vote in the seconds before: a server at which a town votes was not started that moment. */
const lookers = 2_000;

interface Voter {
  readonly entry: string;
  readonly cookie: string;
}
interface Sealed extends Voter {
  readonly body: string;
}
interface Seen {
  readonly matter: string;
  readonly milliseconds: number;
  readonly poll: {
    readonly id: string;
    readonly publicKey: string;
    readonly taken: { readonly heads: number };
  };
}

/** Two of three for it, as each voter's browser seals it. */
async function seal(voters: readonly Voter[], { poll }: Seen): Promise<readonly Sealed[]> {
  const sealed: Sealed[] = [];
  for (const [i, voter] of voters.entries()) {
    const choice = [i % 3 === 2 ? 'against' : 'for'];
    const envelope = await sealBallot(poll.publicKey, poll.id, { code: randomUUID(), choice });
    sealed.push({ ...voter, body: JSON.stringify({ entry: voter.entry, channel: 'online', envelope }) });
  }
  return sealed;
}

interface Outcome {
  /** From the moment at which the voter pressed: who waits for a connection waits. */
  readonly milliseconds: number;
  readonly status: number;
}
/** Every one at their own moment, evenly over the time, whether or not the one before has an answer. */
async function sendAll<One extends Voter>(
  all: readonly One[],
  milliseconds: number,
  send: (one: One) => Promise<Dispatcher.ResponseData>,
): Promise<readonly Outcome[]> {
  const began = performance.now();
  const answered = async (one: One, due: number): Promise<Outcome> => {
    const { statusCode, body } = await send(one);
    await body.dump();
    return { milliseconds: performance.now() - due, status: statusCode };
  };
  const sent: Promise<Outcome>[] = [];
  for (const [i, one] of all.entries()) {
    const due = began + (i * milliseconds) / all.length;
    const left = due - performance.now();
    if (left > 1) await pause(left);
    sent.push(answered(one, due));
  }
  return Promise.all(sent);
}

const castAll = (pool: Pool, path: string, ballots: readonly Sealed[], milliseconds: number) =>
  sendAll(ballots, milliseconds, ({ body, cookie }) =>
    pool.request({
      path: `${path}/ballots`,
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: 'http://localhost' },
      body,
    }),
  );
const lookAll = (pool: Pool, path: string, voters: readonly Voter[]) =>
  sendAll(voters, voters.length * usualGap, ({ cookie }) =>
    pool.request({ path, method: 'GET', headers: { cookie } }),
  );

const counted = (outcomes: readonly Outcome[], status: number): number =>
  outcomes.filter((each) => each.status === status).length;

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`ballots: ${what}`);
}

async function vote(liren: Child, size: number, lastsMilliseconds: number, say: Say): Promise<void> {
  const { seconds: frozen } = await liren.ask<{ seconds: number }>('open', size);
  const voters = await liren.ask<readonly Voter[]>('sessions');
  demand(voters.length === size, `${voters.length} of ${size} voters have a line`);
  const before = await liren.ask<Seen>('poll');
  const ballots = await seal(voters, before);
  const pool = new Pool(`http://127.0.0.1:${await liren.ask<number>('port')}`, { connections });
  const path = `/api/polls/c1/${before.matter}`;
  try {
    const looked = await lookAll(pool, path, voters.slice(0, lookers));
    demand(counted(looked, 200) === looked.length, 'somebody could not look at the vote');
    const start = await liren.ask<Usage>('usage');
    const outcomes = await castAll(pool, path, ballots, lastsMilliseconds);
    const end = await liren.ask<Usage>('usage');
    demand(counted(outcomes, 200) === size, `${size - counted(outcomes, 200)} ballots were not taken`);
    // Each of some voters again: the very same ballot, and another one.
    const some = ballots.slice(0, Math.min(200, size));
    const repeated = await castAll(pool, path, some, 1000);
    const doubled = await castAll(pool, path, await seal(some, before), 1000);
    demand(counted(repeated, 200) === some.length, 'a repeated ballot was not known again');
    demand(counted(doubled, 409) === some.length, 'somebody voted twice');
    demand((await liren.ask<number>('marks')) === size, 'marks are not as many as voters');
    const after = await liren.ask<Seen>('poll');
    demand(after.poll.taken.heads === size, 'the poll tells another number');
    const result = await liren.ask<{
      seconds: number;
      ballots: number;
      tally: { options: Record<string, { heads: number }> };
    }>('count');
    demand(result.ballots === size, 'the count has another number');
    demand(
      result.tally.options['against']?.heads === Math.floor(size / 3),
      'the count tells something else than was cast',
    );
    const times = outcomes.map(({ milliseconds }) => milliseconds);
    const cpu = (end.cpuMicroseconds - start.cpuMicroseconds) / size;
    const p99 = quantile(times, 0.99);
    say(
      `${size} secret ballots in ${lastsMilliseconds / 1000} s, each with a session of its own, after ${looked.length} looked at the vote`,
    );
    say(
      table([
        ['', 'p50 ms', 'p99 ms', 'most ms', 'server CPU µs'],
        ['cast', quantile(times, 0.5), p99, Math.max(...times), cpu],
      ]),
    );
    say(
      `roll frozen in ${frozen.toFixed(2)} s; poll seen in ${before.milliseconds.toFixed(0)} ms, full ${after.milliseconds.toFixed(0)} ms; counted in ${result.seconds.toFixed(1)} s`,
    );
    say(`nobody voted twice: ${some.length} repeated and ${some.length} double ballots changed nothing`);
    say(`ratio: p99 ÷ ${limitMilliseconds} ms = ${(p99 / limitMilliseconds).toFixed(3)} (aim ≤ 1)`);
  } finally {
    await pool.close();
  }
}

/** A vote of a whole town: 20,000 households cast within one minute. */
export async function bench({ sizes = [20_000], lastsMilliseconds }: BenchOptions, say: Say): Promise<void> {
  const database = await openBenchDatabase();
  const environment = { BENCH_DATABASE: database.url, BENCH_SERVER: '1' };
  const liren = await startChild('./ballots-liren.ts', environment);
  try {
    const [size = 20_000] = sizes;
    await vote(liren, size, lastsMilliseconds ?? size * usualGap, say);
  } finally {
    await liren.stop();
    await database.close();
  }
}
