import type { Json } from '@liren/core/basics/json.ts';
import { offers } from '@liren/core/engine/actions.ts';
import { type OpenedValue, readRecord, readSealed } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { sealedPlace } from './seal.ts';
import { findSeen } from './seen.ts';

interface NoticeRow {
  readonly community_id: string;
  readonly matter_id: string;
  readonly seq: number;
  readonly procedure: string;
  readonly procedure_version: string;
  readonly charter: string;
  readonly published_at: number;
  readonly until_at: number;
  readonly body: string | null;
}

/** 公示, newest first; those in force and those that ended. */
export async function listNotices(
  deps: LineDeps,
  limit: number,
  after: { at: number; id: string } | undefined,
) {
  const { shell } = deps;
  const { rows } = await shell.pool.query<NoticeRow>(
    `SELECT n.*, m.procedure_version, m.charter, s.body FROM notice n
     JOIN matter m ON m.community_id = n.community_id AND m.id = n.matter_id
     LEFT JOIN sealed s ON s.community_id = n.community_id AND s.matter_id = n.matter_id AND s.seq = n.seq AND s.name = 'title'
     WHERE (n.published_at, n.matter_id) < ($1, $2::uuid) ORDER BY n.published_at DESC, n.matter_id DESC LIMIT $3`,
    [after?.at ?? Number.MAX_SAFE_INTEGER, after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
  );
  return rows.map((row) => lineOf(deps, row));
}

function lineOf({ shell, directory }: LineDeps, row: NoticeRow) {
  const { procedure } = shell.definitions.at(row.charter, row.procedure, row.procedure_version);
  return {
    community: row.community_id,
    communityTitle: directory.findCommunity(row.community_id)?.title ?? '',
    matter: row.matter_id,
    seq: row.seq,
    procedure: { id: procedure.id, title: procedure.title },
    title: row.body === null ? procedure.title : openTitle(shell, row),
    written: row.body !== null,
    publishedAt: row.published_at,
    untilAt: row.until_at,
    inForce: row.until_at > shell.now(),
  };
}

function openTitle({ sealer }: LineDeps['shell'], row: NoticeRow): string {
  const opened = sealer.open(sealedPlace(row.matter_id, row.seq, 'title'), row.body ?? '');
  if (!opened.ok)
    throw new Error(`title of notice ${row.matter_id}/${row.seq} does not open: ${opened.error}`);
  return String((JSON.parse(opened.value) as { value: Json }).value);
}

/** One notice with its text, figures, and the objections with their answers. */
export async function viewNotice(
  deps: LineDeps,
  asker: Asker,
  community: string,
  matter: string,
  seq: number,
) {
  const { shell } = deps;
  const seen = await findSeen(deps, asker, community, matter);
  if (seen === undefined) return undefined;
  const { rows } = await shell.pool.query<NoticeRow>(
    `SELECT n.*, m.procedure_version, m.charter, s.body FROM notice n
     JOIN matter m ON m.community_id = n.community_id AND m.id = n.matter_id
     LEFT JOIN sealed s ON s.community_id = n.community_id AND s.matter_id = n.matter_id AND s.seq = n.seq AND s.name = 'title'
     WHERE n.community_id = $1 AND n.matter_id = $2::uuid AND n.seq = $3`,
    [community, matter, seq],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const events = await readRecord(shell.pool, community, matter);
  const said = await readSealed(shell.pool, shell.sealer, community, matter, ['public']);
  const published = events.find((event) => event.seq === seq);
  const organ =
    published?.actor.organ === undefined ? undefined : deps.directory.findOrgan(published.actor.organ);
  return {
    ...lineOf(deps, row),
    text: textOf(said, seq),
    ...(published?.data['figures'] !== undefined && { figures: published.data['figures'] }),
    publisher: organ?.title ?? '',
    objections: events
      .filter((event) => event.type === 'objected' && event.seq > seq)
      .map((event) => {
        const n = Number(event.data['n']);
        const answer = events.find((each) => each.type === 'objection-answered' && each.data['n'] === n);
        return {
          n,
          at: event.at,
          answered: answer !== undefined,
          ...(answer !== undefined && { answer: textOf(said, answer.seq) }),
        };
      }),
    mayObject: offers(seen.definition, seen.matter, seen.facts).some(
      (offer) => offer.name === 'object' && offer.hindrance === undefined,
    ),
  };
}

const textOf = (said: readonly OpenedValue[], seq: number): string => {
  const found = said.find((value) => value.seq === seq && value.name === 'text')?.value;
  return typeof found === 'string' ? found : '';
};
