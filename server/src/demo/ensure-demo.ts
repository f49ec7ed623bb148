import { type Instant, instant } from '@liren/core/basics/ids.ts';
import type pg from 'pg';
import type { FileStore } from '../adapters/files/file-store.ts';
import type { Deps } from '../http/deps.ts';
import { createPool } from '../store/pool.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';
import { castOf } from './cast.ts';
import { createDemoPhotos } from './demo-photos.ts';
import { askForExport } from './exports.ts';
import { deedLives, rankingLife, topicLife } from './governing.ts';
import { helpLives } from './help-lives.ts';
import { settleHouseholds } from './households.ts';
import { inspectPlaces } from './inspections.ts';
import { layStreet, settlePeople } from './lay-street.ts';
import type { Life } from './life.ts';
import { live, type Stage } from './live.ts';
import { holdRounds } from './livelihood.ts';
import { ordinaryLives, type World } from './lives.ts';
import { holdMeetings } from './meetings.ts';
import { neededLives } from './needed-lives.ts';
import { settleOrganisations } from './organisations.ts';
import { settleOwners } from './owners.ts';
import { walkRounds } from './rounds.ts';
import { streetCommunities } from './street.ts';
import { holdTalks } from './talks.ts';
import { readTold } from './told.ts';
import { holdVotes } from './votes.ts';
import { windowLives } from './window-lives.ts';

export interface DemoDeps {
  readonly deps: Pick<Deps, 'shell' | 'directory' | 'library' | 'people' | 'registry'>;
  readonly reloadDirectory: () => Promise<void>;
  /** Keeps the photos of the demonstration; without one they have a row and no bytes. */
  readonly store?: FileStore;
  /** How much is told: 1 for the two full months, less for tests. */
  readonly share?: number;
}
export interface DemoBuilt {
  /** False when it stood already, or when the database holds a street of somebody's own. */
  readonly built: boolean;
  readonly matters: number;
  /** Acts that the rules refused; their matters stay where they were. None in a street told in one go. */
  readonly refusals: readonly string[];
}

const ordinaryCount = 470;
/** Any two servers that start at once queue here; the number only has to be ours. */
const lockNumber = 7_465_015;

/**
 * The demonstration street, built when it is not there yet. A build that was broken off goes on where it stopped:
 * every command's id follows from the story, so nothing is told twice.
 */
export async function ensureDemo(demo: DemoDeps, say: (text: string) => void): Promise<DemoBuilt> {
  const { pool } = demo.deps.shell;
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    return await ensureAlone(demo, say);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockNumber]).catch(() => {});
    client.release();
  }
}

/** Commits that a power cut may take back, in order, until the last one, which is durable and makes all of them so. */
function quickPool(pool: pg.Pool): pg.Pool | undefined {
  const { connectionString } = pool.options;
  if (connectionString === undefined) return undefined;
  const url = new URL(connectionString);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return createPool(url.toString(), { maxConnections: streetCommunities.length, name: 'liren-demo' });
}

async function ensureAlone(demo: DemoDeps, say: (text: string) => void): Promise<DemoBuilt> {
  const { deps, reloadDirectory } = demo;
  const { pool } = deps.shell;
  const found = await pool.query<{ told_at: Instant; finished_at: number | null }>(
    'SELECT * FROM demo_street',
  );
  const marker = found.rows[0];
  if (marker?.finished_at != null || (await hasOtherStreet(demo)))
    return { built: false, matters: await countMatters(demo), refusals: [] };
  const started = Date.now();
  const until = marker?.told_at ?? deps.shell.now();
  say(marker === undefined ? '第一次启动：正在搭建演示街道……' : '上次没有搭完，接着搭建演示街道……');
  await pool.query('INSERT INTO demo_street (told_at) VALUES ($1) ON CONFLICT DO NOTHING', [until]);
  await layStreet(pool);
  const people = await settlePeople(deps.people, until);
  await reloadDirectory();
  await settleHouseholds(deps);
  await settleOwners(deps);
  await settleOrganisations(deps);
  const { affairs } = deps.shell.definitions;
  const quick = quickPool(pool);
  const shell = quick === undefined ? deps.shell : { ...deps.shell, pool: quick };
  const world = { cast: castOf(people), told: readTold(), affairs, until };
  const refusals = await tellAll({ ...demo, deps: { ...deps, shell } }, world, say).finally(() =>
    quick?.end(),
  );
  await walkRounds(deps, until);
  await inspectPlaces(deps, until);
  await askForExport(deps, until);
  await settleDown(demo, until);
  const matters = await countMatters(demo);
  say(`演示街道搭好了：${matters} 件事项，用了 ${Math.round((Date.now() - started) / 1000)} 秒。`);
  return { built: true, matters, refusals };
}

/** A street that somebody set up for themselves is not to be mixed with ours. */
async function hasOtherStreet({ deps }: DemoDeps): Promise<boolean> {
  const ours = streetCommunities.map(({ id }) => id);
  const { rows } = await deps.shell.pool.query<{ n: number }>(
    'SELECT count(*) AS n FROM community WHERE id <> ALL($1)',
    [ours],
  );
  return (rows[0]?.n ?? 0) > 0;
}

async function countMatters({ deps }: DemoDeps): Promise<number> {
  const { rows } = await deps.shell.pool.query<{ n: number }>('SELECT count(*) AS n FROM matter');
  return rows[0]?.n ?? 0;
}

async function tellAll(
  demo: DemoDeps,
  world: World,
  say: (text: string) => void,
): Promise<readonly string[]> {
  const { deps, store, share = 1 } = demo;
  const refusals: string[] = [];
  const photos = await createDemoPhotos(deps.shell.pool);
  const stage: Stage = {
    shell: deps.shell,
    photos,
    until: world.until,
    refused: (key, type, code) => refusals.push(`${key} ${type}: ${code}`),
  };
  const deeds = deedLives(world);
  const lives = [
    ...ordinaryLives(world, Math.round(ordinaryCount * share)),
    ...neededLives(world),
    ...helpLives(world),
    ...windowLives(world),
    ...deeds,
  ];
  const told = await tellInCommunities(stage, lives, say);
  const linked = deeds.flatMap(({ key }) => told.get(key) ?? []);
  await holdVotes(stage, world);
  await holdRounds(stage, world);
  await holdTalks(stage, world);
  await holdMeetings(stage, world);
  await live(stage, topicLife(world, linked));
  await live(stage, await rankingLife(world, deps));
  if (store !== undefined) {
    say('正在存放现场照片……');
    await photos.keep(store);
  }
  return refusals;
}

/** One life after another in each community, and the communities side by side: they share no row. */
async function tellInCommunities(
  stage: Stage,
  lives: readonly Life[],
  say: (text: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  let count = 0;
  const step = Math.ceil(lives.length / 5);
  const tellOne = async (life: Life): Promise<void> => {
    const matter = await live(stage, life);
    if (matter !== undefined) told.set(life.key, matter);
    count += 1;
    if (count % step === 0) say(`正在写入两个月里的事项：${count} / ${lives.length}`);
  };
  await Promise.all(
    streetCommunities.map(async ({ id }) => {
      for (const life of lives.filter(({ community }) => community === id)) await tellOne(life);
    }),
  );
  return told;
}

const day = 86_400_000;

/** Lets the clocks speak up to now, and takes old news as read: nobody is sent two months of messages at once. */
async function settleDown({ deps }: DemoDeps, until: Instant): Promise<void> {
  const { shell } = deps;
  const { pool } = shell;
  await wakeDueMatters(shell, (error) => {
    throw error;
  });
  await pool.query('UPDATE outbox SET next_at = NULL');
  await pool.query('UPDATE message SET read_at = at WHERE at < $1', [instant(until - 2 * day)]);
  await pool.query('UPDATE demo_street SET finished_at = $1', [shell.now()]);
}
