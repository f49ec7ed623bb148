import type { Step } from '@liren/core/engine/types.ts';
import type { VoteConfig } from '@liren/core/steps/vote/config.ts';
import { castAtDesk, castRest, pollOf, rollOf } from './ballots.ts';
import { daysOf, listed } from './listed.ts';
import type { Key, Town } from './town.ts';
import { type BallotWords, ballotWords, buttonOf } from './words.ts';

const candidates = ['钱守成', '孙小美', '李有福', '周向东', '吴长河', '郑敏'];

/** The way of a household at home: 我要投票, the vote, what one chooses, and the receipt. */
async function castAtHome(
  town: Town,
  n: number,
  title: string,
  marks: readonly string[],
  words: BallotWords,
): Promise<void> {
  const { page } = await town.as(`resident-${n}`);
  await page.goto('/');
  await page
    .getByRole('link', { name: /我要投票/ })
    .first()
    .tap();
  await page.getByRole('link', { name: new RegExp(title) }).tap();
  for (const mark of marks) await page.getByRole('button', { name: mark, exact: true }).tap();
  if (marks.length > 1) await page.getByRole('button', { name: '选好了' }).tap();
  await page.getByRole('button', { name: words.cast }).tap();
  await page.getByText(words.atHome).waitFor();
}

/** The roll, candidates where somebody is elected, notice, ballots at home and at the desk, the count. */
export async function vote(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const { roll, question, openFor } = step.config as VoteConfig;
  const isDemand = question.kind === 'sign-on';
  const words = ballotWords[isDemand ? 'sign' : 'vote'];
  const before = await town.find(by, matter);
  await town.act(before, buttonOf(matter, at, 'freeze-roll'), listed(roll));
  const { roll: frozen } = (await town.see(matter)).visit?.state ?? {};
  if (frozen?.objectUntil !== undefined) await town.passUntil(frozen.objectUntil);
  const page = await town.find(by, matter);
  if (question.kind === 'elect' && !question.runOff)
    for (const name of candidates.slice(0, question.seats + 1))
      await town.act(page, buttonOf(matter, at, 'nominate'), {
        候选人: name,
        由谁提名: '党组织或选举委员会',
      });
  const title = `${matter.definition.procedure.title}：${step.title}`;
  await town.act(page, buttonOf(matter, at, 'announce'), { [words.about]: title });
  const { opensAt, options, rule } = await pollOf(town, by, matter, at);
  await town.passUntil(opensAt);
  const marks = options.slice(0, rule.most).map((option) => option.title);
  if (rule.channels.includes('online')) await castAtHome(town, 0, title, marks, words);
  if (rule.channels.includes('desk')) {
    const desk = await town.findAmongAll(by, matter);
    const line = (await rollOf(town, by, matter)).at(-1);
    await castAtDesk(desk, line, isDemand ? [] : marks, words);
  }
  await castRest(town, by, matter, at);
  // A demand is counted as soon as it has names enough: its box is open still, and waits for nobody.
  if (!isDemand) await town.pass(daysOf(openFor));
  const counting = await (isDemand ? town.findAmongAll(by, matter) : town.find(by, matter));
  await town.act(counting, buttonOf(matter, at, 'count'));
}
