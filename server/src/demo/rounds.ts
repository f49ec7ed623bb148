import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { type Instant, instant, personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import type { Deps } from '../http/deps.ts';
import { readHolders, readPosts } from '../store/posts.ts';
import { homesOfGrids } from '../store/read-fieldwork.ts';
import type { Asker } from '../usecases/actor.ts';
import { type FieldworkSeat, fieldworkSeats } from '../usecases/fieldwork-seats.ts';
import { takeEntry } from '../usecases/take-entry.ts';
import { type Chance, chanceOf } from './chance.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export type World = Pick<Deps, 'shell' | 'directory' | 'library'>;

const day = 86_400_000;
/** Grid workers have walked for this long. */
const pastDays = 75;
const needs = [
  '楼道灯坏了一盏，老人上下楼看不清。',
  '想在卫生间装一根扶手。',
  '家里的药快吃完了，子女都在外地。',
  '楼上夜里有响动，睡不好。',
  '想问高龄津贴怎么办。',
];

/** When somebody rings at a door: between nine in the morning and five in the afternoon. */
export const atDoor = (chance: Chance, until: Instant, mostDays = pastDays): Instant => {
  const date = civilDateOf(instant(until - chance.between(1, mostDays) * day));
  return instantOf(date, chance.between(9 * 60, 17 * 60));
};

function answersOf(chance: Chance) {
  if (chance.happens(0.15)) return { met: 'nobody' };
  return {
    met: 'someone',
    people: chance.happens(0.9) ? 'same' : 'differs',
    ...(chance.happens(0.2) && { needs: chance.pick(needs) }),
    ...(chance.happens(0.08) && { risk: chance.pick(['key', 'high']) }),
  };
}

/** Everybody who walks grids, with each of their seats. */
export async function* eachSeat(
  world: World,
  until: Instant,
): AsyncGenerator<{ readonly asker: Person; readonly seat: FieldworkSeat }> {
  const { directory, shell } = world;
  const organs = directory.organs.filter(({ kind }) => kind === 'grid-post').map(({ id }) => id);
  const holders = await readHolders(shell.pool, 'grid-worker', organs, civilDateOf(until));
  for (const person of holders.keys()) {
    const posts = await readPosts(shell.pool, personId(person), civilDateOf(until));
    const asker: Person = { kind: 'person', person: personId(person), posts };
    for (const seat of fieldworkSeats(world, asker)) yield { asker, seat };
  }
}

/** Visits of the last weeks in every grid that somebody walks: most homes once, some twice, some not yet. */
export async function walkRounds(world: World, until: Instant): Promise<void> {
  const { shell } = world;
  for await (const { asker, seat } of eachSeat(world, until)) {
    const { community, grids } = seat;
    const chance = chanceOf(`rounds/${community}/${grids.join('/')}`);
    for (const home of await homesOfGrids(shell.pool, community, grids)) {
      const visits = chance.pick([0, 1, 1, 1, 2]);
      for (let n = 0; n < visits; n += 1) {
        const at = atDoor(chance, until);
        const then = { ...world, shell: { ...shell, now: () => at } };
        const entry = {
          // The same in a build that goes on after it was broken off.
          id: uuidFromHash(`rounds/${home.id}/${n}`),
          community,
          round: 'home-visit',
          grid: home.grid_id,
          home: home.id,
        };
        unwrap(
          await takeEntry(then, asker, { ...entry, answers: answersOf(chance), claimedAt: at, sentAt: at }),
        );
      }
    }
  }
}
