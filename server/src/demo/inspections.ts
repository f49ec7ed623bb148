import { uuidFromHash } from '@liren/core/basics/hash.ts';
import type { Instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { noteOf } from '@liren/core/fieldwork/checklist.ts';
import { inspectionsIn } from '../usecases/inspections.ts';
import { takeEntry } from '../usecases/take-entry.ts';
import { type Chance, chanceOf } from './chance.ts';
import { atDoor, eachSeat, type World } from './rounds.ts';

const notes = [
  '灭火器压力不够，换新的。',
  '插线板串着用，拆掉，请电工布线。',
  '货箱堵着后门，搬走，以后不放。',
  '燃气软管老化，换成金属软管。',
];

function answersOf(chance: Chance, items: readonly string[]): JsonObject {
  if (chance.happens(0.1)) return { met: 'shut' };
  const passed = Object.fromEntries(items.map((item) => [item, 'pass']));
  if (!chance.happens(0.35)) return { met: 'open', ...passed };
  const item = chance.pick(items);
  const finding = chance.happens(0.3) ? 'fixed' : 'fail';
  return { met: 'open', ...passed, [item]: finding, [noteOf(item)]: chance.pick(notes) };
}

/** Inspections of the last days in every grid that somebody walks: about half of what is owed, a few with faults. */
export async function inspectPlaces(world: World, until: Instant): Promise<void> {
  for await (const { asker, seat } of eachSeat(world, until)) {
    const { community, fieldwork, grids } = seat;
    for (const { row, round } of await inspectionsIn(world, seat, grids)) {
      const chance = chanceOf(`inspections/${row.id}`);
      if (chance.happens(0.5)) continue;
      const at = atDoor(chance, until, 6);
      const items = fieldwork.rounds[round]?.checklist?.items.map(({ id }) => id) ?? [];
      const then = { ...world, shell: { ...world.shell, now: () => at } };
      const answers = answersOf(chance, items);
      unwrap(
        await takeEntry(then, asker, {
          // The same in a build that goes on after it was broken off.
          id: uuidFromHash(`inspections/${row.id}`),
          community,
          round,
          grid: row.grid_id,
          organisation: row.id,
          answers,
          claimedAt: at,
          sentAt: at,
        }),
      );
    }
  }
}
