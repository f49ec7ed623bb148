import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import { momentOn } from '@liren/core/documents/words.ts';
import { putArrival } from '../store/meetings.ts';
import { pollsOfMatter, readEntries } from '../store/polls/polls.ts';
import { chanceOf } from './chance.ts';
import type { Life } from './life.ts';
import { live, type Stage } from './live.ts';
import type { World } from './lives.ts';
import { communityPlans } from './street.ts';

const minute = 60_000;
const day = 86_400_000;

interface MeetingTold {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly startsAt: Instant;
  /** Of the households, as far as the story is told. */
  readonly here: number;
  readonly held: boolean;
}

/** Half past seven in the evening, so many days ago. */
const evening = (until: Instant, daysAgo: number): Instant =>
  instantOf(civilDateOf(instant(until - daysAgo * day)), 19 * 60 + 30);
const wholeMinute = (at: number): Instant => instant(Math.floor(at / minute) * minute);

const meetings = (until: Instant): readonly MeetingTold[] => [
  {
    key: 'ramp',
    title: '三号楼门口修一条坡道',
    text: '楼里有四位坐轮椅的老人。修坡道和扶手要 9000 元，从社区公益金里出；要占掉两个自行车位。',
    place: '社区活动室',
    startsAt: evening(until, 6),
    here: 0.72,
    held: true,
  },
  {
    // It begins as the visitor comes: the hall fills, and a few are still missing.
    key: 'lamps',
    title: '院里路灯几点关',
    text: '有人说十点关太早，晚归的看不见路；有人说亮到半夜睡不着。',
    place: '枣花巷甲院东头的凉亭',
    startsAt: wholeMinute(until - 10 * minute),
    here: 0.45,
    held: false,
  },
];

const clockText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const minutesLater = (minutes: number) => ({ minutes });

/** As the record began it and the clerk went on. */
const written = (
  told: MeetingTold,
  roll: number,
  present: number,
): string => `会议名称：枣花巷社区户代表议事会
时间：${momentOn(told.startsAt)}
地点：${told.place}
主持：陆佳宁（社区工作者）
记录：陆佳宁
到会：应到 ${roll} 户，实到 ${present} 户，够了。
一、议题
${told.title}
二、发言
赞成的：我妈坐轮椅，上下三级台阶要两个人抬。
反对的：自行车没地方放，能不能往花坛那边挪一挪？
三、议定
坡道照修，宽一米二；花坛边上补两个自行车位，由社区报名认领。
二十点四十分散会。`;

/** @param present as many as are there, once the story knows */
function lifeOf({ cast, until }: World, told: MeetingTold, community: string, roll = 0, present = 0): Life {
  const who = cast.seat('community-worker', `community-${community}`);
  const other = cast.seat('handler', `community-${community}`);
  const { title, text, place, startsAt } = told;
  const openedAt = instant(startsAt - 12 * day);
  const against = Math.round(present * 0.15);
  const abstain = Math.round(present * 0.1);
  return {
    key: `meeting/${told.key}`,
    procedure: 'courtyard-council',
    community,
    place: community,
    openedAt,
    who,
    channel: 'web',
    urgency: 'normal',
    input: { title, text, compound: communityPlans[0]?.grids[0]?.compound ?? '' },
    beats: [
      {
        after: { hours: 1 },
        who,
        type: 'convene',
        input: { starts: clockText(startsAt), place, text },
      },
      ...(told.held && startsAt < until
        ? [
            // Twelve days from the opening, less the hour before the notice: the time of the meeting.
            { after: { hours: 12 * 24 - 1 }, who, type: 'begin', input: {} },
            {
              after: minutesLater(10),
              who,
              type: 'speak',
              input: { side: 'for', text: '我妈坐轮椅，上下三级台阶要两个人抬。' },
            },
            {
              after: minutesLater(5),
              who,
              type: 'speak',
              input: { side: 'against', text: '自行车没地方放，能不能往花坛那边挪一挪？' },
            },
            {
              after: minutesLater(30),
              who,
              type: 'resolve',
              input: { for: present - against - abstain, against, abstain, counters: '孙玉兰、田建军' },
            },
            {
              after: { hours: 14 },
              who,
              type: 'write-minutes',
              input: { text: written(told, roll, present) },
            },
            { after: { hours: 3 }, who: other, type: 'confirm-minutes', input: { right: true } },
            {
              after: { hours: 2 },
              who,
              type: 'publish',
              input: { title: `议事结果：${title}`, text: '户代表当面表决，同意修。' },
            },
          ]
        : []),
    ],
  };
}

/** Some of the households come, each at their own minute; of the meeting that begins now, none of the visitor's. */
async function arrive(
  { shell, until }: Stage,
  community: string,
  matter: string,
  told: MeetingTold,
  who: string,
): Promise<readonly [roll: number, present: number]> {
  const [poll] = await pollsOfMatter(shell.pool, community, matter);
  if (poll === undefined) return [0, 0];
  const chance = chanceOf(`meeting/${told.key}`);
  const entries = await readEntries(shell.pool, community, poll.id);
  const coming = entries.slice(told.held ? 0 : 4).slice(0, Math.round(entries.length * told.here));
  for (const entry of coming) {
    const at = Math.min(told.startsAt - Math.round(chance.next() * 25 * minute), until);
    const arrival = { entry: entry.id, at, way: 'desk' as const, person: who };
    await putArrival(shell.pool, community, poll.id, arrival, []);
  }
  return [entries.length, coming.length];
}

/** Two meetings of the households of one courtyard: one was held and has its minutes, one begins as the visitor comes. */
export async function holdMeetings(stage: Stage, world: World): Promise<void> {
  const community = communityPlans[0]?.id ?? '';
  for (const told of meetings(world.until)) {
    const life = lifeOf(world, told, community);
    const matter = await live(stage, { ...life, beats: life.beats.slice(0, 1) });
    if (matter === undefined) continue;
    const there = await arrive(stage, community, matter, told, life.who.person);
    await live(stage, lifeOf(world, told, community, ...there));
  }
}
