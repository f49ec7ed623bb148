import { createPool } from '../server/src/store/pool.ts';
import { type Child, startChild, type Usage } from './child.ts';
import type { Statement } from './commands-liren.ts';
import { openBenchDatabase } from './database.ts';
import { isInstalled, type Load, loadWith } from './load.ts';
import { type BenchOptions, median, ratios, type Say, spread, table } from './measure.ts';
import { pgbench } from './pgbench.ts';

const connections = 16;

interface Measured extends Load {
  readonly serverCpuMicrosecondsEach: number;
  readonly rssBytes: number;
}
interface Target {
  readonly child: Child;
  readonly port: number;
  readonly paths: readonly string[];
  readonly body: string;
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
}

async function measure(target: Target, seconds: number): Promise<Measured> {
  const { child, port, paths, body } = target;
  const headers = await target.headers();
  const before = await child.ask<Usage>('usage');
  const load = await loadWith({ port, connections, seconds, headers, paths, body });
  const after = await child.ask<Usage>('usage');
  const cpu = after.cpuMicroseconds - before.cpuMicroseconds;
  const count = load.requestsPerSecond * seconds;
  return { ...load, serverCpuMicrosecondsEach: cpu / count, rssBytes: after.rssBytes };
}

const json = { 'content-type': 'application/json' };
const note = JSON.stringify({
  commandId: 'COMMAND',
  type: 'note-inside',
  input: { text: '已联系物业，约好下午三点到现场。' },
});
const report = JSON.stringify({
  commandId: 'COMMAND',
  procedure: 'complaint',
  affair: 'event/exposed-rubbish',
  input: {
    title: '楼下的垃圾三天没人收',
    text: '柳荫里 3 号楼北侧，垃圾桶满了三天，气味很大。',
    location: { lat: 39.905, long: 116.405, address: '柳荫里 3 号楼' },
  },
});

/** Both servers over one database, each with matters of its own. */
async function targets(liren: Child, bare: Child, matters: number) {
  const port = await liren.ask<number>('port');
  const ids = await liren.ask<string[]>('matters', matters * 3);
  const [own, bares, plain] = [0, 1, 2].map((i) => ids.slice(i * matters, (i + 1) * matters));
  const [model = ''] = bares ?? [];
  await bare.ask('prepare', await liren.ask<Statement[]>('statements', model));
  const withCookie = (role: string) => async () => ({
    ...json,
    cookie: await liren.ask<string>('cookie', role),
  });
  const open: Target = {
    child: liren,
    port,
    paths: ['/api/matters'],
    body: report,
    headers: withCookie('resident'),
  };
  const act = {
    ...open,
    paths: (own ?? []).map((id) => `/api/matters/c1/${id}/commands`),
    body: note,
    headers: withCookie('dispatcher'),
  };
  const ceiling: Target = {
    child: bare,
    port: await bare.ask<number>('port'),
    paths: (bares ?? []).map((id) => `/bare/c1/${id}`),
    body: note,
    headers: async () => json,
  };
  return { open, act, ceiling, plain: plain ?? [] };
}

function row(name: string, all: readonly Measured[], rates: readonly number[], to: readonly number[]) {
  const of = (value: (one: Measured) => number): string => spread(all.map(value));
  return [
    name,
    spread(rates),
    spread(ratios(rates, to)),
    of((one) => one.serverCpuMicrosecondsEach),
    of((one) => one.p50Milliseconds),
    of((one) => one.p99Milliseconds),
    of((one) => one.generatorCpuMicrosecondsEach),
    `${Math.round(median(all.map((one) => one.rssBytes)) / 1e6)}`,
    `${all.reduce((sum, one) => sum + one.refused, 0)}`,
  ];
}

/** Durable commands per second: the whole server, a bare route with the same statements, and pgbench. */
export async function bench(
  { rounds = 5, lastsMilliseconds = 6000, sizes = [500] }: BenchOptions,
  say: Say,
): Promise<void> {
  if (!isInstalled('wrk')) return say('commands: left out, for wrk is not installed (apt-get install wrk)');
  const hasPgbench = isInstalled('pgbench');
  if (!hasPgbench) say('pgbench is not installed: its column is left out');
  const database = await openBenchDatabase();
  const environment = { BENCH_DATABASE: database.url, BENCH_SERVER: '1' };
  const liren = await startChild('./commands-liren.ts', environment);
  const bare = await startChild('./commands-bare.ts', environment);
  const pool = createPool(database.url, { maxConnections: 1 });
  try {
    const { open, act, ceiling, plain } = await targets(liren, bare, sizes[0] ?? 500);
    const seconds = Math.max(1, Math.round(lastsMilliseconds / 1000));
    const acts: Measured[] = [];
    const ceilings: Measured[] = [];
    const opens: Measured[] = [];
    const peer: number[] = [];
    // The first of several rounds warms up and is not counted.
    for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
      const [a, c, o] = [
        await measure(act, seconds),
        await measure(ceiling, seconds),
        await measure(open, seconds),
      ];
      const p = hasPgbench
        ? await pgbench(pool, database.url, plain, { clients: connections, seconds })
        : Number.NaN;
      if (round === 0) continue;
      acts.push(a);
      ceilings.push(c);
      opens.push(o);
      peer.push(p);
    }
    const rate = (all: readonly Measured[]) => all.map((one) => one.requestsPerSecond);
    const [actRate, bareRate] = [rate(acts), rate(ceilings)];
    say(
      `${connections} connections, wrk with one thread, ${rounds} rounds of ${seconds} s turn about; median (lowest–highest)`,
    );
    say(
      table([
        ['', 'commands/s', 'of bare', 'server CPU µs', 'p50 ms', 'p99 ms', 'wrk CPU µs', 'MB', 'refused'],
        row('liren: act on a matter', acts, actRate, bareRate),
        row('liren: open a matter', opens, rate(opens), bareRate),
        row('bare route, same two statements', ceilings, bareRate, bareRate),
      ]),
    );
    if (hasPgbench)
      say(
        `pgbench, one statement: ${spread(peer)}/s; bare reaches ${spread(ratios(bareRate, peer))} of it, liren ${spread(ratios(actRate, peer))}`,
      );
    say(`ratio: liren ÷ bare = ${spread(ratios(actRate, bareRate))} (aim ≥ 0.7)`);
  } finally {
    await pool.end();
    await liren.stop();
    await bare.stop();
    await database.close();
  }
}
