import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { addDays, civilDateOf, instantOf, isWorkingDay } from '@liren/core/calendar/calendar.ts';
import type { Calendar } from '@liren/core/calendar/types.ts';
import type { LineDeps } from '../usecases/lines.ts';
import { threeRates } from '../usecases/three-rates.ts';
import { chanceOf } from './chance.ts';
import type { Beat, Life } from './life.ts';
import { lifeOf, type World } from './lives.ts';
import { demoStreet } from './street.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** 13 households of one old factory's housing tell of the same: no title deed, and nobody left to ask. */
export function deedLives(world: World): readonly Life[] {
  const { cast, told, until } = world;
  const affair = told.affairs.find((each) => each.affair === 'service/title-deed');
  if (affair === undefined) throw new Error('told.yaml does not tell of title deeds');
  const today = civilDateOf(until);
  const chance = chanceOf(`deeds/${today}`);
  const households = cast.neighbours.filter(({ home }) => home.startsWith('houmofang-3-'));
  const fates = ['pleased', 'silent', 'again', 'supervised', 'basically', 'stuck', 'extended'] as const;
  return Array.from({ length: 13 }, (_, n) => {
    const who = households[n % households.length];
    if (who === undefined) throw new Error('nobody lives in the factory housing');
    return lifeOf(world, {
      key: `${today}/deed-${n}`,
      openedAt: instant(until - (27 + n * 2.4) * day - chance.between(0, 6) * hour),
      who,
      affair: { ...affair, urgency: 'hard' },
      words: told.deeds,
      fate: chance.pick(fates),
    });
  });
}

const streetLife = {
  community: demoStreet.street,
  place: demoStreet.street,
  channel: 'web',
  urgency: 'normal',
};

/** 每月一题: the 13 become one topic with three measures, one done, one checked, one under way. */
export function topicLife({ cast, until }: World, deeds: readonly string[]): Life {
  const leader = cast.seat('leader', 'street-office');
  const supervisor = cast.seat('supervisor', 'supervision-office');
  const openedAt = instant(until - 25 * day);
  const measure = (organ: string, reason: string, text: string, children: readonly Beat[]): Beat => ({
    after: { workingMinutes: 30 },
    who: leader,
    type: 'open-child',
    input: { organ, reason, text },
    children: [children],
    goesOn: true,
  });
  const works = (organ: string, hours: number, type: string, text: string): Beat => ({
    after: { workingHours: hours },
    who: cast.seat('handler', organ),
    type,
    input: { text },
  });
  return {
    key: `${civilDateOf(until)}/topic`,
    procedure: 'monthly-topic',
    ...streetLife,
    openedAt,
    who: leader,
    input: {
      title: '集中解决机修厂宿舍房产证办理难',
      month: civilDateOf(openedAt).slice(0, 7),
      text: '两个月里 13 户街坊反映同一件事：厂子没了，证没有人办。一户一户地办，谁也办不下来，所以合成一题。',
    },
    beats: [
      {
        after: { workingHours: 6 },
        who: leader,
        type: 'submit',
        input: {
          owner: 'housing',
          measures:
            '一、住建委查清原始缴款和审批档案，列出每户缺什么。\n二、规划分局补测宗地和楼栋，出具权属核查意见。\n三、社区上门收材料，老人不用跑。',
          deadline: addDays(civilDateOf(until), 40),
        },
      },
      { after: { workingHours: 1 }, who: leader, type: 'link', input: { matters: deeds } },
      measure(
        'community-houmofang',
        '上门收材料',
        '逐户上门登记，把身份证明、缴款收据拍照归档，缺什么当面说清。',
        [
          works('community-houmofang', 20, 'note-progress', '七号楼和五号楼已经走完，收到二十六户的材料。'),
          works(
            'community-houmofang',
            24,
            'done',
            '一百一十二户全部走到，一百零三户材料齐，九户缺继承公证，已经告诉怎么办。',
          ),
          {
            after: { workingHours: 6 },
            who: supervisor,
            type: 'accept',
            input: { note: '抽查了十户，都收到了材料清单。' },
          },
        ],
      ),
      measure('planning', '补测宗地和楼栋', '现场测量七栋楼，核对原始图纸，出具权属核查意见。', [
        works('planning', 16, 'note-progress', '外业测量已经完成，正在内业成图。'),
        works('planning', 70, 'done', '七栋楼的测绘成果和权属核查意见已经出具。'),
      ]),
      measure('housing', '并案补办手续', '按历史遗留问题办法并案受理，材料齐一户发一户。', [
        works('housing', 30, 'note-progress', '从档案馆调到一九九七年的批文，缴款台账对上了八十九户。'),
      ]),
    ],
  };
}

/** The first working morning after the second of the month, and the month before it, that the present has seen. */
export function rankingTime(
  calendar: Calendar,
  until: Instant,
): { readonly at: Instant; readonly month: string } {
  const first = `${civilDateOf(until).slice(0, 7)}-01` as ReturnType<typeof civilDateOf>;
  const publishedIn = (firstDay: typeof first) => {
    let date = addDays(firstDay, 1);
    while (!isWorkingDay(calendar, date)) date = addDays(date, 1);
    return { at: instantOf(date, 10 * 60), month: addDays(firstDay, -1).slice(0, 7) };
  };
  const found = publishedIn(first);
  const earlier = `${addDays(first, -1).slice(0, 7)}-01` as typeof first;
  return found.at + 2 * hour < until ? found : publishedIn(earlier);
}

/** Last month's ranking as the leader publishes it; one neighbour objects and is answered. */
export async function rankingLife(world: World, deps: LineDeps): Promise<Life> {
  const { cast, until } = world;
  const { at, month } = rankingTime(deps.shell.calendar, until);
  const communities = deps.directory.communities.map(({ id }) => id);
  const rates = await threeRates(deps, communities, month, 'organ');
  const leader = cast.seat('leader', 'street-office');
  const { formula, rows, total } = rates;
  const best = rows
    .filter(({ rank }) => rank !== undefined)
    .slice(0, 3)
    .map(({ title }) => title);
  return {
    key: `${civilDateOf(until)}/ranking`,
    procedure: 'monthly-ranking',
    ...streetLife,
    openedAt: at,
    who: leader,
    input: { month },
    beats: [
      {
        after: { minutes: 20 },
        who: leader,
        type: 'publish',
        input: {
          title: `枣花巷街道 ${month} 三率排名`,
          text: `${month} 有效回访 ${total.calls} 件。前三名：${best.join('、')}。\n${formula}\n对数字有疑问，可以在公示期内提出异议，五个工作日内答复。`,
        },
      },
      {
        after: { hours: 30 },
        who: cast.role('resident').as,
        type: 'object',
        input: { text: '我家那件回访时说的是“基本满意”，请核对一下有没有算错。' },
        daytime: true,
      },
      {
        after: { workingHours: 9 },
        who: leader,
        type: 'answer',
        input: { n: 1, text: '已经逐件核对回访记录，统计没有错；“基本满意”按规定折算，谢谢你看得这么仔细。' },
      },
    ],
  };
}
