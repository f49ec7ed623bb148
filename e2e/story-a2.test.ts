import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { InboxPage } from './pages/inbox-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { TopicsPage } from './pages/topics-page.ts';
import { type Browsers, launchBrowsers, phone } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
const pages = new Map<string, Page>();
const numbers: string[] = [];
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  for (const title of ['三号楼的房产证办不下来', '五号楼的房产证还是没有消息'])
    numbers.push(await report(title));
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepEvidence(pages);
});

async function pageOf(role: string): Promise<Page> {
  const page = pages.get(role) ?? (await browsers.open(street, role)).page;
  pages.set(role, page);
  return page;
}

async function report(title: string): Promise<string> {
  const { context } = await browsers.open(street, 'resident', phone);
  const answer = await context.request.post(`${street.address}/api/matters`, {
    data: {
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      input: { title, text: title, location: { address: '柳荫里' } },
    },
  });
  const { number } = (await answer.json()) as { number: string };
  await context.close();
  return number;
}

const matterOf = async (role: string, path: string): Promise<StaffMatterPage> => {
  const matter = new StaffMatterPage(await pageOf(role));
  await matter.open(path);
  return matter;
};

describe('每月一题 through the browser: repeated complaints become one topic with a measure and a published result', () => {
  let topic = '';

  it('the leader takes up a topic and settles who answers for it, how and by when', async () => {
    const topics = new TopicsPage(await pageOf('leader'));
    await topics.open();
    topic = await topics.takeUp('集中解决房产证办理难', '两个月里反复有人反映。');
    const matter = new StaffMatterPage(topics.page);
    await matter.act('提交', {
      selects: { 主责单位: '城管执法队' },
      texts: { 打算采取的措施: '逐栋核对材料，缺一件补一件。', 完成期限: '2026-12-31' },
    });
  });

  it('the repeated complaints are tied in, and a measure is given to a department', async () => {
    const matter = await matterOf('leader', topic);
    await matter.act('归并同类事项', { matters: numbers });
    await matter.act('增加一项措施', {
      selects: { 责任单位: '城管执法队' },
      texts: { 措施名称: '逐栋核对材料', 要做什么: '本月内核对三号楼和五号楼。' },
    });
    await matter.waitForOffer('全部完成', 'hindered');
  });

  it('the department carries it out, the supervisor accepts it', async () => {
    const inbox = new InboxPage(await pageOf('urban'));
    await inbox.open();
    const measure = await inbox.follow('落实');
    await new StaffMatterPage(inbox.page).act('报告办结', { texts: { 办理情况: '两栋楼都核对完了。' } });
    const accepting = await matterOf('supervisor', measure);
    await accepting.act('通过');
  });

  it('the result is checked by the supervisor and published for everybody', async () => {
    const done = await matterOf('leader', topic);
    await done.act('全部完成', { texts: { 办理结果: '两栋楼 96 户可以办证。' } });
    await (await matterOf('supervisor', topic)).act('通过');
    const publishing = await matterOf('leader', topic);
    await publishing.act('发布公示', {
      texts: { 公示标题: '房产证办理难的治理结果', 公示内容: '两栋楼 96 户可以办证。' },
    });
    const guest = await browsers.open(street, undefined, phone);
    await guest.page.goto('/public');
    await guest.page
      .getByRole('link', { name: /房产证办理难的治理结果/ })
      .first()
      .click();
    await guest.page.getByRole('article').getByText('两栋楼 96 户可以办证。').waitFor();
    await guest.context.close();
  });
});
