import { type Instant, instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Duration } from '@liren/core/calendar/calendar.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Neighbour } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Beat, Life, Person } from './life.ts';
import type { World } from './lives.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How a call went: who answered after how long, and what they found. */
interface Call {
  readonly hoursAgo: number;
  readonly text?: string;
  readonly by?: 'neighbours' | 'property' | 'community';
  readonly afterMinutes: number;
  readonly callMe?: string;
  readonly found?: string;
  /** Pressed by mistake. */
  readonly cancelled?: true;
}

const calls: readonly Call[] = [
  {
    hoursAgo: 3,
    text: '水龙头关不上，厨房进水了',
    by: 'property',
    afterMinutes: 5,
    found: '阀门坏了，已经换好，地也拖干了。',
  },
  {
    hoursAgo: 27,
    text: '摔了一下，站不起来',
    by: 'neighbours',
    afterMinutes: 2,
    callMe: '三单元的老冯',
    found: '扶到床上坐下，没有伤到骨头，联系了女儿，一直陪到她来。',
  },
  { hoursAgo: 51, by: 'neighbours', afterMinutes: 1, cancelled: true },
  {
    hoursAgo: 75,
    text: '门锁打不开，炉子上还炖着汤',
    by: 'community',
    afterMinutes: 9,
    found: '联系开锁的师傅开了门，火已经关好，没有烧着东西。',
  },
  {
    hoursAgo: 124,
    text: '头晕，家里没有人',
    by: 'neighbours',
    afterMinutes: 3,
    callMe: '二楼小陈',
    found: '量了血压，陪着去了社区卫生服务站。',
  },
  {
    hoursAgo: 171,
    text: '半夜听见走廊有人砸门，害怕',
    by: 'community',
    afterMinutes: 18,
    found: '是楼上邻居走错了门，已经说开；值班的人陪老人坐了一会儿。',
  },
  {
    hoursAgo: 260,
    text: '轮椅的轮子卡在坡道上了',
    by: 'neighbours',
    afterMinutes: 4,
    found: '把轮椅抬上来了，坡道的缝已经报给物业。',
  },
  {
    hoursAgo: 333,
    text: '家里停电，制氧机不能用',
    by: 'property',
    afterMinutes: 6,
    found: '跳闸了，合上以后正常；留了备用电源。',
  },
];

const organOf = (by: Call['by'], community: string): string => `${by ?? 'neighbours'}-${community}`;
const beat = (after: Duration, who: Person, type: string, input: JsonObject = {}): Beat => ({
  after,
  who,
  type,
  input,
});

function beatsOf({ cast }: World, call: Call, { as, at }: Neighbour): readonly Beat[] {
  const { by, afterMinutes, callMe, found } = call;
  if (call.cancelled === true) return [beat({ minutes: afterMinutes }, as, 'withdraw', { reason: '按错了' })];
  const post = by === 'neighbours' ? 'neighbour-helper' : 'handler';
  const helper = cast.seat(post, organOf(by, at.community));
  return [
    beat({ minutes: afterMinutes }, helper, 'take', {
      ...(callMe !== undefined && { callMe }),
      text: '马上到',
    }),
    beat({ minutes: 4 }, helper, 'done', { text: '到了' }),
    beat({ minutes: 35 }, helper, 'done', { text: found ?? '帮好了。' }),
  ];
}

/** Old people who live alone press the button: most are answered in minutes, one was not. */
export function helpLives(world: World): readonly Life[] {
  const { cast, until } = world;
  const today = civilDateOf(until);
  const chance = chanceOf(`help/${today}`);
  const elders = cast.neighbours.filter(({ isElder }) => isElder);
  const elder = cast.role('resident-elder');
  const openedAt = (ago: number): Instant => instant(until - ago - 1);
  const life = (
    key: string,
    who: Neighbour,
    at: Instant,
    text: string | undefined,
    beats: readonly Beat[],
  ): Life => ({
    key: `${today}/help-${key}`,
    procedure: 'help-call',
    community: who.at.community,
    place: who.at.building,
    openedAt: at,
    who: who.as,
    channel: 'web',
    urgency: 'normal',
    input: { ...(text !== undefined && { text }), location: { address: who.at.spoken.building } },
    beats,
  });
  return calls.map((call, n) => {
    const who = n === 1 ? elder : chance.pick(elders);
    return life(String(n), who, openedAt(call.hoursAgo * hour), call.text, beatsOf(world, call, who));
  });
}
