import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { instant } from '@liren/core/basics/ids.ts';
import type { Vote } from '@liren/core/opinion/types.ts';
import { livingResidents } from '../store/count-people.ts';
import {
  addPart,
  type DiscussionRow,
  ensureDiscussion,
  findDiscussion,
} from '../store/discussions/discussions.ts';
import { addStatement, setAppeal, setDecision, wordsPlace } from '../store/discussions/statements.ts';
import { putVote } from '../store/discussions/votes.ts';
import { findMatter } from '../store/read-record.ts';
import { findDiscussStep } from '../usecases/discussions/discuss-step.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Beat, Life } from './life.ts';
import { live, type Stage } from './live.ts';
import type { World } from './lives.ts';
import { communityPlans } from './street.ts';
import { dogs, type Leaning, plot, type TalkTold } from './told-talks.ts';

const day = 86_400_000;

function lifeOf({ cast, until }: World, told: TalkTold, community: string): Life {
  const who = cast.seat('community-worker', `community-${community}`);
  const near = cast.neighbours.filter(({ at }) => at.community === community);
  const chance = chanceOf(`talk/${told.key}/opinions`);
  const asked = told.opinions.map(
    ({ text }): Beat => ({
      after: { hours: 17 },
      daytime: true,
      who: chance.pick(near).as,
      type: 'register-opinion',
      input: { text },
    }),
  );
  const answered = told.opinions.flatMap(({ answer }, i): readonly Beat[] =>
    answer === undefined
      ? []
      : [{ after: { hours: 5 }, daytime: true, who, type: 'answer-opinion', input: { n: i + 1, ...answer } }],
  );
  const closing: readonly Beat[] =
    told.summary === undefined
      ? []
      : [
          { after: { days: 13 }, daytime: true, who, type: 'close', input: { text: told.summary } },
          {
            after: { hours: 2 },
            who,
            type: 'publish',
            input: { title: `征求意见的结果：${told.title}`, text: told.summary },
          },
        ];
  return {
    key: `talk/${told.key}`,
    procedure: 'consultation',
    community,
    place: community,
    openedAt: instant(until - told.daysAgo * day),
    who,
    channel: 'web',
    urgency: 'normal',
    input: { title: told.title, text: told.text },
    beats: [...asked, ...answered, ...closing],
  };
}

function voteOf(chance: Chance, [yes, no]: Leaning): Vote {
  const roll = chance.next();
  return roll < yes ? 1 : roll < yes + no ? -1 : 0;
}

async function speak(
  { shell, until }: Stage,
  told: TalkTold,
  matter: string,
  worker: string,
  { id, community_id: community }: DiscussionRow,
) {
  const { pool, sealer } = shell;
  for (const [i, { text, camps, removed, appeal }] of told.said.entries()) {
    const at = until - Math.round(told.daysAgo * day * (1 - i / (told.said.length + 4)));
    const n = await addStatement(pool, {
      community,
      discussion: id,
      handle: uuidFromHash(`${matter}/writer/${i}`),
      status: camps === undefined ? 'waiting' : 'shown',
      at,
      seal: (number) => sealer.seal(wordsPlace(id, number, 'words_sealed'), text),
      most: { own: 5, all: 800 },
    });
    if (typeof n !== 'number' || removed === undefined) continue;
    const key = { community, discussion: id, n };
    await setDecision(
      pool,
      key,
      { status: 'removed', reason: removed },
      { person: worker, at: at + 3_600_000 },
    );
    if (appeal !== undefined)
      await setAppeal(pool, key, sealer.seal(wordsPlace(id, n, 'appeal_sealed'), appeal), at + 7_200_000);
  }
}

/** Camps are of unequal size; whoever comes answers most statements, not all. */
async function vote({ shell }: Stage, told: TalkTold, { id, community_id: community }: DiscussionRow) {
  const chance = chanceOf(`talk/${told.key}/votes`);
  const dwellers = (await livingResidents(shell.pool, community)).filter(
    ({ born_year }) => born_year !== null && born_year < 2008,
  );
  for (let i = 0; i < told.voters; i++) {
    const camp = chance.weighted([
      { of: 0, weight: 5 },
      { of: 1, weight: 4 },
      { of: 2, weight: 3 },
    ] as const).of;
    for (const [at, { camps }] of told.said.entries())
      if (camps !== undefined && chance.happens(0.82))
        await putVote(shell.pool, {
          community,
          discussion: id,
          handle: uuidFromHash(`${id}/voter/${i}`),
          statement: at + 1,
          vote: voteOf(chance, camps[camp]),
        });
    const resident = dwellers.length === 0 ? undefined : chance.pick(dwellers);
    // Two of three have shown who they are.
    if (resident !== undefined && chance.happens(2 / 3))
      await addPart(shell.pool, community, id, resident.id);
  }
}

/** Two discussions in the first community: one is under way, one was closed and told. */
export async function holdTalks(stage: Stage, world: World): Promise<void> {
  const community = communityPlans[0]?.id ?? '';
  for (const told of [plot, dogs]) {
    const life = lifeOf(world, told, community);
    const matter = await live(stage, { ...life, beats: [] });
    const found = matter === undefined ? undefined : await findMatter(stage.shell.pool, community, matter);
    if (matter === undefined || found === undefined) continue;
    const definition = stage.shell.definitions.at(
      found.matter.charter,
      found.matter.procedure,
      found.matter.procedureVersion,
    );
    const step = findDiscussStep(definition, found.matter);
    if (step === undefined) continue;
    await ensureDiscussion(stage.shell.pool, { community_id: community, matter_id: matter, ...step });
    const discussion = await findDiscussion(stage.shell.pool, community, step.id);
    // A build that was broken off is asked for again: nothing is said twice, and a vote is cast again as it was.
    if (discussion?.statements === 0) await speak(stage, told, matter, life.who.person, discussion);
    if (discussion?.closed_at === null) await vote(stage, told, discussion);
    await live(stage, life);
  }
}
