import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Instant, instant, type PersonId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { loadLibrary } from '../adapters/charters/library.ts';
import { createBlindIndex } from '../adapters/crypto/blind-index.ts';
import { createRegistryTokens } from '../adapters/crypto/registry-tokens.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { createDiskStore } from '../adapters/files/disk-store.ts';
import type { Deps } from '../http/deps.ts';
import { createAttempts } from '../signin/attempts.ts';
import { loadDefinitions } from '../store/definitions.ts';
import { loadDirectory } from '../store/directory.ts';
import { readPosts } from '../store/posts.ts';
import type { Tables } from '../store/schema.ts';
import { loadTextTools } from '../text/load-text-tools.ts';
import type { Asker } from '../usecases/actor.ts';
import { ratesFigures } from '../usecases/published-figures.ts';
import type { Moved } from '../usecases/shell.ts';
import type { TestDatabase } from './postgres.ts';

export const chartersFolder = fileURLToPath(new URL('../../../charters', import.meta.url));
/** Monday 2026-11-16, ten in the morning in the community. */
export const mondayMorning = instant(Date.parse('2026-11-16T10:00:00+08:00'));

/** What tests of doors and use cases need of the world, on a street with two communities that tests alone know. */
export interface ExampleStreet {
  readonly deps: Deps;
  readonly moved: Moved[];
  /** Moves the clock. */
  readonly pass: (milliseconds: number) => void;
  /** The person becomes whoever asks next through HTTP; undefined for a guest. */
  readonly become: (asker: Asker) => void;
  readonly staff: (person: PersonId) => Promise<Asker>;
}

const square = (lat: number, long: number, size: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [long, lat],
        [long + size, lat],
        [long + size, lat + size],
        [long, lat + size],
        [long, lat],
      ],
    ],
  });

/** Places: a street of two communities; east is drawn at 40.00–40.01, 116.00–116.01 with a grid in either corner. */
async function fill({ pool }: TestDatabase<Tables>): Promise<void> {
  const places = [
    ['district', null, 'district', '试验区', null],
    ['street', 'district', 'street', '试验街道', null],
    ['east', 'street', 'community', '东里社区', square(40, 116, 0.01)],
    ['west', 'street', 'community', '西里社区', square(40, 115.98, 0.01)],
    ['east-1', 'east', 'grid', '东里第一网格', square(40, 116, 0.004)],
    ['east-2', 'east', 'grid', '东里第二网格', square(40.006, 116.006, 0.004)],
  ];
  for (const row of places)
    await pool.query(
      'INSERT INTO place (id, parent_id, level, title, shape) VALUES ($1, $2, $3, $4, $5)',
      row,
    );
  for (const [id, title, place] of [
    ['c-street', '试验街道', 'street'],
    ['c-east', '东里社区', 'east'],
    ['c-west', '西里社区', 'west'],
  ])
    await pool.query(
      `INSERT INTO community (id, title, place_id, street_id, charter) VALUES ($1, $2, $3, 'street', 'beijing-12345')`,
      [id, title, place],
    );
  for (const row of [
    ['o-street', 'street-office', '试验街道办事处', 'street'],
    ['o-watch', 'supervision-office', '试验街道督查办', 'street'],
    ['o-hotline', 'hotline-centre', '市民热线', 'district'],
    ['o-east', 'community', '东里社区居委会', 'east'],
    ['o-sanitation', 'sanitation', '环卫所', 'street'],
    ['o-east-1', 'grid-post', '东里第一网格', 'east-1'],
    ['o-east-2', 'grid-post', '东里第二网格', 'east-2'],
  ])
    await pool.query('INSERT INTO organ (id, kind, title, area_id) VALUES ($1, $2, $3, $4)', row);
}

/** Builds everything that routes may reach. */
export async function openExampleStreet(
  database: TestDatabase<Tables>,
  mode: Deps['mode'] = 'demo',
): Promise<ExampleStreet> {
  await fill(database);
  const library = unwrap(loadLibrary(chartersFolder));
  const charters = new Map([...library.charters].map(([id, { charter }]) => [id, charter]));
  const { pool, db } = database;
  const directory = await loadDirectory(pool, charters, civilDateOf(mondayMorning));
  const sealer = createSealer([{ id: 'k1', key: new Uint8Array(32).fill(1) }]);
  const blindIndex = createBlindIndex(new Uint8Array(32).fill(2));
  const text = loadTextTools(library.catalogue.affairs.values());
  const moved: Moved[] = [];
  let time: Instant = mondayMorning;
  let current: Asker = { kind: 'guest' };
  const shell: Deps['shell'] = {
    pool,
    now: () => time,
    calendar: library.calendar,
    directory,
    definitions: await loadDefinitions(pool, library),
    blindIndex,
    sealer,
    handleKey: new Uint8Array(32).fill(3),
    segment: text.forIndex,
    moved: (change) => moved.push(change),
    figuresOf: (community, month) => ratesFigures({ shell, directory, library }, community, month),
  };
  const deps: Deps = {
    shell,
    db,
    directory,
    refreshDirectory: async () => {},
    library,
    people: { pool, sealer, blindIndex },
    attempts: createAttempts(pool, new Uint8Array(32).fill(4)),
    registry: createRegistryTokens(new Uint8Array(32).fill(2)),
    text,
    fileStore: createDiskStore(`${tmpdir()}/liren-example-files-${process.pid}`),
    mode,
    publicUrl: 'http://localhost',
    findSession: async () => undefined,
    askerOf: async () => current,
  };
  return {
    deps,
    moved,
    pass: (milliseconds) => {
      time = instant(time + milliseconds);
    },
    become: (asker) => {
      current = asker;
    },
    staff: async (person) => ({
      kind: 'person',
      person,
      posts: await readPosts(pool, person, civilDateOf(time)),
    }),
  };
}
