import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { instant } from '@liren/core/basics/ids.ts';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { putMark } from '../store/polls/box.ts';
import { labelPlace, pollsOfMatter, readEntries } from '../store/polls/polls.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Life } from './life.ts';
import { live, type Stage } from './live.ts';
import type { World } from './lives.ts';
import { communityPlans } from './street.ts';

const day = 86_400_000;

interface VoteTold {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly daysAgo: number;
  /** Shares of those who vote, and of them who agrees and who does not. */
  readonly turnout: number;
  readonly yes: number;
  readonly no: number;
  readonly counted: boolean;
}
const votes: readonly VoteTold[] = [
  {
    key: 'charging',
    title: '车棚改成电动车充电棚',
    text: '东边的旧车棚多年不用。改成带遮雨、烟感和自动断电的充电棚，要 6 万元，从小区公共收益里出。\n同意，就在今年改；不同意，车棚照旧。',
    daysAgo: 15,
    turnout: 0.46,
    yes: 0.7,
    no: 0.22,
    counted: false,
  },
  {
    key: 'gate',
    title: '西门夜里十一点以后刷卡进出',
    text: '住户反映夜里有外人从西门进出。装门禁要 1.8 万元，从小区公共收益里出，每户发两张卡。',
    daysAgo: 48,
    turnout: 0.63,
    yes: 0.78,
    no: 0.15,
    counted: true,
  },
];

function lifeOf({ cast, until }: World, told: VoteTold, community: string): Life {
  const who = cast.seat('community-worker', `community-${community}`);
  const input = { title: told.title, text: told.text };
  return {
    key: `vote/${told.key}`,
    procedure: 'household-vote',
    community,
    place: community,
    openedAt: instant(until - told.daysAgo * day),
    who,
    channel: 'web',
    urgency: 'normal',
    input,
    beats: [
      { after: { hours: 2 }, who, type: 'freeze-roll', input: {} },
      { after: { hours: 1 }, who, type: 'announce', input },
      ...(told.counted
        ? [
            { after: { days: 18 }, who, type: 'count', input: {} },
            {
              after: { hours: 2 },
              who,
              type: 'publish',
              input: {
                title: `表决结果：${told.title}`,
                text: '表决已经通过。全部票在这件事的页面上，谁都可以重算。',
              },
            },
          ]
        : []),
    ],
  };
}

function choiceOf(chance: Chance, { yes, no }: VoteTold): string {
  const roll = chance.next();
  if (roll < yes) return 'for';
  return roll < yes + no ? 'against' : 'abstain';
}

/** The homes of those whom a visitor of the demonstration may become: their votes are still theirs to cast. */
export const isVisitors = (label: string): boolean => /1 单元 10[12]$/.test(label);

async function castSome(
  { shell, until }: Stage,
  community: string,
  matter: string,
  told: VoteTold,
  who: string,
) {
  const [poll] = await pollsOfMatter(shell.pool, community, matter);
  if (poll?.opens_at == null || poll.closes_at === null || poll.public_key === null) return;
  const chance = chanceOf(`vote/${told.key}`);
  const last = Math.min(poll.closes_at, until) - 1;
  for (const entry of await readEntries(shell.pool, community, poll.id)) {
    const label = shell.sealer.open(labelPlace(entry.id), entry.label_sealed);
    if (!chance.happens(told.turnout) || !label.ok || (!told.counted && isVisitors(label.value))) continue;
    const code = uuidFromHash(`${poll.id}/${entry.no}`);
    const envelope = await sealBallot(poll.public_key, poll.id, { code, choice: [choiceOf(chance, told)] });
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

/** Two votes of households in the first community: one is open, one was counted and told. */
export async function holdVotes(stage: Stage, world: World): Promise<void> {
  const community = communityPlans[0]?.id ?? '';
  for (const told of votes) {
    const life = lifeOf(world, told, community);
    const matter = await live(stage, { ...life, beats: life.beats.slice(0, 2) });
    if (matter === undefined) continue;
    await castSome(stage, community, matter, told, life.who.person);
    await live(stage, life);
  }
}
