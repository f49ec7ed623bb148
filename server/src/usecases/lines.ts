import type { Json } from '@liren/core/basics/json.ts';
import type { Library } from '../adapters/charters/library.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { ListRow } from '../store/list-filter.ts';
import { sealedPlace } from './seal.ts';
import type { Shell } from './shell.ts';

export interface LineDeps {
  readonly shell: Shell;
  readonly directory: FullDirectory;
  readonly library: Library;
}

/** Titles by matter: what the opener wrote, for readers of these audiences; or the plain title of a public matter. */
async function readTitles(
  { shell }: LineDeps,
  rows: readonly ListRow[],
  audiences: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const result = await shell.pool.query<{ matter_id: string; plain: string | null; body: string | null }>({
    name: 'titles-of',
    text: `SELECT e.matter_id, e.data->>'title' AS plain, s.body
           FROM unnest($1::text[], $2::uuid[]) AS k(community_id, matter_id)
           JOIN event e ON e.community_id = k.community_id AND e.matter_id = k.matter_id AND e.seq = 1
           LEFT JOIN sealed s ON s.community_id = e.community_id AND s.matter_id = e.matter_id
             AND s.seq = 1 AND s.name = 'title' AND s.audience = ANY($3)`,
    values: [rows.map((row) => row.community_id), rows.map((row) => row.id), audiences],
  });
  return new Map(
    result.rows.flatMap(({ matter_id, plain, body }) => {
      const title = body === null ? plain : openTitle(shell, matter_id, body);
      return title === null ? [] : [[matter_id, title] as const];
    }),
  );
}

function openTitle({ sealer }: Shell, matter: string, body: string): string | null {
  const opened = sealer.open(sealedPlace(matter, 1, 'title'), body);
  if (!opened.ok) throw new Error(`title of ${matter} does not open: ${opened.error}`);
  const { value } = JSON.parse(opened.value) as { value: Json };
  return typeof value === 'string' ? value : null;
}

const maybe = <K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

/** Rows as people read them. Who may not read the title reads the affair and the community in its place. */
export async function linesOf(deps: LineDeps, rows: readonly ListRow[], audiences: readonly string[]) {
  const titles = await readTitles(deps, rows, audiences);
  return rows.map((row) => {
    const { procedure } = deps.shell.definitions.at(row.charter, row.procedure, row.procedure_version);
    const affair = row.affair === null ? undefined : deps.library.affairs[row.affair];
    const community = deps.directory.findCommunity(row.community_id);
    const organ = row.organ_id === null ? undefined : deps.directory.findOrgan(row.organ_id);
    const place = row.place_id === null ? undefined : deps.directory.findPlace(row.place_id);
    const written = titles.get(row.id);
    return {
      community: row.community_id,
      communityTitle: community?.title ?? '',
      id: row.id,
      number: row.number,
      procedure: { id: procedure.id, title: procedure.title },
      title: written ?? affair?.title ?? procedure.title,
      written: written !== undefined,
      ...maybe('affair', affair && { id: affair.id, title: affair.title }),
      ...maybe('class', row.class),
      urgency: row.urgency,
      channel: row.channel,
      ...maybe('place', place?.title),
      step: { id: row.step, title: procedure.steps[row.step]?.title ?? row.step },
      status: row.status as 'open' | 'ended',
      ...maybe('outcome', row.outcome),
      ...maybe('organ', organ && { id: organ.id, title: organ.title }),
      openedAt: row.opened_at,
      ...maybe('endedAt', row.ended_at),
      ...maybe('dueAt', row.due_at),
      late: row.late,
      joined: row.joined,
      ...maybe('rated', row.rated),
      ...(row.lat !== null && row.long !== null && { spot: { lat: row.lat, long: row.long } }),
    };
  });
}
export type Line = Awaited<ReturnType<typeof linesOf>>[number];
