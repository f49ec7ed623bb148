import { randomUUID } from 'node:crypto';
import { groupBy } from '@liren/core/basics/group-by.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { dueOn } from '@liren/core/fieldwork/due.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import type { Kysely } from 'kysely';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { noteDayTaken } from '../store/devices.ts';
import { readInbox } from '../store/inbox.ts';
import { type DayHome, type DayResident, homesOfGrids, residentsOfGrids } from '../store/read-fieldwork.ts';
import { openResident } from '../store/registry.ts';
import type { Tables } from '../store/schema.ts';
import type { Asker } from './actor.ts';
import { audiencesFor } from './audiences.ts';
import { dutiesOf } from './field-duties.ts';
import { type FieldworkSeat, fieldworkSeats } from './fieldwork-seats.ts';
import { homeState } from './home-state.ts';
import { inspectionBody, inspectionsIn } from './inspections.ts';
import type { LineDeps } from './lines.ts';
import { openedOffline } from './opening.ts';
import { recordLook } from './record-look.ts';
import { findSeen } from './seen.ts';
import { viewMatter } from './view-matter.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = LineDeps & { readonly db: Kysely<Tables> };

/** A worker has a handful of tasks; a page that lists them all in the office has the rest. */
const mostTasks = 40;

/**
 * All that a grid worker needs for a day without a network: the homes of their own grids with who lives there (numbers
 * masked), their tasks, the forms, their duties. That it went onto this phone is noted.
 */
export async function fieldDay(deps: Deps, asker: Person, device: string) {
  const seats = fieldworkSeats(deps, asker);
  const parts = await Promise.all(seats.map((seat) => seatDay(deps, asker, seat, device)));
  return {
    servedAt: deps.shell.now(),
    seats: parts,
    tasks: await tasksOf(deps, asker),
  };
}

async function seatDay(deps: Deps, asker: Person, seat: FieldworkSeat, device: string) {
  const { shell, directory } = deps;
  const { community, grids, fieldwork, post } = seat;
  const homes = await homesOfGrids(shell.pool, community, grids);
  const residents = await residentsOfGrids(shell.pool, community, grids);
  const now = shell.now();
  await noteDayTaken(shell.pool, community, {
    id: randomUUID(),
    device,
    person: asker.person,
    grids,
    homes: homes.length,
    residents: residents.length,
    at: now,
  });
  const byHome = groupBy(residents, ({ home_id }) => home_id);
  const organ = directory.findOrgan(post.organ);
  const around = directory.findCommunity(community);
  return {
    community: { id: community, title: around?.title ?? '' },
    organ: { id: post.organ, title: organ?.title ?? '' },
    grids: grids.map((id) => ({ id, title: directory.findPlace(id)?.title ?? '' })),
    mostOfflineDays: fieldwork.mostOfflineDays,
    risks: fieldwork.risks,
    rounds: Object.entries(fieldwork.rounds).map(([id, { title, about, fields, met, checklist }]) => ({
      id,
      title,
      about,
      fields,
      ...(met !== undefined && { met }),
      ...(checklist !== undefined && { items: checklist.items.map((item) => item.id) }),
    })),
    organisations: (await inspectionsIn(deps, seat, grids)).map((each) =>
      inspectionBody(deps, community, each),
    ),
    raises: around === undefined ? [] : openedOffline(deps, asker, around),
    homes: homes.map((home) => homeBody(deps, seat, home, byHome.get(home.id) ?? [])),
    duties: (await dutiesOf(shell, seat, new Map([[asker.person, homes.length]]))).get(asker.person) ?? [],
  };
}

function homeBody(
  { shell }: Deps,
  { fieldwork }: FieldworkSeat,
  home: DayHome,
  people: readonly DayResident[],
) {
  const state = homeState(fieldwork, home);
  return {
    id: home.id,
    address: showHomeAddress(home),
    building: home.building,
    unit: home.unit,
    number: home.number,
    ...state,
    dueOn: dueOn(fieldwork, state, civilDateOf(shell.now())),
    people: people.map((person) => ({
      id: person.id,
      name: openResident(shell.sealer, person.id, 'name', person.name_sealed),
      relation: person.relation,
      ...(person.born_year !== null && { bornYear: person.born_year }),
      ...(person.sex !== null && { sex: person.sex }),
      ...(person.phone_sealed !== null && {
        phone: maskPhone(openResident(shell.sealer, person.id, 'phone', person.phone_sealed)),
      }),
    })),
  };
}

async function tasksOf(deps: Deps, asker: Person) {
  const rows = await readInbox(deps.db, await audiencesFor(deps.shell, asker), { limit: mostTasks });
  const tasks = [];
  for (const { community_id, id } of rows) {
    const seen = await findSeen(deps, asker, community_id, id);
    if (seen === undefined) continue;
    await recordLook(deps.shell, asker, seen, 'matter', '');
    tasks.push(await viewMatter(deps, asker, seen));
  }
  return tasks;
}
