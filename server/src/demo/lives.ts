import { type Instant, instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { addDays, civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import type { Affairs } from '@liren/core/engine/types.ts';
import { type Cast, gridOf, type Neighbour } from './cast.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Fate, fateWeights, talesOf } from './fates.ts';
import type { Beat, Life, Person } from './life.ts';
import { demoStreet } from './street.ts';
import { type AffairTold, fill, type Told } from './told.ts';

export interface World {
  readonly cast: Cast;
  readonly told: Told;
  readonly affairs: Affairs;
  /** The present of the demonstration. */
  readonly until: Instant;
}

const minute = 60_000;

/** Organs of a community carry its id; all others serve the whole street. */
export function organFor(kind: string, community: string): string {
  if (kind !== 'community' && kind !== 'property-company') return kind;
  if (community === demoStreet.street) return 'street-office';
  return `${kind === 'community' ? 'community' : 'property'}-${community}`;
}

/** 0.6 to 1, for ever the same: some offices simply work better, and the ranking shows it. */
export const careOf = (organ: string): number => 0.6 + chanceOf(`care/${organ}`).next() * 0.4;

interface Door {
  readonly channel: string;
  readonly who: Person;
  readonly onBehalfOf?: Life['onBehalfOf'];
  readonly opener: Person | undefined;
  readonly ratesItself: boolean;
}

const online = ({ as }: Neighbour): Door => ({ channel: 'web', who: as, opener: as, ratesItself: true });

function doorOf({ cast }: World, chance: Chance, { as, at, isElder }: Neighbour): Door {
  const phone = isElder ? 0.55 : 0.3;
  const roll = chance.next();
  const clerk = cast.seat('hotline-clerk', 'hotline-centre', chance.between(0, 1));
  if (roll < 0.03)
    return {
      channel: 'hotline',
      who: clerk,
      onBehalfOf: { person: undefined },
      opener: undefined,
      ratesItself: false,
    };
  if (roll < phone)
    return {
      channel: 'hotline',
      who: clerk,
      onBehalfOf: { person: as.person },
      opener: as,
      ratesItself: false,
    };
  if (roll < phone + 0.09) {
    const who = cast.seat('community-worker', `community-${at.community}`);
    return { channel: 'window', who, onBehalfOf: { person: as.person }, opener: as, ratesItself: false };
  }
  if (roll < phone + 0.2) {
    const who = cast.seat('grid-worker', `grid-${gridOf(at)}`);
    return { channel: 'grid', who, opener: who, ratesItself: true };
  }
  return { channel: 'web', who: as, opener: as, ratesItself: chance.happens(0.7) };
}

function inputOf(
  chance: Chance,
  told: Told,
  affair: Pick<AffairTold, 'titles' | 'details'>,
  { at, phone }: Neighbour,
  door: Door,
  whole: boolean,
): JsonObject {
  const { spoken, position } = at;
  const parts = [
    chance.pick(affair.details),
    chance.happens(0.6) ? chance.pick(told.since) : '',
    chance.happens(0.75) ? chance.pick(told.asks) : '',
  ];
  const near = (degrees: number): number =>
    Math.round((degrees + (chance.next() - 0.5) * 0.0006) * 1e5) / 1e5;
  const address = `${spoken.road}${chance.between(1, 60)}号 ${spoken.building}`;
  return {
    title: fill(chance.pick(affair.titles), spoken, chance),
    text: fill(parts.join(''), spoken, chance),
    location: whole ? { lat: near(position[1]), long: near(position[0]), address } : { address: spoken.road },
    ...(door.opener !== undefined && door.channel !== 'grid' && { phone }),
    ...(door.channel === 'web' && chance.happens(0.4) && { openText: true }),
  };
}

/** Neighbours who say: me too. */
function joined({ cast }: World, chance: Chance, { at, person }: Neighbour): readonly Beat[] {
  if (!chance.happens(0.14)) return [];
  const others = cast.neighbours.filter(
    (each) => each.at.community === at.community && each.person !== person,
  );
  const first = chance.between(0, Math.max(0, others.length - 1));
  return others.slice(first, first + chance.between(1, 4)).map(({ as }, i) => ({
    after: { minutes: 3 + i * 4 },
    who: as,
    type: 'join',
    input: {},
  }));
}

/** Wrongly thought to be the business of another office, as happens. */
function wrongOf({ told, affairs }: World, chance: Chance, organ: string) {
  const others = told.affairs.filter(({ affair }) => {
    const kind = affairs[affair]?.handler ?? '';
    return kind !== organ && kind !== 'community' && kind !== 'property-company';
  });
  const { affair } = chance.pick(others);
  return { affair, organ: affairs[affair]?.handler ?? '' };
}

export interface Wanted {
  readonly key: string;
  readonly openedAt: Instant;
  readonly who?: Neighbour;
  readonly affair?: AffairTold;
  readonly fate?: Fate | 'waiting';
  /** Reported by the person's own hand. */
  readonly online?: boolean;
  /** Only the street is known. */
  readonly vague?: boolean;
  /** Words of its own instead of the affair's. */
  readonly words?: Pick<AffairTold, 'titles' | 'details'>;
}

const fates = Object.entries(fateWeights).map(([fate, weight]) => ({ fate: fate as Fate, weight }));
const needsTime: readonly string[] = [
  'returned',
  'extended',
  'extension-refused',
  'extension-waits',
  'whistled',
];

/** What waits does not wait for ever: after so many days the story has moved on. */
const waits: Readonly<Partial<Record<Fate, { readonly days: number; readonly becomes: Fate }>>> = {
  'extension-waits': { days: 4, becomes: 'extended' },
  'exclusion-waits': { days: 6, becomes: 'excluded' },
  'whistle-waits': { days: 5, becomes: 'whistled' },
  'supervise-waits': { days: 9, becomes: 'supervised' },
  stuck: { days: 15, becomes: 'late' },
};
/** These turn on what the person says. */
const needsVoice: readonly Fate[] = [
  'again',
  'supervised',
  'supervised-again',
  'supervise-waits',
  'withdrawn',
];

function fateOf(
  { until }: World,
  { fate, openedAt }: Wanted,
  chance: Chance,
  affair: AffairTold,
  { opener }: Door,
): Fate | 'waiting' {
  if (fate !== undefined) return fate;
  const rolled = chance.weighted(fates).fate;
  const wait = waits[rolled];
  const grown = wait !== undefined && until - openedAt > wait.days * 24 * 60 * minute ? wait.becomes : rolled;
  if (opener === undefined && needsVoice.includes(grown)) return 'silent';
  const isHurried = affair.urgency === 'critical' || affair.urgency === 'urgent';
  return isHurried && needsTime.includes(grown) ? 'pleased' : grown;
}

const showsPhoto = ({ channel }: Door, chance: Chance): boolean =>
  channel === 'grid' || (channel === 'web' && chance.happens(0.45));

/** The door that chance chose, unless the story asks for the person's own hand. */
function doorFor(
  world: World,
  chance: Chance,
  { fate, vague, online: isOnline }: Wanted,
  who: Neighbour,
): Door {
  const found = doorOf(world, chance, who);
  // Whoever knows only the street was not met at a window or on the beat.
  const isAway = vague === true && (found.channel === 'grid' || found.channel === 'window');
  const isMute =
    found.opener === undefined && fate !== undefined && fate !== 'waiting' && needsVoice.includes(fate);
  return isOnline === true || isAway || isMute ? online(who) : found;
}

/** One matter in all its parts, decided by its key alone. */
export function lifeOf(world: World, wanted: Wanted): Life {
  const chance = chanceOf(wanted.key);
  const { cast, told } = world;
  const who = wanted.who ?? chance.pick(cast.neighbours);
  const affair = wanted.affair ?? chance.weighted(told.affairs);
  const isVague = wanted.vague === true;
  const place = isVague ? demoStreet.street : who.at.building;
  const community = isVague ? demoStreet.street : who.at.community;
  const door = doorFor(world, chance, wanted, who);
  const isKnownAffair = door.channel !== 'web' || chance.happens(0.35);
  const fate = fateOf(world, wanted, chance, affair, door);
  const photo = showsPhoto(door, chance);
  return {
    key: wanted.key,
    procedure: 'complaint',
    community,
    place,
    openedAt: wanted.openedAt,
    who: door.who,
    channel: door.channel,
    urgency: door.channel === 'web' ? 'normal' : affair.urgency,
    ...(isKnownAffair && { affair: affair.affair }),
    ...(door.onBehalfOf !== undefined && { onBehalfOf: door.onBehalfOf }),
    input: inputOf(chance, told, wanted.words ?? affair, who, door, !isVague),
    ...(photo && { photo: 'photos' }),
    beats:
      fate === 'waiting' ? [] : beatsOf(world, chance, { who, affair, community, door, isKnownAffair, fate }),
  };
}

interface Scene {
  readonly who: Neighbour;
  readonly affair: AffairTold;
  readonly community: string;
  readonly door: Door;
  readonly isKnownAffair: boolean;
  readonly fate: Fate;
}

function beatsOf(world: World, chance: Chance, scene: Scene): readonly Beat[] {
  const { who, affair, community, door, isKnownAffair, fate } = scene;
  const kind = world.affairs[affair.affair]?.handler ?? '';
  const organ = organFor(kind, community);
  const { cast, told } = world;
  const { opener, ratesItself } = door;
  const common = { chance, told, cast, affair, organ, opener, ratesItself, isKnownAffair };
  const telling = {
    ...common,
    spoken: who.at.spoken,
    wrong: wrongOf(world, chance, kind),
    care: careOf(organ),
  };
  return [...joined(world, chance, who), ...talesOf(fate, telling)];
}

const daysTold = 62;
/** More is said in the morning and after supper; at night almost nothing. */
const hours: readonly { readonly hour: number; readonly weight: number }[] = [
  2, 1, 0, 0, 0, 1, 3, 8, 12, 13, 12, 9, 6, 7, 9, 9, 8, 8, 9, 11, 10, 7, 4, 2,
].map((weight, hour) => ({ hour, weight }));

/** The ordinary days of the last two months: `count` matters, growing a little towards the present. */
export function ordinaryLives(world: World, count: number): readonly Life[] {
  const today = civilDateOf(world.until);
  const chance = chanceOf(`days/${today}`);
  const days = Array.from({ length: daysTold }, (_, ago) => {
    const date = addDays(today, -ago);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return { date, weight: (weekday === 0 || weekday === 6 ? 0.6 : 1) * (1.25 - (0.5 * ago) / daysTold) };
  });
  return Array.from({ length: count }, (_, n) => {
    const { date } = chance.weighted(days);
    const minuteOfDay = chance.weighted(hours).hour * 60 + chance.between(0, 59);
    const openedAt = instant(instantOf(date, minuteOfDay) + chance.between(0, minute - 1));
    return lifeOf(world, { key: `${today}/${n}`, openedAt, vague: chance.happens(0.03) });
  });
}
