import type { Matter } from '@liren/core/engine/types.ts';
import type { RollEntry } from '@liren/core/voting/roll.ts';
import type { Channel } from '@liren/core/voting/types.ts';
import type { SealedPlace } from '../../adapters/crypto/sealer.ts';
import type { StoredMatter } from '../read-record.ts';
import { columnsOf } from '../registry.ts';
import type { Queryable } from '../write-record.ts';

export interface PollRow {
  readonly community_id: string;
  readonly id: string;
  readonly matter_id: string;
  readonly step: string;
  readonly n: number;
  readonly ballot: 'named' | 'secret' | 'hands' | 'none';
  readonly digest: string;
  readonly opens_at: number | null;
  readonly closes_at: number | null;
  readonly public_key: string | null;
  readonly private_key_sealed: string | null;
  readonly counted_at: number | null;
}
export const pollKeyPlace = (id: string): SealedPlace => ({
  table: 'poll',
  row: id,
  column: 'private_key_sealed',
});
export const labelPlace = (id: string): SealedPlace => ({
  table: 'roll_entry',
  row: id,
  column: 'label_sealed',
});

const pollColumns = `community_id, id, matter_id, step, n, ballot, digest, opens_at, closes_at, public_key,
  private_key_sealed, counted_at`;

/** A matter and all its polls in one statement: every ballot asks for both. */
export async function findMatterWithPolls(
  client: Queryable,
  community: string,
  matter: string,
): Promise<{ readonly stored: StoredMatter; readonly polls: readonly PollRow[] } | undefined> {
  const { rows } = await client.query<
    Omit<StoredMatter, 'matter'> & { state: Matter; polls: PollRow[] | null }
  >({
    name: 'matter-with-polls',
    text: `SELECT m.state, m.head, m.number, (SELECT json_agg(p) FROM (
         SELECT ${pollColumns} FROM poll WHERE community_id = $1 AND matter_id = $2::uuid) p) AS polls
       FROM matter m WHERE m.community_id = $1 AND m.id = $2::uuid`,
    values: [community, matter],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { state, polls, head, number } = row;
  return { stored: { matter: state, head, number, done: undefined }, polls: polls ?? [] };
}

export async function findPoll(
  client: Queryable,
  community: string,
  id: string,
): Promise<PollRow | undefined> {
  const { rows } = await client.query<PollRow>({
    name: 'poll',
    text: `SELECT ${pollColumns} FROM poll WHERE community_id = $1 AND id = $2::uuid`,
    values: [community, id],
  });
  return rows[0];
}

/** Nobody casts, takes back or enters a ballot of it until this transaction is over. */
export async function holdPoll(client: Queryable, community: string, id: string): Promise<void> {
  await client.query('SELECT 1 FROM poll WHERE community_id = $1 AND id = $2::uuid FOR UPDATE', [
    community,
    id,
  ]);
}

/** A line of a roll before it is written: whose it is, and by what they are found. */
export interface NewEntry extends RollEntry {
  readonly label: string;
  readonly keys: readonly string[];
}
type NewPoll = Pick<PollRow, 'community_id' | 'id' | 'matter_id' | 'step' | 'n' | 'ballot' | 'digest'>;

/** The roll of a poll, in place of any that was frozen before it. */
export async function writeRoll(
  client: Queryable,
  poll: NewPoll,
  entries: readonly NewEntry[],
  seal: (entry: NewEntry) => string,
): Promise<void> {
  await client.query('DELETE FROM poll WHERE community_id = $1 AND id = $2::uuid', [
    poll.community_id,
    poll.id,
  ]);
  await client.query(
    `INSERT INTO poll (community_id, id, matter_id, step, n, ballot, digest) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [poll.community_id, poll.id, poll.matter_id, poll.step, poll.n, poll.ballot, poll.digest],
  );
  await addEntries(client, poll.community_id, poll.id, entries, seal);
}

const longRoll = 500;
export async function addEntries(
  client: Queryable,
  community: string,
  poll: string,
  entries: readonly NewEntry[],
  seal: (entry: NewEntry) => string,
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    no: entry.no,
    heads: entry.weight.heads,
    area: entry.weight.area,
    recused: entry.recused,
    label: seal(entry),
  }));
  await client.query(
    `INSERT INTO roll_entry (community_id, poll_id, id, no, heads, area_square_centimetres, recused, label_sealed)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::int[], $5::int[], $6::bigint[], $7::bool[], $8::text[])`,
    [community, poll, ...columnsOf(rows, ['id', 'no', 'heads', 'area', 'recused', 'label'])],
  );
  // Before its keys refer to it: while the table seems empty, the database may look each line up by walking all of them.
  if (rows.length >= longRoll) await client.query('ANALYZE roll_entry');
  const keys = entries.flatMap(({ id, keys: own }) => own.map((key) => ({ key, id })));
  await client.query(
    `INSERT INTO roll_key (community_id, poll_id, key, entry_id) SELECT $1, $2, * FROM unnest($3::text[], $4::uuid[])`,
    [community, poll, ...columnsOf(keys, ['key', 'id'])],
  );
}

export interface EntryRow {
  readonly id: string;
  readonly no: number;
  readonly heads: number;
  readonly area_square_centimetres: number;
  readonly recused: boolean;
  readonly label_sealed: string;
}
const entryColumns = 'e.id, e.no, e.heads, e.area_square_centimetres, e.recused, e.label_sealed';

export async function readEntries(
  client: Queryable,
  community: string,
  poll: string,
): Promise<readonly EntryRow[]> {
  const { rows } = await client.query<EntryRow>(
    `SELECT ${entryColumns} FROM roll_entry e WHERE e.community_id = $1 AND e.poll_id = $2::uuid ORDER BY e.no`,
    [community, poll],
  );
  return rows;
}
export const entryOf = ({ id, no, heads, area_square_centimetres, recused }: EntryRow): RollEntry => ({
  id,
  no,
  weight: { heads, area: area_square_centimetres },
  recused,
});

export async function readRollKeys(
  client: Queryable,
  community: string,
  poll: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>(
    'SELECT DISTINCT key FROM roll_key WHERE community_id = $1 AND poll_id = $2::uuid',
    [community, poll],
  );
  return new Set(rows.map(({ key }) => key));
}

export async function setDigest(
  client: Queryable,
  community: string,
  poll: string,
  digest: string,
): Promise<void> {
  await client.query('UPDATE poll SET digest = $3 WHERE community_id = $1 AND id = $2::uuid', [
    community,
    poll,
    digest,
  ]);
}

export interface PollSums {
  readonly entries: number;
  readonly recused: number;
  readonly heads: number;
  readonly area: number;
  readonly present_heads: number;
  readonly present_area: number;
  readonly taken_heads: number;
  readonly taken_area: number;
  readonly silent_heads: number;
  readonly silent_area: number;
  /** Papers read differently, and papers of a secret vote handed in and not read, or the other way round. */
  readonly differences: number;
}
const summed = (name: string, when: string): string =>
  `coalesce(sum(e.heads) FILTER (WHERE ${when}), 0)::int AS ${name}_heads,
   coalesce(sum(e.area_square_centimetres) FILTER (WHERE ${when}), 0)::float8 AS ${name}_area`;

/** How the roll and the box stand; who stands aside counts nowhere. */
export async function readSums(client: Queryable, community: string, poll: string): Promise<PollSums> {
  const { rows } = await client.query<PollSums>({
    name: 'poll-sums',
    text: `SELECT count(*)::int AS entries, (count(*) FILTER (WHERE e.recused))::int AS recused,
         coalesce(sum(e.heads) FILTER (WHERE NOT e.recused), 0)::int AS heads,
         coalesce(sum(e.area_square_centimetres) FILTER (WHERE NOT e.recused), 0)::float8 AS area,
         ${summed('present', 'NOT e.recused AND a.entry_id IS NOT NULL')},
         ${summed('taken', 'm.entry_id IS NOT NULL')},
         ${summed('silent', 'NOT e.recused AND m.entry_id IS NULL AND e.delivered_at IS NOT NULL')},
         (SELECT count(*)::int FROM paper_ballot p WHERE p.community_id = $1 AND p.poll_id = $2::uuid
            AND p.settled IS NULL AND p.second IS DISTINCT FROM p.first)
         + abs(count(*) FILTER (WHERE m.channel = 'paper' AND m.code IS NULL)
            - (SELECT count(*) FROM paper_ballot p WHERE p.community_id = $1 AND p.poll_id = $2::uuid AND p.entry_id IS NULL)
           )::int AS differences
       FROM roll_entry e
       LEFT JOIN attendance a ON a.community_id = e.community_id AND a.poll_id = e.poll_id AND a.entry_id = e.id
       LEFT JOIN mark m ON m.community_id = e.community_id AND m.poll_id = e.poll_id AND m.entry_id = e.id
       WHERE e.community_id = $1 AND e.poll_id = $2::uuid`,
    values: [community, poll],
  });
  const [sums] = rows;
  if (sums === undefined) throw new Error('an aggregate without a row');
  return sums;
}

export async function findEntry(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
): Promise<EntryRow | undefined> {
  const { rows } = await client.query<EntryRow>({
    name: 'roll-entry',
    text: `SELECT ${entryColumns} FROM roll_entry e
       WHERE e.community_id = $1 AND e.poll_id = $2::uuid AND e.id = $3::uuid`,
    values: [community, poll, entry],
  });
  return rows[0];
}

/** Of one matter, the newest first. */
export async function pollsOfMatter(
  client: Queryable,
  community: string,
  matter: string,
): Promise<readonly PollRow[]> {
  const { rows } = await client.query<PollRow>(
    `SELECT ${pollColumns} FROM poll WHERE community_id = $1 AND matter_id = $2::uuid
     ORDER BY coalesce(opens_at, 9007199254740991) DESC, step, n DESC LIMIT 20`,
    [community, matter],
  );
  return rows;
}

/** By what somebody is known within a community. */
interface Known {
  readonly community: string;
  readonly key: string;
}
export interface OwnPoll {
  readonly community_id: string;
  readonly matter_id: string;
  readonly closes_at: number;
  readonly entries: number;
  readonly voted: number;
}
/** Votes of any community that are open now and have a line with one of its keys, or whose authority one of its marks holds. */
export async function openPollsWith(
  client: Queryable,
  { keys, holders }: { readonly keys: readonly Known[]; readonly holders: readonly Known[] },
  at: number,
): Promise<readonly OwnPoll[]> {
  const { rows } = await client.query<OwnPoll>(
    `SELECT p.community_id, p.matter_id, p.closes_at, count(*)::int AS entries, count(m.entry_id)::int AS voted
     FROM (SELECT DISTINCT r.community_id, r.poll_id, r.entry_id
       FROM unnest($1::text[], $2::text[]) AS k(community_id, key)
       JOIN roll_key r ON r.community_id = k.community_id AND r.key = k.key
       UNION
       SELECT g.community_id, g.poll_id, g.entry_id
       FROM unnest($4::text[], $5::text[]) AS k(community_id, mark)
       JOIN authority g ON g.community_id = k.community_id AND g.holder_mark = k.mark) own
     JOIN poll p ON p.community_id = own.community_id AND p.id = own.poll_id
     LEFT JOIN mark m ON m.community_id = own.community_id AND m.poll_id = own.poll_id AND m.entry_id = own.entry_id
     WHERE p.opens_at <= $3 AND p.closes_at > $3 AND p.counted_at IS NULL
     GROUP BY p.community_id, p.matter_id, p.closes_at ORDER BY p.closes_at, p.matter_id LIMIT 50`,
    [...columnsOf(keys, ['community', 'key']), at, ...columnsOf(holders, ['community', 'key'])],
  );
  return rows;
}

export type RollLine = EntryRow & {
  readonly channel: Channel | null;
  readonly at: number | null;
  readonly revocable_until: number | null;
  readonly present_at: number | null;
  readonly delivered_at: number | null;
  /** 委托书: who holds it, and for how many lines of this roll they hold one. */
  readonly holder_sealed: string | null;
  readonly held: number | null;
};
export interface RollWish {
  /** Lines with greater numbers. */
  readonly after: number;
  readonly limit: number;
  /** Only lines that have voted, or only those that have not. */
  readonly voted?: boolean | undefined;
  /** Only these. */
  readonly among?: readonly string[] | undefined;
}
/** The roll as whoever keeps it reads it: who is on it, who has voted and who is there; never what was voted. */
export async function readRoll(
  client: Queryable,
  community: string,
  poll: string,
  { after, limit, voted, among }: RollWish,
): Promise<readonly RollLine[]> {
  const { rows } = await client.query<RollLine>(
    `SELECT ${entryColumns}, m.channel, m.at, m.revocable_until, a.at AS present_at, e.delivered_at,
       g.holder_sealed, (SELECT count(*)::int FROM authority o
         WHERE o.community_id = $1 AND o.poll_id = $2::uuid AND o.holder_mark = g.holder_mark) AS held
     FROM roll_entry e
     LEFT JOIN mark m ON m.community_id = e.community_id AND m.poll_id = e.poll_id AND m.entry_id = e.id
     LEFT JOIN attendance a ON a.community_id = e.community_id AND a.poll_id = e.poll_id AND a.entry_id = e.id
     LEFT JOIN authority g ON g.community_id = e.community_id AND g.poll_id = e.poll_id AND g.entry_id = e.id
     WHERE e.community_id = $1 AND e.poll_id = $2::uuid AND e.no > $3
       AND ($5::boolean IS NULL OR (m.entry_id IS NOT NULL) = $5) AND ($6::uuid[] IS NULL OR e.id = ANY($6))
     ORDER BY e.no LIMIT $4`,
    [community, poll, after, limit, voted ?? null, among ?? null],
  );
  return rows;
}

export async function setDelivered(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE roll_entry SET delivered_at = coalesce(delivered_at, $4)
     WHERE community_id = $1 AND poll_id = $2::uuid AND id = $3::uuid`,
    [community, poll, entry, at],
  );
  return rowCount === 1;
}
