import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countStrayVisits } from '../store/fieldwork.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, mondayMorning, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { ownDiary } from './field-diary.ts';
import { type PhoneItem, syncPhone } from './sync-phone.ts';
import { addHomes, raise, visit, walker } from './testing-fieldwork.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
let homes: readonly string[];
let [near, far]: readonly string[] = [];
beforeAll(async () => {
  street = await openExampleStreet(database);
  homes = await addHomes(database.pool, 'east-1', ['101', '102']);
  [near = ''] = homes;
  [far = ''] = await addHomes(database.pool, 'east-2', ['901'], '9');
});

const minute = 60_000;
const worker = walker('east-1');
const sync = (items: readonly PhoneItem[], sentAt: number = mondayMorning, who = worker) =>
  syncPhone(street.deps, who, { sentAt, items });
const homeRow = async (id: string) =>
  (
    await database.pool.query<{ risk: string | null; visited_at: number | null }>(
      'SELECT risk, visited_at FROM home WHERE id = $1::uuid',
      [id],
    )
  ).rows[0];
const entryRow = async (id: string) =>
  (await database.pool.query('SELECT * FROM field_entry WHERE id = $1::uuid', [id])).rows[0];

describe('what a phone brings back', () => {
  it('is taken down once, however often it is sent, and moves the last visit of the home', async () => {
    const item = visit(near ?? '', mondayMorning - 30 * minute, {
      answers: { met: 'someone', needs: '想装扶手', risk: 'key' },
    });
    expect(await sync([item])).toEqual([{ id: item.id, status: 'done', remarks: [] }]);
    expect(await sync([item, item])).toMatchObject([{ status: 'again' }, { status: 'again' }]);
    expect(await homeRow(near ?? '')).toEqual({ risk: 'key', visited_at: mondayMorning - 30 * minute });
    const row = await entryRow(item.id);
    expect(row).toMatchObject({
      met: true,
      day: '2026-11-16',
      clock_off_ms: null,
      plain: { met: 'someone', risk: 'key' },
    });
    expect(JSON.stringify(row)).not.toContain('扶手');
  });

  it('does not move the last visit back, nor for a door that stayed shut', async () => {
    const before = await homeRow(near ?? '');
    await sync([
      visit(near ?? '', mondayMorning - 300 * minute),
      visit(near ?? '', mondayMorning, { answers: { met: 'nobody' } }),
    ]);
    expect(await homeRow(near ?? '')).toEqual(before);
    expect(await countStrayVisits(database.pool)).toBe(0);
  });

  it('reckons with a clock that is wrong, and says so', async () => {
    const off = 3 * 60 * minute;
    const item = visit(homes[1] ?? '', mondayMorning + off - 20 * minute);
    const [result] = await sync([item], mondayMorning + off);
    expect(result).toMatchObject({ status: 'done', remarks: ['clock-wrong'] });
    expect(await entryRow(item.id)).toMatchObject({ at: mondayMorning - 20 * minute, clock_off_ms: -off });
  });

  it('holds a time that cannot be between the longest wait and now', async () => {
    const [early, late] = [visit(homes[1] ?? '', 0), visit(homes[1] ?? '', mondayMorning + 90 * minute)];
    expect(await sync([early, late])).toMatchObject([
      { status: 'done', remarks: ['time-bounded'] },
      { status: 'done', remarks: ['time-bounded'] },
    ]);
    expect(await entryRow(late.id)).toMatchObject({ at: mondayMorning });
    expect(await entryRow(early.id)).toMatchObject({ day: '2026-11-02' });
  });

  it('keeps what was seen at a door that has moved to another grid meanwhile, and says so', async () => {
    const item = visit(far ?? '', mondayMorning);
    expect(await sync([item])).toMatchObject([{ status: 'done', remarks: ['home-in-other-grid'] }]);
    expect(await entryRow(item.id)).toMatchObject({ grid_id: 'east-2' });
  });

  it('comes back refused, each for its own reason, and holds nothing else up', async () => {
    const good = visit(near ?? '', mondayMorning);
    const results = await sync([
      visit(randomUUID(), mondayMorning),
      visit(near ?? '', mondayMorning, { grid: 'east-2' }),
      visit(near ?? '', mondayMorning, { answers: {} }),
      visit(near ?? '', mondayMorning, { community: 'c-west' }),
      {
        kind: 'act',
        id: randomUUID(),
        at: 0,
        community: 'c-east',
        matter: randomUUID(),
        type: 'done',
        input: {},
      },
      good,
    ]);
    expect(results.map(({ status, refusal }) => [status, refusal])).toEqual([
      ['refused', { code: 'field-invalid', about: 'home' }],
      ['refused', { code: 'not-yours', about: 'grid' }],
      ['refused', { code: 'field-required', about: 'met' }],
      ['refused', { code: 'not-yours' }],
      ['refused', 'not-found'],
      ['done', undefined],
    ]);
    expect(await sync([visit(near ?? '', mondayMorning)], mondayMorning, walker())).toMatchObject([
      { status: 'refused', refusal: { code: 'not-yours' } },
    ]);
  });

  it('raises a matter from what was seen, once, and the diary ties both together', async () => {
    const seen = visit(near ?? '', mondayMorning + minute);
    street.pass(5 * minute);
    const matter = raise(mondayMorning + 2 * minute, '三楼下水道堵了', { entry: seen.id });
    const [, opened] = await sync([seen, matter], mondayMorning + 5 * minute);
    expect(opened).toMatchObject({ status: 'done', matter: { community: 'c-east' } });
    expect(await sync([seen, matter], mondayMorning + 5 * minute)).toMatchObject([
      { status: 'again' },
      { status: 'again', matter: { id: opened?.matter?.id } },
    ]);
    const diary = await ownDiary(street.deps, worker, {
      from: '2026-11-16' as never,
      until: '2026-11-16' as never,
    });
    expect(diary.at(-1)).toMatchObject({
      title: '入户走访',
      address: '东里 1 号楼 1 单元 101',
      matters: [opened?.matter?.id],
    });
  });

  it('shows a stale task as refused: somebody else was there first', async () => {
    const [opened] = await sync([raise(mondayMorning, '楼道灯坏了')]);
    const id = opened?.matter?.id ?? '';
    const withdraw = (visitN: number): PhoneItem => ({
      kind: 'act',
      id: randomUUID(),
      at: mondayMorning,
      community: 'c-east',
      matter: id,
      visit: { step: 'dispatch', n: visitN },
      type: 'withdraw',
      input: {},
    });
    expect(await sync([withdraw(2)])).toMatchObject([
      { status: 'refused', refusal: { code: 'step-moved-on' } },
    ]);
    expect(await sync([withdraw(1)])).toMatchObject([{ status: 'done' }]);
    expect(await sync([withdraw(1)])).toMatchObject([
      { status: 'refused', refusal: { code: 'step-moved-on' } },
    ]);
  });
});
