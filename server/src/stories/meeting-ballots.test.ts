import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLibrary } from '../adapters/charters/library.ts';
import type { Browser } from '../signin/testing-sign-in.ts';
import { seatOf, startCharterStreet } from '../testing/charter-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Served } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';
import { chartersFolder } from '../wiring.ts';

const database = testDatabase();
let street: Served;
const browsers = new Map<string, Browser>();
const chair = seatOf('chair', 'community');
const secretary = seatOf('secretary', 'party-branch');
const auditor = seatOf('supervisory-member', 'supervisory-committee');
const minute = 60_000;
const day = 24 * 60 * minute;

beforeAll(async () => {
  const charter = unwrap(loadLibrary(chartersFolder)).charters.get('shenzhen-council')?.charter;
  if (charter === undefined) throw new Error('no such charter');
  street = await startCharterStreet(database.pool, charter, ['resident-representative', 'branch-member']);
});
afterAll(() => street.close());

async function as(role: string): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, known);
  return known;
}
const send = async (role: string, path: string, body: object) => (await as(role)).send('POST', path, body);
const ask = async (role: string, path: string) => (await (await as(role)).send('GET', path)).json();
async function done(role: string, id: string, type: string, input: object = {}): Promise<void> {
  const command = { commandId: randomUUID(), type, input };
  const response = await send(role, `/api/matters/c1/${id}/commands`, command);
  expect(response.statusCode, `${type}: ${response.body}`).toBe(200);
}
async function passUntil(at: number): Promise<void> {
  street.pass({ hours: (at - street.now()) / 3_600_000 });
  // Nobody stays signed in for weeks.
  browsers.clear();
  await wakeDueMatters(street.wired.deps.shell, (error) => {
    throw error;
  });
}
const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const wholeMinute = (at: number): number => Math.floor(at / minute) * minute;
const roll = async (by: string, id: string): Promise<readonly { id: string; no: number }[]> =>
  (await ask(by, `/api/polls/c1/${id}/roll?limit=500`)).rows;
const pollOf = async (by: string, id: string) =>
  (await ask(by, `/api/polls/c1/${id}`)).polls.find(({ step }: { step: string }) => step === 'meet');
const arrive = (by: string, id: string, entry: string, at?: number) =>
  send(by, `/api/meetings/c1/${id}/arrivals`, { entry, ...(at !== undefined && { at }) });
const ballot = (entry: string, choice: string, channel = 'desk') => ({
  entry,
  channel,
  said: { code: randomUUID().slice(0, 23), choice: [choice] },
});
const cast = (by: string, id: string, body: object) => send(by, `/api/polls/c1/${id}/ballots`, body);

/** The party has looked at it: it waits for its meeting. */
async function readyToMeet(title: string, procedure = 'residents-representatives-meeting'): Promise<string> {
  const opened = await send(chair, '/api/matters', {
    commandId: randomUUID(),
    procedure,
    community: 'c1',
    input: { title, text: '要大家定' },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json();
  const first = wholeMinute(street.now() + 3 * day);
  await done(secretary, id, 'convene', { starts: clock(first), place: '支部', text: title });
  await passUntil(first + minute);
  const branch = await roll(secretary, id);
  for (const { id: entry } of branch) await arrive(secretary, id, entry);
  await done(secretary, id, 'begin');
  await done(secretary, id, 'resolve', { for: branch.length, against: 0, abstain: 0, counters: '甲、乙' });
  await done(secretary, id, 'write-minutes', { text: '同意' });
  await done(auditor, id, 'confirm-minutes', { right: true });
  return id;
}
/** The representatives were convened and met a day ago, and nothing of it is entered yet. */
async function metUnseen(title: string): Promise<{ id: string; starts: number }> {
  const id = await readyToMeet(title);
  const starts = wholeMinute(street.now() + 10 * day);
  await done(chair, id, 'convene', { starts: clock(starts), place: '礼堂', text: title });
  await passUntil(starts + day);
  return { id, starts };
}
/** So many minutes after the beginning, for the first, the second … of the roll. */
async function enterPaper(id: string, starts: number, minutes: readonly number[]): Promise<void> {
  const lines = await roll(chair, id);
  for (const [i, late] of minutes.entries())
    expect((await arrive(chair, id, lines[i]?.id ?? '', starts + late * minute)).statusCode).toBe(200);
}
const nine = [-9, -8, -7, -6, -5, -4, -3, -2, -1];

describe('a meeting with ballots that is entered the day after', () => {
  it('begins with those who were there by then; its box opens as it is entered, for whoever came', async () => {
    const { id, starts } = await metUnseen('修礼堂');
    await enterPaper(id, starts, [...nine, 40]);
    const lines = await roll(chair, id);
    const [first, , , , , , , , , late, absent] = lines.map((line) => line.id);
    // Before it has begun there is no box.
    expect((await cast(chair, id, ballot(first ?? '', 'for'))).json().error.code).toBe('not-open');
    await done(chair, id, 'begin', { began: clock(starts + 10 * minute) });
    const begun = (await ask(chair, `/api/matters/c1/${id}`)).record.at(-1);
    expect(begun).toMatchObject({
      type: 'meeting-begun',
      data: { at: starts + 10 * minute, present: { heads: 9 }, roll: { heads: 12 } },
    });
    const { opensAt, closesAt } = await pollOf(chair, id);
    expect([opensAt, closesAt]).toEqual([begun.at, begun.at + day]);
    // Who came late has a vote; who stayed at home has none.
    for (const [i, { id: entry }] of lines.slice(0, 10).entries())
      expect((await cast(chair, id, ballot(entry, i < 6 ? 'for' : 'against'))).statusCode).toBe(200);
    expect((await cast(chair, id, ballot(absent ?? '', 'for'))).json().error.code).toBe('not-present');
    expect((await cast(chair, id, ballot(late ?? '', 'for'))).json().error.code).toBe('already-voted');
    await done(chair, id, 'resolve');
    expect((await ask(chair, `/api/matters/c1/${id}`)).record.at(-1)).toMatchObject({
      type: 'resolved',
      data: {
        outcome: 'passed',
        bases: { whole: { heads: 12 }, present: { heads: 10 }, cast: { heads: 10 } },
        tally: { options: { for: { heads: 6 }, against: { heads: 4 } } },
      },
    });
  });

  it('does not begin, and opens no box, where too few were there by then', async () => {
    const { id, starts } = await metUnseen('换大门');
    await enterPaper(id, starts, [...nine.slice(0, 7), 30, 31]);
    const [first] = await roll(chair, id);
    await done(chair, id, 'begin', { began: clock(starts + 10 * minute) });
    expect((await ask(chair, `/api/matters/c1/${id}`)).record.at(-1)).toMatchObject({
      type: 'not-quorate',
      data: { present: { heads: 7 } },
    });
    expect((await pollOf(chair, id)).opensAt).toBeUndefined();
    expect((await cast(chair, id, ballot(first?.id ?? '', 'for'))).json().error.code).toBe('not-open');
  });

  it('is not convened together with a matter of other people', async () => {
    const [own, other] = [await readyToMeet('修井'), await readyToMeet('修路', 'residents-meeting')];
    const wish = (matters: readonly string[]) => ({
      id: randomUUID(),
      starts: clock(wholeMinute(street.now() + 30 * day)),
      place: '礼堂',
      items: matters.map((matter) => ({ matter, text: '议题' })),
    });
    expect((await send(chair, '/api/meetings/c1', wish([own, other]))).json().error.code).toBe(
      'not-together',
    );
  });

  it('replays to what the tables hold', async () => {
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
