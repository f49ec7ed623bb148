import type { Step } from '@liren/core/engine/types.ts';
import type { DiscussConfig } from '@liren/core/steps/discuss/discuss.ts';
import type { GatherConfig } from '@liren/core/steps/gather/gather.ts';
import type { OfficeConfig } from '@liren/core/steps/office/office.ts';
import { roleFor } from '../../server/src/testing/role-for.ts';
import { MatterPage } from '../pages/matter-page.ts';
import { daysOf } from './listed.ts';
import { meet } from './meet.ts';
import { isResident, type Key, type Town } from './town.ts';
import { vote } from './vote.ts';
import { buttonOf } from './words.ts';

/** What somebody looks at between two steps. */
export type Between = (matter: Key, at: string) => Promise<void>;

async function discuss(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const { page } = await town.as('resident-1');
  await page.goto(`/matters/c1/${matter.id}`);
  await town.act(page, buttonOf(matter, at, 'register-opinion'), { 你的意见: '晚上也要有人看着。' });
  const desk = await town.find(by, matter);
  await town.act(desk, buttonOf(matter, at, 'answer-opinion'), { 第几条意见: 1, 采纳: '是' });
  await town.pass(daysOf((step.config as DiscussConfig).for));
  await town.act(await town.find(by, matter), buttonOf(matter, at, 'close'));
}

async function gather(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const { opens = '' } = step.config as GatherConfig;
  const definition = town.definitionOf(opens);
  const { organs } = matter.definition.charter;
  const page = await town.find(by, matter);
  await town.act(page, buttonOf(matter, at, 'open-child'), {
    责任单位: organs['community']?.title ?? '',
    措施名称: '修好围墙',
  });
  const [child] = (await town.see(matter)).children;
  if (child === undefined) throw new Error('nothing was opened');
  await walk(town, { ...child, definition, opener: by });
  await town.act(await town.find(by, matter), buttonOf(matter, at, 'finish'));
}

/** Residents have three large questions for it; at a desk it is a form like any other. */
async function rate(town: Town, by: string, matter: Key, at: string): Promise<void> {
  const page = await town.find(by, matter);
  if (isResident(by))
    await new MatterPage(page).rate({ contacted: '有人联系', solved: '已解决', satisfied: '满意' });
  else await town.act(page, buttonOf(matter, at, 'rate'));
}

/** The notice stands for as long as it says. */
async function publish(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const page = await town.find(by, matter);
  await town.act(page, buttonOf(matter, at, 'publish'), { 公示标题: step.title });
  const until = (await town.see(matter)).visit?.state?.published?.until ?? 0;
  await town.passUntil(until);
}

/** Whoever's turn it is does it, and does it well. */
async function well(town: Town, matter: Key, at: string, assignee: string): Promise<void> {
  const step = matter.definition.procedure.steps[at];
  if (step === undefined) throw new Error(`no step ${at}`);
  const by = roleFor(step.by, matter, assignee);
  const press = async (action: string): Promise<void> => {
    await town.act(await town.find(by, matter), buttonOf(matter, at, action));
  };
  switch (step.kind) {
    case 'meet':
      return meet(town, by, matter, at, step);
    case 'vote':
      return vote(town, by, matter, at, step);
    case 'gather':
      return gather(town, by, matter, at, step);
    case 'discuss':
      return discuss(town, by, matter, at, step);
    case 'publish':
      return publish(town, by, matter, at, step);
    case 'rate':
      return rate(town, by, matter, at);
    case 'form':
      return press('submit');
    case 'work':
      return press('done');
    case 'office':
      return press((step.config as OfficeConfig).ends === undefined ? 'take-office' : 'end-office');
    case 'check':
      return press('accept');
    case 'assign':
      return press('take');
    default:
      throw new Error(`no walk through ${step.kind}`);
  }
}

/** To the end, in browsers alone. @param between is shown the matter before each step. @returns the outcome */
export async function walk(town: Town, matter: Key, between?: Between): Promise<string> {
  for (let i = 0; i < 30; i += 1) {
    const { status, outcome, visit, assignee } = await town.see(matter);
    if (status === 'ended') return outcome ?? '';
    const at = visit?.step ?? '';
    await between?.(matter, at);
    await well(town, matter, at, assignee?.id ?? 'community');
  }
  throw new Error('it never ends');
}
