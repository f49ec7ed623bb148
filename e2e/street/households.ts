import { identity } from '../../server/src/usecases/testing-registry.ts';
import { type Browsers, phone, type Visitor } from './chromium.ts';
import type { Street } from './start-street.ts';

/** Households of one building, each of one old person who lives alone. */
export interface Households {
  readonly names: readonly string[];
  readonly identityOf: (n: number) => string;
  readonly phoneOf: (n: number) => string;
}
export const householdsOf = (names: readonly string[], telephones: string): Households => ({
  names,
  identityOf: (n) => identity('19540101', 200 + n),
  phoneOf: (n) => `${telephones}${String(n).padStart(2, '0')}`,
});

/** Sends as whoever is signed in there; what is refused is an error. */
export async function send({ context }: Visitor, street: Street, path: string, data: object) {
  const answer = await context.request.post(`${street.address}${path}`, { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
}

/** Takes them into the registry of the community. */
export async function takeHouseholdsIn(worker: Visitor, street: Street, all: Households): Promise<void> {
  const rows = all.names.map(
    (name, n) => `${name},${all.identityOf(n)},${all.phoneOf(n)},柳荫里1号楼1单元${101 + n},柳荫一网格`,
  );
  const buffer = Buffer.from(['姓名,身份证号,联系电话,住址,网格', ...rows].join('\n'));
  const multipart = { community: 'c1', file: { name: '底数.csv', mimeType: 'text/csv', buffer } };
  const taken = await worker.context.request.post(`${street.address}/api/registry/imports`, { multipart });
  if (!taken.ok()) throw new Error(await taken.text());
}

/** Household n at its own telephone, signed in by a code and shown to be who it is. */
export async function atHome(
  browsers: Browsers,
  street: Street,
  all: Households,
  n: number,
): Promise<Visitor> {
  const visitor = await browsers.open(street, undefined, phone);
  await signInAtHome(visitor, street, all, n);
  return visitor;
}

/** By the code that comes to its telephone, and by what the registry knows of it. */
export async function signInAtHome(
  visitor: Visitor,
  street: Street,
  all: Households,
  n: number,
): Promise<void> {
  const { demoCode: code } = await send(visitor, street, '/api/auth/phone/code', { phone: all.phoneOf(n) });
  await send(visitor, street, '/api/auth/phone/enter', { phone: all.phoneOf(n), code });
  const proof = { name: all.names[n], identityEnd: all.identityOf(n).slice(-6) };
  await send(visitor, street, '/api/my-registry/c1/prove', proof);
}
