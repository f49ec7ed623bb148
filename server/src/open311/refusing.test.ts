import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { openDoorServer } from './testing-open311.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
let app: FastifyInstance;
beforeAll(async () => {
  street = await openExampleStreet(database);
  app = await openDoorServer(street.deps);
});

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

describe('refusing a report', () => {
  const { lat: _lat, ...halfPoint } = good;
  const { lat: _lat2, long: _long2, ...noPlace } = good;
  it.each([
    ['no service', { ...good, service_code: '' }, 400],
    ['unknown service', { ...good, service_code: 'nothing' }, 404],
    ['unknown jurisdiction', { ...good, jurisdiction_id: 'elsewhere' }, 404],
    ['half a point', halfPoint, 400],
    ['no place', noPlace, 400],
    ['latitude beyond the pole', { ...good, lat: '91' }, 400],
    ['longitude in words', { ...good, long: 'east' }, 400],
    ['latitude in hexadecimal', { ...good, lat: '0x20' }, 400],
    ['a point outside', { ...good, lat: '10', long: '10' }, 400],
    ['unknown address id', { ...noPlace, address_id: 'nowhere' }, 400],
    ['an over-long description', { ...good, description: '长'.repeat(4001) }, 400],
    ['an over-long address', { ...good, address_string: '长'.repeat(201) }, 400],
    ['an over-long name', { ...good, first_name: '长'.repeat(41) }, 400],
    ['no telephone number', { ...good, phone: '12' }, 400],
    ['no mail address', { ...good, email: 'nobody' }, 400],
    ['a link to a file', { ...good, media_url: 'file:///etc/passwd' }, 400],
    ['unknown attribute', { ...good, 'attribute[colour]': 'red' }, 400],
    ['a wrong choice', { ...good, 'attribute[openText]': 'perhaps' }, 400],
    ['an unknown urgency', { ...good, 'attribute[urgency]': 'very' }, 400],
    ['something else without a word', { ...good, description: '' }, 400],
    ['signs that no text has, which it leaves out', { ...good, description: '坏\u0000字\u0008' }, 200],
  ])('judges %s', async (_name, fields, status) => {
    street.pass(61_000);
    const before = (await database.pool.query('SELECT count(*) AS n FROM matter')).rows[0].n;
    const response = await post(fields);
    expect([response.statusCode, response.body]).toEqual([status, expect.any(String)]);
    const after = (await database.pool.query('SELECT count(*) AS n FROM matter')).rows[0].n;
    expect(after - before).toBe(status === 200 ? 1 : 0);
    if (status !== 200) expect(response.json()[0].code).toBe(status);
  });

  it('tells every fault at once', async () => {
    const response = await post({ ...good, lat: '91', phone: 'x', email: 'y' });
    expect(response.json()).toHaveLength(3);
  });

  it('refuses bodies of another kind or size', async () => {
    const other = await app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(good),
    });
    expect(other.statusCode).toBe(400);
    const large = await post({ ...good, description: 'x'.repeat(70_000) });
    expect(large.statusCode).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`a${i}`, '1']));
    expect((await post({ ...many, ...good })).statusCode).toBe(400);
  });

  it('lets a key report only so often', async () => {
    street.pass(61_000);
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push((await post({ ...good, service_code: 'nothing' })).statusCode);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 404));
    const refused = await post(good);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    street.pass(61_000);
    expect((await post(good)).statusCode).toBe(200);
  });
});
