import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
const device = randomUUID();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
  await takeInto(street.wired.deps, householdCsv('王芳菲,,13977418852,柳荫里3号楼2单元501,柳荫一网格'), 'c1');
});
afterAll(() => street.close());

/** Digits that stand nowhere else. */
const here = { lat: 39.9176543, long: 116.4076543 };
const digits = /9176543|4076543/;

it('nothing with a location is stored outside what a worker writes down', async () => {
  const grid = await street.as('grid');
  const aside = { location: here, position: here, coords: here };
  await grid.send('POST', '/api/grid/devices', { id: device, title: '小米 13', ...aside });
  const query = `device=${device}&lat=${here.lat}&long=${here.long}`;
  const day = (await grid.send('GET', `/api/grid/day?${query}`)).json();
  const visit = {
    kind: 'entry',
    id: randomUUID(),
    at: street.now(),
    community: 'c1',
    round: 'home-visit',
    grid: 'c1g1',
    home: day.seats[0].homes[0].id,
    answers: { met: 'someone', people: 'same' },
    ...aside,
  };
  const batch = { device, sentAt: street.now(), items: [visit], ...aside };
  expect((await grid.send('POST', '/api/grid/sync', batch)).json().results[0]).toMatchObject({
    status: 'done',
  });
  for (const [table, rows] of await dumpOf(database.pool)) expect(rows, table).not.toMatch(digits);
});

it('no table has a place for where a worker was', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public'
       AND column_name ~ '(^|_)(lat|long|lng|lon|geo|gps|track|trail|position|location|coord|coords|spot|shape)(_|$)'
     ORDER BY name`,
  );
  // Where a matter was reported to be, where an item stands on an agenda, and the outlines of places: none is of a person.
  expect(rows.map(({ name }) => name)).toEqual([
    'matter.lat',
    'matter.long',
    'meeting_item.position',
    'place.shape',
  ]);
});

it('a worker sees what is recorded of them: entries, phones, and when homes went onto a phone', async () => {
  const recorded = await (await street.as('grid')).send('GET', '/api/fieldwork/recorded');
  expect(recorded.json()).toMatchObject({
    entries: 1,
    raised: 0,
    first: street.now(),
    phones: [{ id: device, title: '小米 13' }],
    taken: [{ phone: '小米 13', homes: 1, residents: 1 }],
  });
  expect((await (await street.as('worker')).send('GET', '/api/fieldwork/recorded')).statusCode).toBe(403);
});
