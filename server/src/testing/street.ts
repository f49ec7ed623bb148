import { civilDate, type Instant, instant, type PersonId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import pino from 'pino';
import type { Library } from '../adapters/charters/library.ts';
import { buildApp } from '../http/app.ts';
import type { RoutePlugin } from '../http/routes.ts';
import type { Keys } from '../platform/keys.ts';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import { type Browser, openBrowser } from '../signin/testing-sign-in.ts';
import { type Wired, wire } from '../wiring.ts';

/** A small street for tests: two communities with two grids each, a dozen organs, one person for every role. */
const places = [
  ['d', null, 'district', '东风区'],
  ['s', 'd', 'street', '柳荫街道'],
  ['c1', 's', 'community', '柳荫社区'],
  ['c2', 's', 'community', '槐树社区'],
  ['c1g1', 'c1', 'grid', '柳荫一网格'],
  ['c1g2', 'c1', 'grid', '柳荫二网格'],
  ['c2g1', 'c2', 'grid', '槐树一网格'],
  ['c2g2', 'c2', 'grid', '槐树二网格'],
] as const;

/** Each grid is a square of 0.01°; community c1 lies west of c2. */
const corners: Readonly<Record<string, readonly [long: number, lat: number]>> = {
  c1g1: [116.4, 39.9],
  c1g2: [116.4, 39.91],
  c2g1: [116.41, 39.9],
  c2g2: [116.41, 39.91],
};
const squareAt = ([long, lat]: readonly [number, number]) => ({
  type: 'Polygon',
  coordinates: [
    [
      [long, lat],
      [long + 0.01, lat],
      [long + 0.01, lat + 0.01],
      [long, lat + 0.01],
      [long, lat],
    ],
  ],
});

const organs = [
  ['street-office', 'street-office', '柳荫街道办事处', 's'],
  ['supervision', 'supervision-office', '柳荫街道督查室', 's'],
  ['hotline', 'hotline-centre', '12345 热线中心', 'd'],
  ['com1', 'community', '柳荫社区居委会', 'c1'],
  ['election1', 'election-committee', '柳荫社区选举委员会', 'c1'],
  ['com2', 'community', '槐树社区居委会', 'c2'],
  ['grid1', 'grid-post', '柳荫一网格', 'c1g1'],
  ['urban', 'urban-management', '城管执法队', 's'],
  ['water', 'water', '自来水公司', 'd'],
  ['drain', 'drainage', '排水管理所', 's'],
  ['neighbours1', 'neighbour-helpers', '柳荫社区邻里互助队', 'c1'],
  ['property1', 'property-company', '柳荫物业', 'c1'],
  ['duty', 'emergency-duty', '街道应急值班室', 's'],
  ['health', 'health', '卫生健康委', 'd'],
] as const;

const roles = [
  ['clerk', '郑丽', 'hotline-clerk', 'hotline'],
  ['dispatcher', '李敏', 'dispatcher', 'street-office'],
  ['leader', '王建国', 'leader', 'street-office'],
  ['supervisor', '赵倩', 'supervisor', 'supervision'],
  ['supervisor-2', '孙平', 'supervisor', 'supervision'],
  ['community', '陈芳', 'handler', 'com1'],
  ['worker', '冯雪', 'community-worker', 'com1'],
  ['worker-2', '冯春', 'community-worker', 'com1'],
  ['worker-3', '冯秋', 'community-worker', 'com1'],
  ['elections', '沈兰', 'election-member', 'election1'],
  ['elections-2', '沈洁', 'election-member', 'election1'],
  ['other-community', '周强', 'handler', 'com2'],
  ['grid', '吴刚', 'grid-worker', 'grid1'],
  ['urban', '韩磊', 'handler', 'urban'],
  ['water', '何静', 'handler', 'water'],
  ['drain', '马超', 'handler', 'drain'],
  ['helper', '罗平', 'neighbour-helper', 'neighbours1'],
  ['property', '唐军', 'handler', 'property1'],
  ['duty', '魏岚', 'duty-officer', 'duty'],
  ['health', '袁静', 'handler', 'health'],
] as const;
export type Role = (typeof roles)[number][0] | 'resident' | 'neighbour';

export const testKeys: Keys = {
  sealing: [{ id: 'k1', key: new Uint8Array(32).fill(1) }],
  blindIndex: new Uint8Array(32).fill(2),
  handle: new Uint8Array(32).fill(3),
  authSecret: '5a'.repeat(32),
  fingerprint: 'test',
};

export interface TestStreet {
  readonly app: FastifyInstance;
  readonly wired: Wired;
  /** A browser in which this role is signed in. */
  readonly as: (role: Role) => Promise<Browser>;
  readonly guest: () => Browser;
  readonly people: ReadonlyMap<string, PersonId>;
  readonly now: () => Instant;
  /** Moves the street's clock; sessions keep their own time. */
  readonly pass: (time: { readonly days?: number; readonly hours?: number }) => void;
  readonly close: () => Promise<void>;
}

async function plant(pool: pg.Pool): Promise<void> {
  const standing = await pool.query('SELECT 1 FROM place');
  if (standing.rows.length > 0) return;
  for (const [id, parent, level, title] of places) {
    const corner = corners[id];
    await pool.query('INSERT INTO place (id, parent_id, level, title, shape) VALUES ($1, $2, $3, $4, $5)', [
      id,
      parent,
      level,
      title,
      corner === undefined ? null : JSON.stringify(squareAt(corner)),
    ]);
  }
  for (const [id, title, place] of [
    ['c1', '柳荫社区', 'c1'],
    ['c2', '槐树社区', 'c2'],
    ['s', '柳荫街道', 's'],
  ])
    await pool.query(
      `INSERT INTO community (id, title, place_id, street_id, charter) VALUES ($1, $2, $3, 's', 'beijing-12345')`,
      [id, title, place],
    );
  for (const organ of organs)
    await pool.query('INSERT INTO organ (id, kind, title, area_id) VALUES ($1, $2, $3, $4)', [...organ]);
}

export interface StreetOptions {
  readonly startAt?: Instant;
  /** A clock of the caller's own; `pass` then moves nothing. */
  readonly now?: () => Instant;
  readonly doors?: readonly RoutePlugin[];
  /** Built pages, for tests that look at the street through a browser. */
  readonly webFolder?: string;
  /** Other governance than what ships. */
  readonly library?: Library;
  /** Plants what this street has besides, before anybody has read the directory. */
  readonly plantMore?: (pool: pg.Pool) => Promise<unknown>;
  /** Told of every route as it is added. */
  readonly onRoute?: (route: { readonly method: string | string[]; readonly url: string }) => void;
}

/** A server on a planted database; whoever `settle` made may sign in with one call. */
export type Served = Omit<TestStreet, 'as'> & { readonly as: (role: string) => Promise<Browser> };

export async function serveStreet(
  pool: pg.Pool,
  options: StreetOptions,
  settle: (deps: Wired['deps'], now: () => Instant) => Promise<ReadonlyMap<string, PersonId>>,
): Promise<Served> {
  // A Monday morning with a plain working week before it.
  const start = options.startAt ?? instant(Date.parse('2026-11-09T09:30:00+08:00'));
  let current: number = start;
  const now = options.now ?? ((): Instant => instant(current));
  const config = { mode: 'demo' as const, publicUrl: 'http://localhost', sms: undefined, s3: undefined };
  const filesFolder = `${process.env['TMPDIR'] ?? '/tmp'}/liren-test-files-${process.pid}`;
  const { library } = options;
  const wired = unwrap(
    await wire({
      config,
      keys: testKeys,
      pool,
      filesFolder,
      now,
      serverId: 'test',
      ...(library !== undefined && { library }),
    }),
  );
  const people = await settle(wired.deps, now);
  const { deps, signIn, files, live } = wired;
  const app = await buildApp({
    deps,
    signIn,
    files,
    live,
    doors: options.doors ?? [],
    limitRequests: false,
    ...(options.webFolder !== undefined && { webFolder: options.webFolder }),
    ...(options.onRoute !== undefined && { onRoute: options.onRoute }),
    // Refusals are expected in tests; our own faults are not.
    logger: pino({ level: 'error' }),
  });
  return {
    app,
    wired,
    people,
    now,
    as: async (role) => {
      const browser = openBrowser(app, role);
      const entered = await browser.send('POST', '/api/demo/enter', { role });
      if (entered.statusCode !== 200) throw new Error(`role ${role} cannot enter: ${entered.body}`);
      return browser;
    },
    guest: () => openBrowser(app, 'guest'),
    pass: ({ days = 0, hours = 0 }) => {
      current += (days * 24 + hours) * 3_600_000;
    },
    close: async () => {
      await app.close();
      await live.close();
    },
  };
}

/** The whole server on this database, with its street planted; every role may sign in with one call. */
export async function startStreet(pool: pg.Pool, options: StreetOptions = {}): Promise<TestStreet> {
  await plant(pool);
  await options.plantMore?.(pool);
  return serveStreet(pool, options, async ({ people: peopleDeps }, now) => {
    const people = new Map<string, PersonId>();
    for (const [role, name, post, organ] of roles) {
      const person = await ensureDemoPerson(peopleDeps, { kind: 'staff', name, demoRole: role }, now());
      people.set(role, person);
      await givePost(pool, { person, post, organ, from: civilDate('2026-01-01') });
    }
    for (const [role, name] of [
      ['resident', '林秀兰'],
      ['neighbour', '罗大勇'],
    ] as const)
      people.set(role, await ensureDemoPerson(peopleDeps, { kind: 'resident', name, demoRole: role }, now()));
    return people;
  });
}
