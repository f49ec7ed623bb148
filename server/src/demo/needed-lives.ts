import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Neighbour } from './cast.ts';
import type { Fate } from './fates.ts';
import type { Life } from './life.ts';
import { lifeOf, type World } from './lives.ts';
import { communityPlans } from './street.ts';
import type { AffairTold } from './told.ts';

const minute = 60_000;

/** Matters that the story of the demonstration needs, whatever chance gives. */
export function neededLives(world: World): readonly Life[] {
  const { cast, told, until } = world;
  const today = civilDateOf(until);
  const affairOf = (id: string): AffairTold => {
    const found = told.affairs.find(({ affair }) => affair === id);
    if (found === undefined) throw new Error(`told.yaml does not tell of ${id}`);
    return found;
  };
  const ago = (hoursAgo: number): Instant => instant(until - Math.round(hoursAgo * 60 * minute) - 1);
  const [resident, elder] = [cast.role('resident'), cast.role('resident-elder')];
  const inPlan = communityPlans.map(
    ({ id }) => cast.neighbours.find((each) => each.at.community === id) ?? resident,
  );
  const rows: readonly (readonly [string, number, Fate | 'waiting', Neighbour?])[] = [
    ['component/street-lamp', 0.2, 'waiting', resident],
    ['event/exposed-rubbish', 0.4, 'waiting', elder],
    ['event/cooking-fumes', 0.9, 'waiting'],
    ['event/fire-lane-blocked', 1.6, 'waiting'],
    ['service/roof-wall-leak', 24 * 26, 'pleased', resident],
    ['event/sewer-blocked', 24 * 4, 'whistle-waits', resident],
    ['service/residential-parking', 24 * 3, 'silent', resident],
    ['service/lift-fault', 24 * 9, 'pleased', elder],
    ['service/heating', 24 * 2, 'silent', elder],
    ['event/road-damage', 24 * 7, 'whistled'],
    ['event/unauthorised-structure', 24 * 6, 'whistled'],
    ['event/road-flooding', 24 * 33, 'whistled'],
    ['service/old-community-renewal', 24 * 5, 'extension-waits'],
    ['service/property-management', 24 * 4, 'extension-waits'],
    ['service/water-supply', 24 * 20, 'extended'],
    ['event/neighbour-dispute', 24 * 3, 'exclusion-waits'],
    ['service/prepaid-card', 24 * 6, 'exclusion-waits'],
    ['event/life-noise', 24 * 30, 'excluded'],
    ['event/construction-noise', 24 * 40, 'excluded'],
    ['service/property-fee', 24 * 25, 'exclusion-refused'],
    ['event/falling-object', 24 * 8, 'supervise-waits'],
    ['service/power-supply', 24 * 6, 'supervise-waits'],
    ['event/outside-shop-trading', 24 * 10, 'supervised'],
    ['event/unlicensed-pedlar', 24 * 28, 'supervised'],
    ['service/house-quality', 24 * 35, 'supervised-again'],
    ['event/badly-parked-bike', 24 * 16, 'again'],
    ['service/owners-committee', 24 * 12, 'stuck'],
    ['event/dirty-green', 24 * 13, 'stuck'],
    ['event/exposed-rubbish', 24 * 14, 'late'],
    ['service/group-rental', 24 * 22, 'rejected'],
    ['event/stray-dogs', 24 * 11, 'withdrawn'],
    ['event/illegal-small-ads', 24 * 2, 'returned'],
  ];
  return rows.map(([id, hoursAgo, fate, neighbour], n) =>
    lifeOf(world, {
      key: `${today}/needed-${n}`,
      openedAt: ago(hoursAgo),
      affair: affairOf(id),
      fate,
      online: neighbour !== undefined,
      who: neighbour ?? inPlan[n % inPlan.length] ?? resident,
    }),
  );
}
