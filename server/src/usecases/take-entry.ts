import type { Instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import { claimedTime } from '@liren/core/fieldwork/claimed-time.ts';
import {
  decideEntry,
  type EntryDecision,
  type EntryFacts,
  evolveHome,
  type Remark,
} from '@liren/core/fieldwork/entry.ts';
import type { EntryCommand, HomeState } from '@liren/core/fieldwork/types.ts';
import { addEntry, hasEntry, holdHome, sealWords, writeVisit } from '../store/fieldwork.ts';
import { addFaults } from '../store/inspections.ts';
import { holdOrganisation } from '../store/organisations.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { type FieldworkDeps, type FieldworkSeat, fieldworkSeats } from './fieldwork-seats.ts';
import { homeState, riskColumn } from './home-state.ts';
import { openFaults } from './open-faults.ts';
import { checkPhotos } from './photos.ts';
import type { Shell } from './shell.ts';
import { inTransaction } from './transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell };

export interface EntryRequest extends EntryCommand {
  readonly id: string;
  readonly community: string;
  /** By the phone's clock: when it was done, and when it was sent; ms since 1970. */
  readonly claimedAt: number;
  readonly sentAt: number;
}
export interface EntryTaken {
  readonly repeated: boolean;
  readonly remarks: readonly (Remark | 'clock-wrong' | 'time-bounded')[];
}

/** Takes down one entry of a round, once however often it is sent, and moves the home's last visit with it. */
export async function takeEntry(
  deps: Deps,
  asker: Person,
  request: EntryRequest,
): Promise<Result<EntryTaken, Refusal>> {
  const { shell } = deps;
  const seat = fieldworkSeats(deps, asker).find(({ community }) => community === request.community);
  if (seat === undefined) return err({ code: 'not-yours' });
  const { claimedAt, sentAt, community, id } = request;
  const now = shell.now();
  const time = claimedTime(claimedAt, sentAt, now, seat.fieldwork.mostOfflineDays);
  const taking = { seat, asker, at: time.at, now, off: time.clockOffMilliseconds };
  const remarks = [
    ...(time.clockOffMilliseconds === undefined ? [] : (['clock-wrong'] as const)),
    ...(time.bounded ? (['time-bounded'] as const) : []),
  ];
  const photos = await checkPhotos(shell.pool, asker, community, undefined, request.answers);
  // Photos of an entry that was taken down before may be those of its matters by now.
  if (!photos.ok && !(await hasEntry(shell.pool, community, id))) return photos;
  const taken = await inTransaction(shell.pool, async (client): Promise<Result<EntryTaken, Refusal>> => {
    const about = await aboutOf(client, seat, request);
    if (await hasEntry(client, community, id)) return ok(repeated);
    const decided = decideEntry(request, { fieldwork: seat.fieldwork, grids: seat.grids, ...about });
    if (!decided.ok) return decided;
    if (!(await addEntry(client, community, rowFor(shell, request, decided.value, taking))))
      return ok(repeated);
    await moveVisit(client, request, about.home, decided.value, taking);
    const { organisation } = request;
    if (organisation !== undefined)
      await addFaults(client, community, id, organisation, decided.value.faults);
    return ok({ repeated: false, remarks: [...decided.value.remarks, ...remarks] });
  });
  if (!taken.ok || request.organisation === undefined) return taken;
  const opened = await openFaults(shell, asker, seat.fieldwork, { community, entry: id });
  return opened.ok ? taken : opened;
}

/** The home or organisation of which the entry speaks, held until the transaction ends. */
async function aboutOf(
  client: Queryable,
  { fieldwork }: FieldworkSeat,
  { community, home, organisation }: EntryRequest,
): Promise<Pick<EntryFacts, 'home' | 'organisation'>> {
  const row = home === undefined ? undefined : await holdHome(client, community, home);
  const held =
    organisation === undefined ? undefined : await holdOrganisation(client, community, organisation);
  return {
    ...(row !== undefined && { home: homeState(fieldwork, row) }),
    ...(held !== undefined && { organisation: { grid: held.grid_id, kind: held.kind } }),
  };
}

const repeated: EntryTaken = { repeated: true, remarks: [] };

async function moveVisit(
  client: Queryable,
  { community, home: id }: EntryRequest,
  home: HomeState | undefined,
  { met, risk }: EntryDecision,
  { seat, at }: Taking,
): Promise<void> {
  if (home === undefined || id === undefined) return;
  const entry = { at, met, ...(risk !== undefined && { risk }) };
  const after = evolveHome(seat.fieldwork, home, entry);
  await writeVisit(client, community, id, {
    risk: riskColumn(seat.fieldwork, after.risk),
    visited_at: after.visitedAt ?? null,
  });
}

interface Taking {
  readonly seat: FieldworkSeat;
  readonly asker: Person;
  readonly at: Instant;
  readonly now: Instant;
  readonly off: number | undefined;
}

const rowFor = (
  { sealer }: Shell,
  { id, round, home, organisation }: EntryRequest,
  { answers, met, grid }: EntryDecision,
  { seat, asker, at, now, off }: Taking,
) => ({
  id,
  round,
  grid_id: grid,
  home_id: home ?? null,
  organisation_id: organisation ?? null,
  person_id: asker.person,
  post: seat.post.post,
  organ_id: seat.post.organ,
  met,
  at,
  day: civilDateOf(at),
  received_at: now,
  clock_off_ms: off ?? null,
  plain: answers.plain,
  words_sealed: sealWords(sealer, id, answers.sealed),
});
