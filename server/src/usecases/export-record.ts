import { type CommunityId, communityId, matterId } from '@liren/core/basics/ids.ts';
import { type Checkpoint, findInclusionProof, type Leaf } from '@liren/core/record/checkpoint.ts';
import type { RecordDocument } from '@liren/core/record/document.ts';
import type { Opening } from '@liren/core/record/event.ts';
import { type OpenedValue, readRecord, readSealed } from '../store/read-record.ts';
import type { Queryable } from '../store/write-record.ts';
import type { LineDeps } from './lines.ts';
import { isMasked } from './said.ts';
import { audiencesSeen, type Seen } from './seen.ts';
import { inSnapshot } from './transact.ts';

/** A community's checkpoints, oldest first. */
export async function readCheckpoints(client: Queryable, community: string): Promise<readonly Checkpoint[]> {
  const { rows } = await client.query<{ body: Checkpoint }>(
    'SELECT body FROM checkpoint WHERE community_id = $1 ORDER BY n',
    [community],
  );
  return rows.map((row) => row.body);
}

async function proofFor(client: Queryable, community: CommunityId, matter: string) {
  const { rows } = await client.query<{ n: number; leaves: readonly Leaf[] }>(
    'SELECT n, leaves FROM checkpoint WHERE community_id = $1 AND leaves IS NOT NULL ORDER BY n DESC LIMIT 1',
    [community],
  );
  const [latest] = rows;
  return latest === undefined ? undefined : findInclusionProof(latest.n, latest.leaves, matterId(matter));
}

function openingsFrom(values: readonly OpenedValue[]) {
  const openings: Record<string, Record<string, Opening>> = {};
  for (const { seq, name, salt, value } of values) {
    const of = openings[seq] ?? {};
    openings[seq] = { ...of, [name]: { salt, value } };
  }
  return openings;
}

/** A record that verifies without this server; with openings, also the words that the reader may see. */
export async function exportRecord(
  deps: LineDeps,
  seen: Seen,
  withOpenings: boolean,
): Promise<RecordDocument> {
  const { pool, sealer, now } = deps.shell;
  const { community, id, procedure, procedureVersion, charter } = seen.matter;
  const audiences = audiencesSeen(withOpenings ? seen.sight : 'public');
  // Whoever handles the matter sees a number only one at a time, with a reason.
  const mine = seen.facts.actor.handle === seen.matter.opener;
  // One instant for all four: a checkpoint made in between would speak of events that are not in the file.
  const { events, values, checkpoints, proof } = await inSnapshot(pool, async (client) => ({
    events: await readRecord(client, community, id),
    values: (await readSealed(client, sealer, community, id, audiences)).filter(
      ({ name }) => mine || !isMasked(seen.definition, name),
    ),
    checkpoints: await readCheckpoints(client, community),
    proof: await proofFor(client, communityId(community), id),
  }));
  return {
    format: 'liren-record/1',
    community,
    matter: id,
    procedure,
    procedureVersion,
    charter,
    exportedAt: now(),
    events,
    ...(values.length > 0 && { openings: openingsFrom(values) }),
    ...(checkpoints.length > 0 && { checkpoints }),
    ...(proof !== undefined && { proof }),
  };
}
