import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { instant } from '@liren/core/basics/ids.ts';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { putMark } from '../store/polls/box.ts';
import { labelPlace, pollsOfMatter, readEntries } from '../store/polls/polls.ts';
import { chanceOf } from './chance.ts';
import type { Beat, Life } from './life.ts';
import { live, type Stage } from './live.ts';
import type { World } from './lives.ts';
import { communityPlans } from './street.ts';
import { isVisitors } from './votes.ts';

const day = 86_400_000;
/** Title, kind, cost, who would use it; those without a check are refused. */
const projects = [
  ['三号楼下装一排长椅', 'works', 18_000, '接孩子的老人没有地方坐，下雨天只能站着。'],
  ['东门坡道加扶手', 'works', 26_000, '坡陡，轮椅和买菜车上不去，冬天结冰更危险。'],
  ['小花园换耐踩的地面', 'works', 96_000, '砖翘起来绊过三个人，孩子跑着玩不敢松手。'],
  ['车棚装充电柜', 'works', 120_000, '电动车没有地方充电，有人拉线到楼道里。'],
  ['社区食堂周末也开', 'services', 60_000, '独居老人周六周日吃饭没有着落。'],
  ['暑假托管班', 'services', 80_000, '双职工家庭，孩子放假没有人带。'],
  ['楼道声控灯全换新', 'goods', 32_000, '一半不亮，晚上上楼打着手电。'],
  ['每栋楼一辆共用轮椅', 'goods', 12_000, '送老人去医院，临时借不到。'],
  ['健身器材换新', 'goods', 150_000, '漫步机断了一条腿，用绳子绑着。'],
  ['便民工具箱', 'goods', 6_000, '换个水龙头不用再跑五金店。'],
  ['我家换防盗门', 'goods', 3_000, '门锁坏了。'],
] as const;
type Project = (typeof projects)[number];

interface Told {
  readonly key: string;
  readonly title: string;
  readonly daysAgo: number;
  readonly counted: boolean;
}
const rounds: readonly Told[] = [
  { key: 'open', title: '枣花巷 2026 年下半年民生微实事', daysAgo: 22, counted: false },
  { key: 'done', title: '枣花巷 2026 年上半年民生微实事', daysAgo: 58, counted: true },
];

function lifeOf({ cast, until }: World, told: Told, community: string): Life {
  const who = cast.seat('community-worker', `community-${community}`);
  const neighbours = cast.neighbours.filter(({ at }) => at.community === community);
  const proposed = ([title, category, cost, text]: Project, i: number): Beat => ({
    after: { hours: 5 },
    who: neighbours[i % Math.max(1, neighbours.length)]?.as ?? who,
    type: 'propose',
    input: { title, category, cost, text },
    children: [
      [
        title.startsWith('我家')
          ? {
              after: { hours: 20 },
              who,
              type: 'send-back',
              input: { because: 'private', reason: '自家的门由自家修，民生微实事用在大家都用得上的地方。' },
            }
          : { after: { hours: 20 }, who, type: 'accept', input: { title, cost } },
      ],
    ],
    goesOn: false,
  });
  return {
    key: `livelihood/${told.key}`,
    procedure: 'livelihood-vote',
    community,
    place: community,
    openedAt: instant(until - told.daysAgo * day),
    who,
    channel: 'web',
    urgency: 'normal',
    input: { title: told.title, budget: 300_000, text: '三十万元，用在大家都用得上的小事上。年底前做完。' },
    beats: [
      ...projects.map(proposed),
      { after: { hours: 6 }, who, type: 'finish', input: { text: '征集到十一个项目，十个通过初审。' } },
      { after: { hours: 1 }, who, type: 'freeze-roll', input: {} },
      {
        after: { hours: 1 },
        who,
        type: 'announce',
        input: { title: told.title, text: '每人最多选五个。三十万元怎么用，大家定。' },
      },
      ...(told.counted
        ? [
            { after: { days: 13 }, who, type: 'count', input: {} },
            {
              after: { hours: 2 },
              who,
              type: 'publish',
              input: { title: '民生微实事结果', text: '选上的项目和每个项目的原因都在这件事的页面上。' },
            },
          ]
        : []),
    ],
  };
}

async function castSome({ shell, until }: Stage, community: string, matter: string, told: Told, who: string) {
  const [poll] = await pollsOfMatter(shell.pool, community, matter);
  if (poll?.opens_at == null || poll.closes_at === null || poll.public_key === null) return;
  if (poll.opens_at >= until) return;
  const chance = chanceOf(`livelihood/${told.key}`);
  const last = Math.min(poll.closes_at, until) - 1;
  const ids = Array.from({ length: projects.length - 1 }, (_, i) => `p${i + 1}`);
  for (const entry of await readEntries(shell.pool, community, poll.id)) {
    const label = shell.sealer.open(labelPlace(entry.id), entry.label_sealed);
    if (!chance.happens(0.4) || !label.ok || (!told.counted && isVisitors(label.value))) continue;
    const choice = new Set(Array.from({ length: chance.between(1, 5) }, () => chance.pick(ids)));
    const code = uuidFromHash(`${poll.id}/${entry.no}`);
    const envelope = await sealBallot(poll.public_key, poll.id, { code, choice: [...choice] });
    const at = instant(Math.round(poll.opens_at + chance.next() * (last - poll.opens_at)));
    await putMark(shell.pool, community, poll.id, {
      entry: entry.id,
      channel: 'online',
      at,
      person: who,
      envelope,
    });
  }
}

/** Two rounds of livelihood projects in the first community: residents vote in one, the other was counted. */
export async function holdRounds(stage: Stage, world: World): Promise<void> {
  const community = communityPlans[0]?.id ?? '';
  for (const told of rounds) {
    const life = lifeOf(world, told, community);
    const matter = await live(stage, { ...life, beats: life.beats.slice(0, projects.length + 3) });
    if (matter === undefined) continue;
    await castSome(stage, community, matter, told, life.who.person);
    if (told.counted) await live(stage, life);
  }
}
