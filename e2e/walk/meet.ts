import type { Step } from '@liren/core/engine/types.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
import type { Page } from 'playwright-core';
import { roleFor } from '../../server/src/testing/role-for.ts';
import { DeskPage } from '../pages/meeting-page.ts';
import { clock, hour } from '../street/councils.ts';
import { castAtDesk, castRest, type RollLine, rollOf } from './ballots.ts';
import { daysOf, listed } from './listed.ts';
import type { Key, Town } from './town.ts';

const path = ({ id }: Key): string => `/matters/c1/${id}`;

/** The first of the roll come to the table at the door; the others are let in behind the clerk's back. */
async function letIn(town: Town, by: string, matter: Key, page: Page): Promise<readonly RollLine[]> {
  const lines = await rollOf(town, by, matter);
  await page.getByRole('link', { name: '签到台' }).click();
  const desk = new DeskPage(page);
  for (const { label } of lines.slice(0, 2)) await desk.arriveNamed(label);
  for (const { id: entry } of lines.slice(2))
    await town.post(by, `/api/meetings/c1/${matter.id}/arrivals`, { entry });
  await page.getByRole('link', { name: '回到这件事' }).click();
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  return lines;
}

/** Notice, arrivals, speeches, the vote, minutes, and whoever confirms them. */
export async function meet(town: Town, by: string, matter: Key, at: string, step: Step): Promise<void> {
  const config = step.config as MeetConfig;
  const notice = daysOf(config.notice);
  const calling = await town.find(by, matter);
  await town.act(calling, '发出会议通知', {
    什么时候开会: clock(town.street.now() + notice * 24 * hour + 8 * hour),
    在哪里: '会议室',
    ...listed(config.of),
  });
  await town.pass(notice + 1);
  const page = await town.find(by, matter);
  const lines = await letIn(town, by, matter, page);
  await town.act(page, '宣布开会');
  for (const { title } of config.sides ?? []) await town.act(page, '登记发言', { 哪一方: String(title) });
  if (config.ballot === 'hands')
    await town.act(page, '宣布表决结果', {
      同意几人: lines.length,
      反对几人: 0,
      弃权几人: 0,
      '两名监票、计票人': '周长河、吴敏',
    });
  else if (config.passes !== undefined) {
    await castAtDesk(page, lines[0], ['同意']);
    await castRest(town, by, matter, at);
    await page.goto(`/staff${path(matter)}`);
    await town.act(page, '宣布表决结果');
  }
  await town.act(page, '写会议记录');
  const other = await town.find(roleFor(config.confirmedBy, matter), matter);
  await town.act(other, '确认会议记录', { 记录属实: '是' });
}
