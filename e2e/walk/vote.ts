import type { Step } from '@liren/core/engine/types.ts';
import type { VoteConfig } from '@liren/core/steps/vote/config.ts';
import { hour } from '../street/councils.ts';
import { castAtDesk, castRest, pollOf, rollOf } from './ballots.ts';
import { daysOf, listed } from './listed.ts';
import type { Key, Town } from './town.ts';

const candidates = ['钱守成', '孙小美', '李有福', '周向东', '吴长河', '郑敏'];

/** The way of a household at home: 我要投票, the vote, what one chooses, and the receipt. */
async function castAtHome(town: Town, n: number, title: string): Promise<void> {
  const { page } = await town.as(`resident-${n}`);
  await page.goto('/');
  await page
    .getByRole('link', { name: /我要投票/ })
    .first()
    .tap();
  await page.getByRole('link', { name: new RegExp(title) }).tap();
  await page.getByRole('button', { name: '同意', exact: true }).tap();
  await page.getByRole('button', { name: '投出这一票' }).tap();
  await page.getByText(/投好了/).waitFor();
}

/** The roll, candidates where somebody is elected, notice, ballots at home and at the desk, the count. */
export async function vote(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const { roll, question, rollPublished, openFor } = step.config as VoteConfig;
  const before = await town.find(by, matter);
  await town.act(before, '公布名册', listed(roll));
  if (rollPublished !== undefined) await town.pass(daysOf(rollPublished.objections));
  const page = await town.find(by, matter);
  if (question.kind === 'elect' && !question.runOff)
    for (const name of candidates.slice(0, question.seats + 1))
      await town.act(page, '登记候选人', { 候选人: name, 由谁提名: '党组织或选举委员会' });
  const title = `${step.title}的投票`;
  await town.act(page, '发出表决通知', { 表决事项: title });
  const { opensAt, options, rule } = await pollOf(town, by, matter, at);
  await town.pass((opensAt - town.street.now()) / (24 * hour) + 0.01);
  if (rule.channels.includes('online')) await castAtHome(town, 0, title);
  if (rule.channels.includes('desk')) {
    const desk = await town.findAmongAll(by, matter);
    const line = (await rollOf(town, by, matter)).at(-1);
    await castAtDesk(
      desk,
      line,
      options.slice(0, rule.most).map((option) => option.title),
    );
  }
  await castRest(town, by, matter, at);
  await town.pass(daysOf(openFor));
  await town.act(await town.find(by, matter), '计票并公布结果');
}
