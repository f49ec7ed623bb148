import { randomUUID } from 'node:crypto';
import { type CivilDate, type Instant, type PersonId, personId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Pool, PoolClient } from 'pg';
import type { BlindIndex } from '../adapters/crypto/blind-index.ts';
import type { PhoneNumber } from '../adapters/crypto/phone.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';

export type PersonKind = 'resident' | 'staff';

/** A person with what was sealed opened again; undefined where nothing is known. */
export interface Person {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly demo: boolean;
  readonly name: string | undefined;
  readonly phone: PhoneNumber | undefined;
}

export interface NewPerson {
  readonly kind: PersonKind;
  readonly name?: string;
  readonly phone?: PhoneNumber;
  readonly demoRole?: string;
}

/** A dated seat: `until` is the last day in office. */
export interface PostEntry {
  readonly person: PersonId;
  readonly post: string;
  readonly organ: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
}

export interface PeopleDeps {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly blindIndex: BlindIndex;
}

type Runner = Pool | PoolClient;
/** One that may be part of a transaction somewhere else. */
interface Writer {
  query(text: string, values?: readonly unknown[]): Promise<unknown>;
}

export interface PersonRow {
  id: string;
  kind: PersonKind;
  demo: boolean;
  nameSealed: string | null;
  phoneSealed: string | null;
}

export const personColumns = `id, kind, demo, name_sealed as "nameSealed", phone_sealed as "phoneSealed"`;
const placeOf = (row: string, column: 'name_sealed' | 'phone_sealed'): SealedPlace => ({
  table: 'person',
  row,
  column,
});

export function openPerson(sealer: Sealer, row: PersonRow): Person {
  const opened = (column: 'name_sealed' | 'phone_sealed', sealed: string | null): string | undefined => {
    if (sealed === null) return undefined;
    const text = sealer.open(placeOf(row.id, column), sealed);
    // A key that left the ring too early, or a row that somebody edited: to go on would hide it.
    if (!text.ok) throw new Error(`person ${row.id}: ${column} does not open (${text.error})`);
    return text.value;
  };
  return {
    id: personId(row.id),
    kind: row.kind,
    demo: row.demo,
    name: opened('name_sealed', row.nameSealed),
    phone: opened('phone_sealed', row.phoneSealed) as PhoneNumber | undefined,
  };
}

/** Undefined also for an erased person. */
export async function findPerson(deps: PeopleDeps, id: PersonId): Promise<Person | undefined> {
  const { rows } = await deps.pool.query<PersonRow>({
    name: 'find-person',
    text: `select ${personColumns} from person where id = $1 and erased_at is null`,
    values: [id],
  });
  return rows[0] && openPerson(deps.sealer, rows[0]);
}

/** What these people are called; whoever is erased or has no name is left out. */
export async function findNames(
  { pool, sealer }: PeopleDeps,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<PersonRow>(
    `select ${personColumns} from person where id = any($1::uuid[]) and erased_at is null`,
    [[...new Set(ids)]],
  );
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const { name } = openPerson(sealer, row);
      return name === undefined ? [] : [[row.id, name]];
    }),
  );
}

export async function findPersonByPhone(deps: PeopleDeps, phone: PhoneNumber): Promise<Person | undefined> {
  const { rows } = await deps.pool.query<PersonRow>(
    `select ${personColumns} from person where phone_index = $1`,
    [deps.blindIndex.ofPhone(phone)],
  );
  return rows[0] && openPerson(deps.sealer, rows[0]);
}

/** Fails when the phone number (or demonstration role) is another person's already. */
export async function addPerson(
  deps: PeopleDeps,
  entry: NewPerson,
  now: Instant,
  runner: Pick<Runner, 'query'> = deps.pool,
): Promise<Result<PersonId, 'already-known'>> {
  const id = randomUUID();
  const sealed = (column: 'name_sealed' | 'phone_sealed', text: string | undefined): string | null =>
    text === undefined ? null : deps.sealer.seal(placeOf(id, column), text);
  const { rowCount } = await runner.query(
    `insert into person (id, kind, name_sealed, phone_sealed, phone_index, demo, demo_role, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      id,
      entry.kind,
      sealed('name_sealed', entry.name),
      sealed('phone_sealed', entry.phone),
      entry.phone === undefined ? null : deps.blindIndex.ofPhone(entry.phone),
      entry.demoRole !== undefined,
      entry.demoRole ?? null,
      now,
    ],
  );
  return rowCount === 1 ? ok(personId(id)) : err('already-known');
}

/** The person with this number, made a resident when there is none: for sign-in and for callers at the hotline. */
export async function getOrAddByPhone(deps: PeopleDeps, phone: PhoneNumber, now: Instant): Promise<Person> {
  const known = await findPersonByPhone(deps, phone);
  if (known) return known;
  await addPerson(deps, { kind: 'resident', phone }, now);
  // Whoever of two at once came second finds what the first wrote.
  const added = await findPersonByPhone(deps, phone);
  if (!added) throw new Error('a person just added by phone cannot be found by it');
  return added;
}

/** Whoever has this number; nobody yet: a resident of this name. Part of a transaction somewhere else. */
export async function addPersonByPhone(
  deps: PeopleDeps,
  { name, phone }: { readonly name: string; readonly phone: PhoneNumber },
  now: Instant,
  runner: Pick<Runner, 'query'>,
): Promise<PersonId> {
  await addPerson(deps, { kind: 'resident', name, phone }, now, runner);
  const { rows } = await runner.query<{ id: string }>('select id from person where phone_index = $1', [
    deps.blindIndex.ofPhone(phone),
  ]);
  if (rows[0] === undefined) throw new Error('a person just added by phone cannot be found by it');
  return personId(rows[0].id);
}

export async function setPersonName(deps: PeopleDeps, id: PersonId, name: string): Promise<void> {
  await deps.pool.query('update person set name_sealed = $2 where id = $1 and erased_at is null', [
    id,
    deps.sealer.seal(placeOf(id, 'name_sealed'), name),
  ]);
}

export async function givePost(runner: Writer, entry: PostEntry): Promise<void> {
  await runner.query(
    `insert into post (person_id, post, organ_id, from_date, until_date) values ($1, $2, $3, $4, $5)
     on conflict (person_id, post, organ_id, from_date) do update set until_date = excluded.until_date`,
    [entry.person, entry.post, entry.organ, entry.from, entry.until ?? null],
  );
}

/**
 * PIPL 47: name and number go, every session and credential too; the bare id stays so that records keep their author's
 * pseudonym. False when already erased or unknown.
 */
export async function erasePerson(
  runner: Pick<Runner, 'query'>,
  id: PersonId,
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await runner.query(
    `with gone as (delete from auth_user where id = $1)
     update person set name_sealed = null, phone_sealed = null, phone_index = null, erased_at = $2
     where id = $1 and erased_at is null`,
    [id, now],
  );
  return rowCount === 1;
}
