import { organId } from '@liren/core/basics/ids.ts';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { addKey, listKeys, revokeKey } from './api-keys.ts';
import { asTexts, fromXml, hasSchemas, openDoorServer, schemaFaults } from './testing-open311.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
let app: FastifyInstance;
beforeAll(async () => {
  street = await openExampleStreet(database);
  app = await openDoorServer(street.deps);
});

const get = (path: string) => app.inject({ method: 'GET', url: `/open311/v2/${path}` });
const post = (fields: Readonly<Record<string, string>>, format = 'json', headers = {}) =>
  app.inject({
    method: 'POST',
    url: `/open311/v2/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const good = {
  api_key: 'demo',
  service_code: 'other',
  lat: '40.0012345',
  long: '116.0023456',
  description: '垃圾三天没人清。请打 13812345678 找王小明 <b>&',
  phone: '138 1234 5678',
  email: 'wang@example.cn',
  last_name: '王',
  first_name: '小明',
  device_id: 'd-1',
  media_url: 'http://169.254.169.254/photo.jpg',
};
const reported = async (fields: Readonly<Record<string, string>> = good): Promise<string> => {
  const response = await post(fields);
  expect(response.statusCode, response.body).toBe(200);
  return (response.json() as [{ service_request_id: string }])[0].service_request_id;
};

describe('reading', () => {
  it('says the same in XML and JSON, with the content types of the specification', async () => {
    await reported();
    const { service_code: code } = (await get('services.json')).json()[0] as { service_code: string };
    for (const path of ['services', `services/${code}`, 'requests', 'discovery']) {
      const [json, xml] = [await get(`${path}.json`), await get(`${path}.xml`)];
      expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
      expect(xml.body.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
      expect(fromXml(xml.body)).toEqual(asTexts(json.json()));
    }
  });

  it('offers every affair of the catalogue and one for what nobody can name', async () => {
    const services = (await get('services.json')).json() as { service_code: string }[];
    expect(services).toHaveLength(street.deps.library.catalogue.affairs.size + 1);
    expect(services.at(-1)?.service_code).toBe('other');
  });

  it('answers as the published JSON schemas ask', async () => {
    if (!hasSchemas)
      return console.info('published GeoReport schemas are not at hand: answers not held against them');
    await reported();
    const definition = (await get('services/other.json')).json();
    expect(schemaFaults('services', (await get('services.json')).json())).toEqual([]);
    expect(schemaFaults('service-definition', definition)).toEqual([]);
    expect(schemaFaults('requests', (await get('requests.json')).json())).toEqual([]);
    // The check itself can fail.
    expect(schemaFaults('requests', [{ service_request_id: 1, status: 'new' }])).not.toEqual([]);
  });

  it('finds a service whether or not the client encodes the slash of its code', async () => {
    const [code = ''] = street.deps.library.catalogue.affairs.keys();
    expect(code).toContain('/');
    for (const written of [code, encodeURIComponent(code)]) {
      const response = await get(`services/${written}.json`);
      expect(response.json().service_code).toBe(code);
    }
  });

  it('refuses what is not there: 404 with a reason in the format asked for', async () => {
    for (const [path, status] of [
      ['services/nothing.json', 404],
      ['requests/00000000-0000-4000-8000-000000000000.json', 404],
      ['requests/1.json', 404],
      ['tokens/1.json', 404],
      ['nowhere.json', 404],
      ['services.json?jurisdiction_id=elsewhere', 404],
      ['requests.json?service_code=nothing', 404],
      ['requests.json?status=lost', 400],
      ['requests.json?start_date=yesterday', 400],
      ['requests.json?start_date=2026-02-30T25:00:00Z', 400],
      ['requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
      ['requests.json?start_date=2026-06-01T00:00:00Z&end_date=2026-05-01T00:00:00Z', 400],
    ] as const) {
      const response = await get(path);
      expect([path, response.statusCode]).toEqual([path, status]);
      expect(response.json()).toEqual([{ code: status, description: expect.any(String) }]);
    }
    const xml = await get('services/nothing.xml');
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(fromXml(xml.body)).toEqual([{ code: '404', description: '没有这个 service_code。' }]);
  });

  it('lets every web page ask', async () => {
    const response = await get('services.json');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    const preflight = await app.inject({ method: 'OPTIONS', url: '/open311/v2/requests.json' });
    expect(preflight.statusCode).toBe(204);
  });
});

describe('listing', () => {
  it('filters by time, code and status, several at once, and takes ids before everything else', async () => {
    const east = await reported();
    const list = async (query: string) =>
      ((await get(`requests.json?${query}`)).json() as { service_request_id: string }[]).map(
        (row) => row.service_request_id,
      );
    expect(await list('status=open')).toContain(east);
    expect(await list('status=open,closed&service_code=other')).toContain(east);
    expect(await list('status=open&status=closed')).toContain(east);
    expect(await list('status=closed')).not.toContain(east);
    const [code] = street.deps.library.catalogue.affairs.keys();
    expect(await list(`service_code=${code}`)).not.toContain(east);
    expect(await list('end_date=2026-11-15T00:00:00Z')).not.toContain(east);
    expect(await list('start_date=2026-11-16T00:00:00%2B08:00')).toContain(east);
    expect(await list(`service_request_id=${east},x&status=closed`)).toEqual([east]);
    expect(await list('jurisdiction_id=c-west')).not.toContain(east);
    expect(await list('status=&start_date=')).toContain(east);
  });
});

describe('reporting', () => {
  it('opens a matter at the right place for the person with that number, from the seat of the program', async () => {
    const id = await reported();
    const matter = (
      await database.pool.query(
        'SELECT community_id, place_id, channel, affair, state FROM matter WHERE id = $1',
        [id],
      )
    ).rows[0];
    expect(matter).toMatchObject({
      community_id: 'c-east',
      place_id: 'east-1',
      channel: 'open311',
      affair: null,
    });
    const [opened] = (
      await database.pool.query('SELECT actor, data FROM event WHERE matter_id = $1 AND seq = 1', [id])
    ).rows;
    expect(opened.actor).toMatchObject({ post: 'open311-client', organ: 'o-hotline' });
    const people = (
      await database.pool.query(
        `SELECT role, phone_index IS NOT NULL AS known FROM participant JOIN person ON person.id = person_id WHERE matter_id = $1 ORDER BY role`,
        [id],
      )
    ).rows;
    expect(people).toEqual([
      { role: 'opener', known: true },
      { role: 'staff', known: false },
    ]);
    // Nothing personal stands in the chain.
    expect(JSON.stringify(opened)).not.toMatch(/小明|1381234|wang@|169\.254/);
    const sealed = (
      await database.pool.query('SELECT name, audience FROM sealed WHERE matter_id = $1 ORDER BY name', [id])
    ).rows.map(({ name, audience }) => `${name}:${audience}`);
    expect(sealed).toEqual([
      'device:handlers',
      'email:handlers',
      'location:parties',
      'media:handlers',
      'phone:handlers',
      'reporter:handlers',
      'text:parties',
      'title:parties',
    ]);
  });

  it('shows the public neither words nor door: rounded point, community, no description', async () => {
    const id = await reported();
    const [shown] = (await get(`requests/${id}.json`)).json();
    expect(shown).toMatchObject({
      service_request_id: id,
      status: 'open',
      description: null,
      address: '东里社区',
      lat: 40.001,
      long: 116.002,
      requested_datetime: '2026-11-16T10:00:00+08:00',
      expected_datetime: '2026-11-16T10:30:00+08:00',
    });
  });

  it('opens the description when the reporter agreed, without numbers and mail', async () => {
    const fields = {
      ...good,
      description: '2026-11-01 起打 138-1234-5678 或 a.b@c.cn 没人接',
      'attribute[openText]': 'yes',
    };
    const [shown] = (await get(`requests/${await reported(fields)}.json`)).json();
    expect(shown.description).toBe('2026-11-01 起打 … 或 … 没人接');
    const refused = { ...fields, 'attribute[openText]': 'no' };
    const [hidden] = (await get(`requests/${await reported(refused)}.json`)).json();
    expect(hidden.description).toBeNull();
  });

  it('takes an address or an address id instead of a point', async () => {
    const { lat: _lat, long: _long, ...elsewhere } = good;
    const community = async (fields: Record<string, string>) => {
      const [shown] = (await get(`requests/${await reported({ ...elsewhere, ...fields })}.json`)).json();
      return shown.address;
    };
    expect(await community({ address_id: 'west' })).toBe('西里社区');
    expect(await community({ address_string: '西里社区 3 号楼' })).toBe('西里社区');
    expect(await community({ address_string: '某处' })).toBe('试验街道');
  });

  it('makes one matter of a repeated report, and leads from the token to it', async () => {
    const headers = { 'idempotency-key': 'client-7' };
    const [first, again] = [await post(good, 'json', headers), await post(good, 'json', headers)];
    expect(again.json()).toEqual(first.json());
    const token = String(first.headers['open311-token']);
    const found = (await get(`tokens/${token}.json`)).json();
    expect(found).toEqual([{ service_request_id: first.json()[0].service_request_id, token }]);
  });

  it('answers in XML, to a page of another site', async () => {
    const response = await post(good, 'xml', { origin: 'https://app.example.org' });
    expect(response.statusCode).toBe(200);
    expect(fromXml(response.body)).toEqual([
      {
        service_request_id: expect.any(String),
        service_notice: expect.stringContaining('编号'),
        account_id: '',
      },
    ]);
  });

  it('is closed to whoever holds no key', async () => {
    const { api_key: _key, ...without } = good;
    for (const fields of [without, { ...good, api_key: '' }, { ...good, api_key: 'wrong' }]) {
      const response = await post(fields);
      expect(response.statusCode).toBe(403);
      expect(response.json()).toEqual([{ code: 403, description: expect.stringContaining('api_key') }]);
    }
  });

  it('gives keys that work until they are revoked', async () => {
    const { pool } = database;
    const from = { label: '测试程序', organ: organId('o-hotline'), from: '2026-11-01' as never };
    const key = await addKey(pool, from, street.deps.shell.now());
    await reported({ ...good, api_key: key });
    const [line] = await listKeys(pool);
    expect(await revokeKey(pool, line?.id ?? '', street.deps.shell.now())).toBe(true);
    expect((await post({ ...good, api_key: key })).statusCode).toBe(403);
    expect(JSON.stringify((await pool.query('SELECT * FROM api_key')).rows)).not.toContain(key);
  });

  it('does not know the key demo outside a demonstration', async () => {
    const strict = await openDoorServer({ ...street.deps, mode: 'production' });
    const response = await strict.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(good).toString(),
    });
    expect(response.statusCode).toBe(403);
  });

  it('refuses an account whose post has ended', async () => {
    const { pool } = database;
    const from = { label: '旧程序', organ: organId('o-hotline'), from: '2026-11-01' as never };
    const key = await addKey(pool, from, street.deps.shell.now());
    await pool.query(
      `UPDATE post SET until_date = '2026-11-10' WHERE person_id = (SELECT person_id FROM api_key WHERE label = '旧程序')`,
    );
    expect((await post({ ...good, api_key: key })).statusCode).toBe(403);
  });
});
