import { civilDate, type Instant, type PersonId } from '@liren/core/basics/ids.ts';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost, type PeopleDeps } from '../signin/people.ts';
import { layStreet as layPlan } from '../store/lay-street.ts';
import type { Queryable } from '../store/write-record.ts';
import { type DemoResident, type DemoStaff, demoResidents, demoStaff } from './people.ts';
import { demoStreet, streetCommunities, streetOrgans, streetPlaces } from './street.ts';

/** Places, communities and organs of the demonstration; laying them again changes nothing. */
export const layStreet = (client: Queryable): Promise<void> =>
  layPlan(client, {
    ...demoStreet,
    places: streetPlaces,
    communities: streetCommunities,
    organs: streetOrgans,
  });

export type Staffed = DemoStaff & { readonly person: PersonId };
export type Housed = DemoResident & { readonly person: PersonId };
export interface DemoPeople {
  readonly staff: readonly Staffed[];
  readonly residents: readonly Housed[];
}

const inOfficeSince = civilDate('2025-01-02');

/** Everybody of the demonstration with their seats; calling again changes nothing. */
export async function settlePeople(deps: PeopleDeps, now: Instant): Promise<DemoPeople> {
  const staff = await inTurns(demoStaff, async (entry): Promise<Staffed> => {
    const { role, name, posts } = entry;
    const person = await ensureDemoPerson(deps, { kind: 'staff', name, demoRole: role }, now);
    for (const post of posts) await givePost(deps.pool, { person, ...post, from: inOfficeSince });
    return { ...entry, person };
  });
  const residents = await inTurns(demoResidents, async (entry): Promise<Housed> => {
    const phone = normalisePhone(entry.phone);
    if (!phone.ok) throw new Error(`demonstration phone ${entry.phone} is none`);
    const person = await ensureDemoPerson(
      deps,
      { kind: 'resident', name: entry.name, phone: phone.value, demoRole: entry.role },
      now,
    );
    return { ...entry, person };
  });
  return { staff, residents };
}

const atOnce = 4;

/** Some at a time, so that a small pool still has room for others; results in order. */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}
