import { randomUUID } from 'node:crypto';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import {
  addItem,
  emptyOutbox,
  type ItemResult,
  nextBatch,
  type Outbox,
  type OutboxItem,
  settleBatch,
} from '@liren/core/fieldwork/outbox.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { countStrayVisits } from '../store/fieldwork.ts';
import { drawHomes } from '../store/grids.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { replayAll } from './replay.ts';
import { type PhoneResult, syncPhone } from './sync-phone.ts';
import { addHomes, kept, raise, sent, visit, walker } from './testing-fieldwork.ts';
import { inTransaction } from './transact.ts';

vi.setConfig({ testTimeout: 3_600_000 });
/** How many interleavings; a release is held to 10,000. */
const runs = Number(process.env['INTERLEAVINGS'] ?? 150);

const database = testDatabase<Tables>();
let street: ExampleStreet;
let homes: readonly string[];
beforeAll(async () => {
  street = await openExampleStreet(database);
  homes = [
    ...(await addHomes(database.pool, 'east-1', ['101', '102'])),
    ...(await addHomes(database.pool, 'east-2', ['201'], '2')),
  ];
});

/** What can happen to a call: it never arrives, its answer never does, the server dies within it, it is made twice at once. */
const fates = ['heard', 'never-sent', 'answer-lost', 'died-within', 'twice-at-once'] as const;
const phones = fc.constantFrom(0, 1);
const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      phone: phones,
      home: fc.nat(3),
      met: fc.boolean(),
      ago: fc.nat(9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('raise' as const), phone: phones }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('act' as const), phone: phones, pick: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      phone: phones,
      fate: fc.constantFrom(...fates),
      most: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('office-acts' as const), pick: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('office-moves' as const),
      home: fc.nat(2),
      to: fc.constantFrom('east-1', 'east-2'),
    }),
  },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** A door that no registry has: what is said of it comes back refused. */
const nowhere = '00000000-0000-4000-8000-000000000000';

class Phone {
  outbox: Outbox = emptyOutbox;
  readonly all: OutboxItem[] = [];
  readonly heard = new Map<string, ItemResult>();
  readonly who = walker('east-1', 'east-2');

  add(item: OutboxItem): void {
    this.all.push(item);
    this.outbox = addItem(this.outbox, item);
  }
  private call(batch: readonly OutboxItem[]): Promise<readonly PhoneResult[]> {
    const sentAt = street.deps.shell.now();
    return syncPhone(street.deps, this.who, { sentAt, items: batch.map(sent) });
  }
  private hear(results: readonly PhoneResult[]): void {
    const told = results.map(
      ({ id, status, refusal }): ItemResult => ({
        id,
        status,
        ...(refusal !== undefined && { refusal: { code: JSON.stringify(refusal), message: '' } }),
      }),
    );
    for (const each of told) this.heard.set(each.id, each);
    this.outbox = settleBatch(this.outbox, told);
  }
  async sync(fate: (typeof fates)[number], most: number): Promise<void> {
    const batch = nextBatch(this.outbox, most);
    if (fate === 'never-sent') return;
    if (fate === 'died-within') await this.call(batch.slice(0, Math.ceil(batch.length / 2)));
    else if (fate === 'answer-lost') await this.call(batch);
    else if (fate === 'twice-at-once') {
      const [first] = await Promise.all([this.call(batch), this.call(batch)]);
      this.hear(first);
    } else this.hear(await this.call(batch));
  }
}

class World {
  readonly phones = [new Phone(), new Phone()] as const;
  /** Matters raised so far, as ids of commands. */
  readonly raised: string[] = [];
  readonly tally: Map<string, number>;

  constructor(tally: Map<string, number>) {
    this.tally = tally;
  }
  count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }
  async matterOf(pick: number): Promise<string | undefined> {
    const command = this.raised[pick % Math.max(1, this.raised.length)];
    if (command === undefined) return undefined;
    const { rows } = await database.pool.query<{ matter_id: string }>(
      `SELECT matter_id FROM command WHERE community_id = 'c-east' AND id = $1::uuid`,
      [command],
    );
    return rows[0]?.matter_id;
  }
  async take(step: Step): Promise<void> {
    const now = street.deps.shell.now();
    if (step.do === 'office-moves') return this.moveHome(step.home, step.to);
    if (step.do === 'office-acts') return this.act(this.phones[0], step.pick, true);
    const phone = this.phones[step.phone === 0 ? 0 : 1];
    if (step.do === 'visit') {
      const answers = { met: step.met ? 'someone' : 'nobody' };
      phone.add(kept(visit(homes[step.home] ?? nowhere, now - step.ago * 1000, { answers })));
    } else if (step.do === 'raise') {
      const from = phone.outbox.waiting.findLast(({ kind }) => kind === 'entry')?.id;
      const item = raise(now, '楼道堆了东西', from === undefined ? {} : { entry: from });
      this.raised.push(item.id);
      phone.add(kept(item));
    } else if (step.do === 'act') await this.act(phone, step.pick, false);
    else {
      this.count(step.fate);
      await phone.sync(step.fate, step.most);
    }
  }
  /** Takes a matter back: from the phone by and by, from the office at once. */
  private async act(phone: Phone, pick: number, now: boolean): Promise<void> {
    const matter = await this.matterOf(pick);
    if (matter === undefined) return;
    const item = kept({
      kind: 'act',
      id: randomUUID(),
      at: street.deps.shell.now(),
      community: 'c-east',
      matter,
      visit: { step: 'dispatch', n: 1 },
      type: 'withdraw',
      input: {},
    });
    if (!now) return phone.add(item);
    const [result] = await syncPhone(street.deps, phone.who, { sentAt: 0, items: [sent(item)] });
    this.count(`office ${result?.status}`);
  }
  private async moveHome(home: number, to: string): Promise<void> {
    const today = civilDateOf(street.deps.shell.now());
    await inTransaction(database.pool, (client) =>
      drawHomes(client, 'c-east', today, [{ id: homes[home] ?? '', grid_id: to }]),
    );
  }
}

const idsIn = async (table: string, column: string, ids: readonly string[]): Promise<readonly string[]> =>
  (
    await database.pool.query<{ id: string }>(
      `SELECT ${column} AS id FROM ${table} WHERE community_id = 'c-east' AND ${column} = ANY($1::uuid[])`,
      [ids],
    )
  ).rows.map(({ id }) => id);

async function check(world: World): Promise<void> {
  const all = world.phones.flatMap((phone) => phone.all);
  const heard = new Map(world.phones.flatMap((phone) => [...phone.heard]));
  const accepted = (kind: OutboxItem['kind']) =>
    all
      .filter((item) => item.kind === kind && ['done', 'again'].includes(heard.get(item.id)?.status ?? ''))
      .map(({ id }) => id);
  // Nothing is lost: every item was answered.
  expect(all.filter(({ id }) => !heard.has(id))).toEqual([]);
  const entries = all.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  expect((await idsIn('field_entry', 'id', entries)).toSorted()).toEqual(accepted('entry').toSorted());
  // Nothing is doubled: each command stands once, and brought one matter.
  const commands = all.filter(({ kind }) => kind !== 'entry').map(({ id }) => id);
  expect((await idsIn('command', 'id', commands)).toSorted()).toEqual(
    [...accepted('open'), ...accepted('act')].toSorted(),
  );
  for (const { status } of heard.values()) world.count(status);
}

/** Something to act upon. */
const beginning: readonly Step[] = [
  { do: 'raise', phone: 0 },
  { do: 'sync', phone: 0, fate: 'heard', most: 4 },
];

describe('two phones and the office', () => {
  it('lose nothing, double nothing, and leave what a replay leaves, whatever is cut off and when', async () => {
    const tally = new Map<string, number>();
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 14, size: 'max' }), async (script) => {
        const world = new World(tally);
        street.pass(60_000);
        for (const step of [...beginning, ...script]) await world.take(step);
        for (const phone of world.phones)
          while (nextBatch(phone.outbox).length > 0) await phone.sync('heard', 50);
        await check(world);
        opened += world.raised.length;
      }),
      { numRuns: runs },
    );
    expect(await countStrayVisits(database.pool)).toBe(0);
    const report = await replayAll(street.deps.shell, { repair: false });
    expect(report.differences).toEqual([]);
    expect(report.matters).toBe(opened);
    for (const reached of ['done', 'again', 'refused', 'office done', ...fates])
      expect([reached, (tally.get(reached) ?? 0) > 3]).toEqual([reached, true]);
  });
});
