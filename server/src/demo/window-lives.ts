import { type Instant, instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { civilDateOf, type Duration } from '@liren/core/calendar/calendar.ts';
import { gridOf, type Neighbour } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Beat, Life, Person } from './life.ts';
import type { World } from './lives.ts';

const hour = 3_600_000;

/** How far somebody's errand has come. */
type Reached =
  | 'asked'
  | 'lacking'
  | 'taken'
  | 'given'
  | 'decided'
  | 'back'
  | 'handed'
  | 'rated'
  | 'displeased';
const stages: readonly Reached[] = ['asked', 'taken', 'given', 'decided', 'back', 'handed'];

interface Errand {
  readonly item: string;
  readonly decides: string;
  readonly way: 'window' | 'home';
  readonly hoursAgo: number;
  readonly reached: Reached;
  readonly brought: readonly string[];
  readonly text?: string;
  readonly answer?: string;
  /** How long the organ that decides takes. */
  readonly takes?: Duration;
  readonly elder?: true;
}

/** At every stage one, and some that are over. Days are left between the acts, as between a window and an office. */
const errands: readonly Errand[] = [
  {
    item: 'birth-registration',
    decides: 'health',
    way: 'home',
    hoursAgo: 24 * 16,
    reached: 'rated',
    brought: ['couple-id', 'household-book', 'marriage'],
    text: '快生了，不方便出门',
    answer: '已经登记，登记证明交窗口送回。',
    takes: { hours: 3 },
  },
  {
    item: 'elder-card',
    decides: 'civil-affairs',
    way: 'home',
    hoursAgo: 4,
    reached: 'asked',
    brought: [],
    text: '腿脚不便，上午都在家',
    elder: true,
  },
  {
    item: 'minimum-living',
    decides: 'civil-affairs',
    way: 'window',
    hoursAgo: 30,
    reached: 'lacking',
    brought: ['family-id', 'household-book'],
  },
  {
    item: 'medical-insurance',
    decides: 'medical-insurance',
    way: 'window',
    hoursAgo: 3,
    reached: 'taken',
    brought: ['own-id', 'birth-certificate'],
  },
  {
    item: 'residence-permit',
    decides: 'police',
    way: 'window',
    hoursAgo: 76,
    reached: 'given',
    brought: ['own-id', 'photo', 'lease'],
  },
  {
    item: 'unemployment-registration',
    decides: 'human-resources',
    way: 'window',
    hoursAgo: 27,
    reached: 'decided',
    brought: ['own-id', 'leaving-work'],
    answer: '已经登记，失业登记凭证已出。',
  },
  {
    item: 'disability-allowances',
    decides: 'civil-affairs',
    way: 'home',
    hoursAgo: 24 * 9,
    reached: 'back',
    brought: ['own-id', 'disability-card', 'bank-card'],
    text: '坐轮椅，下楼不方便',
    answer: '审核通过，下月起发到卡上。',
    takes: { days: 5 },
  },
  {
    item: 'pension-check',
    decides: 'human-resources',
    way: 'home',
    hoursAgo: 52,
    reached: 'handed',
    brought: ['own-id'],
    text: '九十一岁，不会用手机',
    answer: '认证通过。',
    elder: true,
  },
  {
    item: 'temporary-relief',
    decides: 'street-office',
    way: 'window',
    hoursAgo: 24 * 12,
    reached: 'displeased',
    brought: ['own-id', 'promise', 'hardship-proof'],
    answer: '符合条件，救助金三日内到账。',
    takes: { days: 4 },
  },
  {
    item: 'elder-allowance',
    decides: 'civil-affairs',
    way: 'home',
    hoursAgo: 24 * 24,
    reached: 'rated',
    brought: ['own-id', 'bank-card'],
    answer: '审核通过，本月起发到卡上。',
    takes: { days: 6 },
    elder: true,
  },
  {
    item: 'veteran-registration',
    decides: 'street-office',
    way: 'window',
    hoursAgo: 24 * 19,
    reached: 'rated',
    brought: ['own-id', 'household-book', 'veteran-card', 'photo'],
    answer: '已经登记，光荣牌周末挂。',
    takes: { days: 2 },
  },
  {
    item: 'public-housing',
    decides: 'housing',
    way: 'window',
    hoursAgo: 24 * 38,
    reached: 'lacking',
    brought: ['family-id'],
  },
];

const beat = (after: Duration, who: Person, type: string, input: JsonObject = {}): Beat => ({
  after,
  who,
  type,
  input,
  daytime: true,
});

function beatsOf({ cast }: World, errand: Errand, who: Neighbour): readonly Beat[] {
  const { brought, reached, way, decides, answer = '已经办好。', takes = { hours: 5 } } = errand;
  const worker = cast.seat('community-worker', `community-${who.at.community}`);
  const goes = way === 'home' ? cast.seat('grid-worker', `grid-${gridOf(who.at)}`) : worker;
  const takeIn = beat(way === 'home' ? { hours: 20 } : { minutes: 8 }, goes, 'take-in', {
    brought: [...brought],
  });
  if (reached === 'lacking') return [takeIn];
  const whole: readonly Beat[] = [
    takeIn,
    beat({ minutes: 25 }, worker, 'assign', { organ: decides }),
    beat(takes, cast.seat('handler', decides), 'done', { result: 'granted', text: answer }),
    beat({ hours: 2 }, worker, 'submit', { inHand: 'certificate', note: '窗口领，或者网格员顺路送去。' }),
    beat({ hours: 3 }, goes, 'submit', {
      takenBy: 'self',
      takenHow: way,
      signer: '本人签收',
    }),
  ];
  const acts = stages.indexOf(reached);
  if (acts >= 0) return whole.slice(0, acts);
  const content = reached === 'rated';
  return [
    ...whole,
    beat({ hours: 6 }, who.as, 'rate', {
      contacted: true,
      solved: content,
      satisfied: content ? 'satisfied' : 'dissatisfied',
      ...(!content && { comment: '说三日到账，一个星期了还没有。' }),
    }),
  ];
}

/** 综合窗口: what people have done at the window and at home, one at every stage. */
export function windowLives(world: World): readonly Life[] {
  const { cast, until } = world;
  const today = civilDateOf(until);
  const chance = chanceOf(`window/${today}`);
  const home = cast.role('resident').at.community;
  const near = cast.neighbours.filter(({ at }) => at.community === home);
  const elder = cast.role('resident-elder');
  return errands.map((errand, n): Life => {
    const { item, way, hoursAgo, text } = errand;
    const who = errand.elder === true ? elder : n === 0 ? cast.role('resident') : chance.pick(near);
    const worker = cast.seat('community-worker', `community-${who.at.community}`);
    const openedAt: Instant = instant(until - hoursAgo * hour - 1);
    const atWindow = way === 'window';
    return {
      key: `${today}/window-${n}`,
      procedure: 'service-item',
      affair: `item/${item}`,
      community: who.at.community,
      place: who.at.building,
      openedAt,
      who: atWindow ? worker : who.as,
      ...(atWindow && { onBehalfOf: { person: who.person } }),
      channel: atWindow ? 'window' : 'web',
      urgency: 'normal',
      input: {
        way,
        asker: 'self',
        ...(text !== undefined && { text }),
        location: { address: who.at.spoken.building },
      },
      beats: beatsOf(world, errand, who),
    };
  });
}
