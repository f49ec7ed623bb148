import { civilDate } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';
import type { Library } from '../../server/src/adapters/charters/library.ts';
import { ensureDemoPerson } from '../../server/src/signin/demo.ts';
import { givePost } from '../../server/src/signin/people.ts';
import { plantOwners, seatOwners } from '../../server/src/stories/plant-owners.ts';
import type { TestStreet } from '../../server/src/testing/street.ts';
import { libraryWithBallots } from './ballot-library.ts';
import { elected } from './messages.ts';

/** What a street has besides the plain one. */
export interface Plant {
  /** Before anybody has read its directory. */
  readonly ground?: (pool: Pool) => Promise<unknown>;
  /** Other governance than what ships. */
  readonly library?: () => Promise<Library>;
  readonly people?: (street: TestStreet, pool: Pool) => Promise<unknown>;
}

/** Somebody who works for the community and stands for election, and somebody who is in office until then. */
async function forElection(street: TestStreet, pool: Pool): Promise<void> {
  const add = (name: string, demoRole: string, phone?: string) =>
    ensureDemoPerson(
      street.wired.deps.people,
      { kind: 'staff', name, demoRole, ...(phone !== undefined && { phone: `+86${phone}` as never }) },
      street.now(),
    );
  await add(elected.name, 'elected-member', elected.phone);
  const person = await add('老委员', 'former-member');
  await givePost(pool, { person, post: 'committee-member', organ: 'com1', from: civilDate('2021-11-01') });
}

const planted = <Names extends string>(all: Readonly<Record<Names, Plant>>) => all;
export const plants = planted({
  election: { people: forElection },
  /** With rounds of projects that are voted on by points and by ranks, beside what ships. */
  ballots: { library: libraryWithBallots },
  owners: { ground: plantOwners, people: seatOwners },
});
