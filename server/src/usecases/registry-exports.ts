import { randomUUID } from 'node:crypto';
import { personId } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import type { Post, Right } from '@liren/core/engine/types.ts';
import {
  answerFault,
  copyFault,
  type ExportState,
  exportUntil,
  mostExportCopies,
} from '@liren/core/registry/export-rule.ts';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import {
  addExport,
  answerExport,
  type ExportRow,
  exportPlace,
  holdExport,
  readExportResidents,
  readExports,
} from '../store/registry-exports.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { registryAreas } from './registry-area.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { charterOf } from './scope.ts';
import { inTransaction } from './transact.ts';

export type ExportDeps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;

/** What a file may hold of a resident, beside the name and the address. */
export const exportColumns = ['relation', 'grid', 'bornYear', 'sex', 'identity', 'phone'] as const;
export type ExportColumn = (typeof exportColumns)[number];
export const wholeColumns = ['identity', 'phone'] as const;
/** More in one file is a registry carried off: a large community is exported grid by grid. */
export const mostExportResidents = 20_000;

export interface ExportWish {
  readonly community: string;
  /** Empty for the whole community. */
  readonly grids: readonly string[];
  readonly columns: readonly ExportColumn[];
  readonly whole: readonly (typeof wholeColumns)[number][];
  readonly purpose: string;
}

/** The seat by which somebody holds these rights over the whole of a community. */
const seatFor = (
  { directory }: RegistryDeps,
  asker: Person,
  community: string,
  rights: readonly Right[],
): Post | undefined =>
  registryAreas(directory, asker, rights).find(
    (area) => area.community === community && area.grids === undefined,
  )?.post;

export const stateOf = (row: ExportRow): ExportState => ({
  askedBy: personId(row.asked_by),
  askedAt: row.asked_at,
  copies: row.copies,
  ...(row.answered_by !== null && {
    answer: { by: personId(row.answered_by), ...(row.until_at !== null && { until: row.until_at }) },
  }),
});

/** Asks for many residents in one file; whole numbers only for who may see them one by one. */
export async function askExport(
  deps: ExportDeps,
  asker: Person,
  wish: ExportWish,
): Promise<Changed<{ readonly id: string }>> {
  const { shell, directory } = deps;
  const needed: readonly Right[] = wish.whole.length > 0 ? ['registry', 'see-contact'] : ['registry'];
  const seat = seatFor(deps, asker, wish.community, needed);
  if (seat === undefined) return refusing('export-not-allowed');
  const inside = (grid: string) => directory.pathTo(grid).some(({ id }) => id === wish.community);
  const known = wish.grids.every((grid) => directory.findPlace(grid)?.level === 'grid' && inside(grid));
  if (!known) return refusing('bad-value', { about: 'grids' });
  const grids = wish.grids.length === 0 ? null : wish.grids;
  const found = await readExportResidents(shell.pool, wish.community, grids, mostExportResidents + 1);
  if (found.length === 0) return refusing('export-empty');
  if (found.length > mostExportResidents) return refusing('export-large');
  const id = randomUUID();
  await inTransaction(shell.pool, (client) =>
    addExport(client, {
      community_id: wish.community,
      id,
      grids,
      columns: [...new Set([...wish.columns, ...wish.whole])],
      whole: wish.whole,
      purpose_sealed: shell.sealer.seal(exportPlace(id, 'purpose_sealed'), wish.purpose),
      asked_by: asker.person,
      asked_post: seat.post,
      asked_organ: seat.organ,
      asked_at: shell.now(),
    }),
  );
  return ok({ id });
}

/** A second person says yes for some days, or no with a reason. */
export function answerExportWish(
  deps: ExportDeps,
  asker: Person,
  wish: { readonly community: string; readonly id: string } & (
    | { readonly approve: true; readonly days: number }
    | { readonly approve: false; readonly reason: string }
  ),
): Promise<Changed<undefined>> {
  const { shell } = deps;
  return inTransaction(shell.pool, async (client) => {
    const seat = seatFor(deps, asker, wish.community, ['approve-export']);
    const row = seat && (await holdExport(client, wish.community, wish.id));
    if (seat === undefined || row === undefined) return refusing('not-found');
    const now = shell.now();
    const fault = answerFault(stateOf(row), asker.person, now);
    if (fault !== undefined) return refusing(fault);
    const until = wish.approve ? exportUntil(now, wish.days) : undefined;
    if (wish.approve && until === undefined) return refusing('export-days', { about: 'days' });
    await answerExport(client, row, {
      by: asker.person,
      post: seat.post,
      organ: seat.organ,
      at: now,
      until,
      sealed: wish.approve ? null : shell.sealer.seal(exportPlace(row.id, 'answer_sealed'), wish.reason),
    });
    return ok(undefined);
  });
}

/** What the asker wanted and what waits for their answer, the last first. */
export async function listExports(deps: ExportDeps, asker: Person) {
  const { shell, directory } = deps;
  const over = new Set(
    registryAreas(directory, asker, ['approve-export'])
      .filter(({ grids }) => grids === undefined)
      .map(({ community }) => community),
  );
  const rows = await readExports(shell.pool, [...over], asker.person);
  const now = shell.now();
  return Promise.all(
    rows.map(async (row) => {
      const state = stateOf(row);
      const waits = row.answered_at === null;
      const counted = waits
        ? await readExportResidents(shell.pool, row.community_id, row.grids, mostExportResidents)
        : undefined;
      return {
        community: row.community_id,
        communityTitle: directory.findCommunity(row.community_id)?.title ?? '',
        id: row.id,
        n: row.n,
        grids: (row.grids ?? []).map((grid) => directory.findPlace(grid)?.title ?? ''),
        columns: [...row.columns],
        whole: [...row.whole],
        purpose: openExport(deps, row.id, 'purpose_sealed', row.purpose_sealed),
        asked: await seatBody(deps, row.asked_by, row.asked_post, row.asked_organ, row.asked_at),
        ...(row.answered_by !== null && {
          answered: {
            ...(await seatBody(
              deps,
              row.answered_by,
              row.answered_post ?? '',
              row.answered_organ ?? '',
              row.answered_at ?? 0,
            )),
            approved: row.approved === true,
            ...(row.until_at !== null && { until: row.until_at }),
            ...(row.answer_sealed !== null && {
              reason: openExport(deps, row.id, 'answer_sealed', row.answer_sealed),
            }),
          },
        }),
        ...(counted !== undefined && { residents: counted.length }),
        copiesLeft: Math.max(0, mostExportCopies - row.copies),
        mayAnswer: over.has(row.community_id) && answerFault(state, asker.person, now) === undefined,
        mayTake: copyFault(state, asker.person, now) === undefined,
        isOwn: row.asked_by === asker.person,
      };
    }),
  );
}

export function openExport(
  { shell }: RegistryDeps,
  id: string,
  column: 'purpose_sealed' | 'answer_sealed',
  sealed: string,
): string {
  const opened = shell.sealer.open(exportPlace(id, column), sealed);
  if (!opened.ok) throw new Error(`${column} of export ${id} does not open: ${opened.error}`);
  return opened.value;
}

export function seatTitles({ directory }: RegistryDeps, post: string, organ: string) {
  const found = directory.findOrgan(organ);
  return {
    organ: found?.title ?? '',
    post: (found && charterOf(directory, { post, organ: found.id })?.posts[post]?.title) ?? '',
  };
}

export async function seatBody(deps: ExportDeps, person: string, post: string, organ: string, at: number) {
  const by = (await findPerson(deps.people, personId(person)))?.name ?? '';
  return { by, ...seatTitles(deps, post, organ), at };
}
