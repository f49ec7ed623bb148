import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { Draft, Matter } from '@liren/core/engine/types.ts';
import type { OfficeEnded, OfficesTaken } from '@liren/core/steps/office/office.ts';
import { addPersonByPhone, findNames, givePost } from '../../signin/people.ts';
import { addElected, endPosts } from '../../store/offices.ts';
import { readHolders } from '../../store/posts.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Decided } from '../settle.ts';
import type { Shell } from '../shell.ts';
import { candidatePhones } from './candidates.ts';

type Also = NonNullable<Decided['also']>;

/** The elected hold the post from the day on, by the account of the telephone they left; those before them until the day before. */
async function seatElected(shell: Shell, matter: Matter, taken: OfficesTaken): Promise<Also> {
  const phones = await candidatePhones(shell, { community: matter.community, matter: matter.id });
  return async (client) => {
    const { people, beside, ...term } = taken;
    if (!beside) await endPosts(client, term);
    for (const { id, title } of people) {
      const phone = phones.get(id);
      const person =
        phone === undefined
          ? undefined
          : await addPersonByPhone(shell, { name: title, phone }, shell.now(), client);
      if (person !== undefined) await givePost(client, { person, ...term });
      const row = { community: matter.community, matter: matter.id, candidate: id, person, ...term };
      await addElected(client, row);
    }
  };
}

/** Who holds the post under this name; a name that two share, or nobody has, ends nothing. */
async function unseat(shell: Shell, ended: OfficeEnded): Promise<Result<Also, Refusal>> {
  const holders = await readHolders(shell.pool, ended.post, [ended.organ], ended.on);
  const names = await findNames(shell, [...holders.keys()]);
  const found = [...names].filter(([, name]) => name === ended.name).map(([id]) => id);
  if (found.length !== 1) return err({ code: 'not-in-office', about: 'name' });
  const { post, organ, on } = ended;
  return ok((client: Queryable) => endPosts(client, { post, organ, from: on }, found));
}

/** What a decision about offices changes outside its record. */
export async function officesBeside(
  shell: Shell,
  matter: Matter,
  drafts: readonly Draft[],
): Promise<Result<Also | undefined, Refusal>> {
  const dataOf = (wanted: string): unknown => drafts.find(({ type }) => type === wanted)?.data;
  const taken = dataOf('offices-taken') as OfficesTaken | undefined;
  if (taken !== undefined) return ok(await seatElected(shell, matter, taken));
  const ended = dataOf('office-ended') as OfficeEnded | undefined;
  return ended === undefined ? ok(undefined) : unseat(shell, ended);
}
