import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { periodOf } from '@liren/core/fieldwork/duties.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { readDevices } from '../store/devices.ts';
import { homesOfGrids } from '../store/read-fieldwork.ts';
import { countEntries, readTaken } from '../store/recorded.ts';
import type { Asker } from './actor.ts';
import { explained, reasonsOf } from './duty-reasons.ts';
import { dutiesOf } from './field-duties.ts';
import { type FieldworkDeps, fieldworkSeats } from './fieldwork-seats.ts';
import type { Shell } from './shell.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell; readonly people: PeopleDeps };

/** The asker's own duties with the reasons they gave: what whoever leads sees, shown to them first. */
export async function ownReasons(deps: Deps, asker: Person) {
  const { shell } = deps;
  const since = periodOf(civilDateOf(shell.now()), 'quarter').from;
  return Promise.all(
    fieldworkSeats(deps, asker).map(async (seat) => {
      const homes = await homesOfGrids(shell.pool, seat.community, seat.grids);
      const duties = await dutiesOf(shell, seat, new Map([[asker.person, homes.length]]));
      const reasons = (await reasonsOf(deps, asker, seat, [asker.person], since)).get(asker.person) ?? [];
      return {
        community: seat.community,
        kinds: [...(seat.fieldwork.reasons?.kinds ?? [])],
        duties: (duties.get(asker.person) ?? []).map((duty) => explained(duty, reasons)),
        reasons: [...reasons],
      };
    }),
  );
}

const mostTaken = 20;

/** All that is recorded of the asker's walking: what they wrote down, their phones, when homes went onto them. */
export async function recordedOf(deps: Deps, asker: Person) {
  const { pool } = deps.shell;
  const communities = fieldworkSeats(deps, asker).map(({ community }) => community);
  const phones = await readDevices(pool, asker.person);
  const titles = new Map(phones.map(({ id, title }) => [id, title]));
  const counts = await Promise.all(communities.map((id) => countEntries(pool, id, asker.person)));
  const taken = await Promise.all(communities.map((id) => readTaken(pool, id, asker.person, mostTaken)));
  const first = counts.flatMap((count) => count.first ?? []).toSorted((a, b) => a - b)[0];
  const last = counts.flatMap((count) => count.last ?? []).toSorted((a, b) => b - a)[0];
  const sum = (of: 'entries' | 'raised') => counts.reduce((all, count) => all + count[of], 0);
  return {
    entries: sum('entries'),
    raised: sum('raised'),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    phones: phones.map(({ id, title, seen_at }) => ({ id, title, seenAt: seen_at })),
    taken: taken
      .flat()
      .toSorted((a, b) => b.at - a.at)
      .slice(0, mostTaken)
      .map(({ device_id, homes, residents, at }) => ({
        at,
        homes,
        residents,
        phone: titles.get(device_id) ?? '',
      })),
  };
}
