import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import { verifyDocument } from '@liren/core/record/export.ts';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { photoKey, thumbnailKey } from '../adapters/files/file-store.ts';
import { buildApp } from '../http/app.ts';
import { type Browser, enterByPhone, openBrowser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';

/** Words that stand nowhere else, so that wherever they turn up they were carried there. */
const phone = '13977418852';
const name = '欧阳紫薇';
const words = '缙云斋鹦鹉夜啼扰民';
const address = '翡翠胡同甲七号';
const reason = '核对欧阳紫薇的门牌';
const personal = [phone, name, words, address, reason, '紫薇', '鹦鹉夜啼'];

const database = testDatabase();
let street: TestStreet;
let resident: Browser;
const logged: string[] = [];
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  street = await startStreet(database.pool);
  const { deps, signIn, files, live } = street.wired;
  // The same server once more, with every line of its log kept.
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const app = await buildApp({ deps, signIn, files, live, doors: [], logger, limitRequests: false });
  resident = openBrowser(app, 'phone');
  const entered = await enterByPhone(resident, phone);
  expect(entered.statusCode, entered.body).toBe(200);
  await resident.send('PUT', '/api/session/name', { name });
});
afterAll(() => street.close());

async function as(role: Role): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, known);
  return known;
}
interface Key {
  readonly community: string;
  readonly id: string;
}
const act = async (browser: Browser, { community, id }: Key, type: string, input: object = {}) => {
  const body = { commandId: randomUUID(), type, input };
  const response = await browser.send('POST', `/api/matters/${community}/${id}/commands`, body);
  expect(response.statusCode, response.body).toBe(200);
};

/** A photo as an upload leaves it. */
async function uploaded(community: string) {
  const { rows } = await database.pool.query<{ id: string }>(`SELECT id FROM person WHERE phone_index = $1`, [
    street.wired.deps.people.blindIndex.ofPhone(unwrap(normalisePhone(phone))),
  ]);
  const file = randomUUID();
  const sha256 = 'ab'.repeat(32);
  const { fileStore } = street.wired.deps;
  await fileStore.put(photoKey(file), new Uint8Array([1, 2, 3]), 'image/jpeg');
  await fileStore.put(thumbnailKey(file), new Uint8Array([1]), 'image/jpeg');
  await database.pool.query(
    `INSERT INTO file (community_id, id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
     VALUES ($1, $2, 3, $3, 'image/jpeg', 1, 1, $4, 0)`,
    [community, file, sha256, rows[0]?.id],
  );
  return { file, sha256 };
}

let matter: Key;
let photo: { file: string; sha256: string };
const opening = { commandId: randomUUID(), procedure: 'complaint', community: 'c1' };

describe('what somebody says, and who they are, lies open nowhere', () => {
  it('takes the main story through with words that stand nowhere else', async () => {
    photo = await uploaded('c1');
    const input = {
      title: words,
      text: `${name}：${words}，电话 ${phone}`,
      location: { lat: 39.905, long: 116.405, address },
      phone,
      photos: [photo],
    };
    const opened = await resident.send('POST', '/api/matters', { ...opening, input });
    expect(opened.statusCode, opened.body).toBe(201);
    matter = opened.json();
    // The answer was lost on the way, and the phone sends it again.
    const again = await resident.send('POST', '/api/matters', { ...opening, input });
    expect(again.statusCode, again.body).toBe(201);
    expect(again.json()).toEqual({ ...opened.json(), repeated: true });
    await act(await as('dispatcher'), matter, 'assign', { organ: 'street-office', note: `请联系${name}` });
    const url = `/api/matters/${matter.community}/${matter.id}`;
    const revealed = await (await as('clerk')).send('POST', `${url}/reveal`, {
      seq: 1,
      name: 'phone',
      reason,
    });
    expect(revealed.json().value).toContain(phone);
    await act(await as('leader'), matter, 'note-progress', { text: `已找到${name}家`, photos: [] });
    for (const path of [url, '/api/mine', '/api/my-data'])
      expect((await resident.send('GET', path)).statusCode).toBe(200);
    expect((await resident.send('POST', '/api/suggest', { text: words })).statusCode).toBe(200);
    // Refusals and faults speak of what was sent, too.
    for (const bad of [{ colour: words }, { title: { [words]: phone } }, { title: words, phone: name }])
      expect(
        (await resident.send('POST', '/api/matters', { ...opening, commandId: randomUUID(), input: bad }))
          .statusCode,
      ).toBe(400);
    expect((await resident.send('GET', `/api/matters/${encodeURIComponent(name)}/${phone}`)).statusCode).toBe(
      400,
    );
  });

  it('in no line of the log', () => {
    expect(logged.length).toBeGreaterThan(0);
    const all = logged.join('');
    expect(personal.filter((each) => all.includes(each) || all.includes(encodeURIComponent(each)))).toEqual(
      [],
    );
  });

  it('in no table but the words that search needs, cut into pieces and without any number', async () => {
    const found: string[] = [];
    for (const [table, rows] of await dumpOf(database.pool))
      for (const each of personal) if (rows.includes(each)) found.push(`${table}: ${each}`);
    expect(found.filter((each) => !each.startsWith('matter_words'))).toEqual([]);
    expect(found.filter((each) => each.includes(phone))).toEqual([]);
  });

  it('in no file that a handler takes along: a number is asked for with a reason', async () => {
    const url = `/api/records/${matter.community}/${matter.id}?openings=true`;
    const taken = await (await as('dispatcher')).send('GET', url);
    expect(taken.json().openings['1'].title.value).toBe(words);
    expect(taken.json().openings['1'].phone).toBeUndefined();
    expect(verifyDocument(taken.json())).toMatchObject({ ok: true });
  });

  it('in no answer to somebody who guesses what was written', async () => {
    const guess = { text: `${name} ${words}`, lat: 39.905, long: 116.405 };
    const similar = async (browser: Browser) =>
      (await browser.send('POST', '/api/suggest', guess)).json().similar;
    expect(await similar(street.guest())).toEqual([]);
    expect(await similar(await as('neighbour'))).toEqual([]);
    expect((await similar(await as('clerk')))[0]).toMatchObject({ id: matter.id });
  });
});

describe('who erases leaves nothing behind', () => {
  it('but a chain that still verifies, and projections that a replay confirms', async () => {
    // An objection is said as well, though one is no party to the matter.
    const ranking = (
      await (
        await as('leader')
      ).send('POST', '/api/matters', {
        commandId: randomUUID(),
        procedure: 'monthly-ranking',
        input: { month: '2026-11' },
      })
    ).json();
    await act(await as('leader'), ranking, 'publish', { title: '排名', text: '见表' });
    await act(resident, ranking, 'object', { text: words });
    const neighbours = await (await as('neighbour')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      input: { title: '路灯坏了三盏' },
    });
    await act(resident, neighbours.json(), 'join');

    const erased = await resident.send('POST', '/api/my-data/erase', { confirm: '删除' });
    expect(erased.statusCode, erased.body).toBe(200);
    const { pool, shell, fileStore } = { pool: database.pool, ...street.wired.deps };
    const count = async (sql: string, ...values: unknown[]) => (await pool.query(sql, values)).rowCount;
    expect(await count(`SELECT 1 FROM file WHERE id = $1`, photo.file)).toBe(0);
    expect(await fileStore.get(photoKey(photo.file))).toBeUndefined();
    expect(await fileStore.get(thumbnailKey(photo.file))).toBeUndefined();
    expect(await count(`SELECT 1 FROM sealed WHERE matter_id = $1 AND seq = 1`, matter.id)).toBe(0);
    const objected = `SELECT 1 FROM sealed s JOIN event e USING (community_id, matter_id, seq) WHERE s.matter_id = $1 AND e.type = 'objected'`;
    expect(await count(objected, ranking.id)).toBe(0);
    expect(await count(`SELECT 1 FROM matter_words WHERE matter_id = $1`, matter.id)).toBe(0);
    expect(await count(`SELECT 1 FROM matter_words WHERE matter_id = $1`, neighbours.json().id)).toBe(1);
    const person = `SELECT id FROM person WHERE erased_at IS NOT NULL`;
    expect(await count(`SELECT 1 FROM participant WHERE person_id IN (${person})`)).toBe(0);
    const [gone] = (await pool.query<{ id: string }>(person)).rows;
    const tied = [...(await dumpOf(database.pool))]
      .filter(([, rows]) => rows.includes(gone?.id ?? ''))
      .map(([table]) => table);
    expect(tied).toEqual(['person']);
    const record = await street.guest().send('GET', `/api/records/${matter.community}/${matter.id}`);
    expect(verifyDocument(record.json())).toMatchObject({ ok: true });
    expect((await replayAll(shell, { repair: false })).differences).toEqual([]);
  });

  it('and staff do not erase what they did in office', async () => {
    const refused = await (await as('leader')).send('POST', '/api/my-data/erase', { confirm: '删除' });
    expect(refused.statusCode).toBe(403);
  });
});

describe('a notice', () => {
  it('carries no figures that somebody wrote, even where no month can be computed', async () => {
    const opened = await (await as('leader')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'monthly-ranking',
      input: { month: 'nomonth' },
    });
    const { community, id } = opened.json();
    const response = await (await as('leader')).send('POST', `/api/matters/${community}/${id}/commands`, {
      commandId: randomUUID(),
      type: 'publish',
      input: { title: '排名', text: '见表', figures: { rows: [] } },
    });
    expect(response.json().error).toMatchObject({ code: 'field-required', about: 'figures' });
  });
});
