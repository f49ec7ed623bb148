import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chain, genesis } from '@liren/core/record/event.ts';
import { documentOf, publishedWith, recordOf, sealedOf } from '@liren/core/record/example-record.ts';
import { ballotsOf } from '@liren/core/testing/polls.ts';
import { begin, procedures, round } from '@liren/core/voting/arbitrary-counts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../../bin/liren.mjs', import.meta.url));

const events = recordOf([
  { type: 'opened', data: {}, sealed: { phone: sealedOf('phone', '13800000000') } },
  { type: 'done', data: { bed: 1 } },
  { type: 'ended', data: {} },
]);
const { list, proof } = publishedWith(events, 3);
const whole = documentOf(events, { proof, checkpoints: list.checkpoints });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  await writeFile(path, isRaw ? content : JSON.stringify(content));
  return path;
}

/** The command as a person runs it, far from any server: no settings, another folder. */
const run = (...words: string[]) =>
  new Promise<{ readonly code: number; readonly out: string; readonly complaint: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } };
    const child = execFile(process.execPath, [command, 'verify', ...words], options, (_, out, complaint) =>
      resolve({ code: child.exitCode ?? -1, out, complaint }),
    );
  });

describe('liren verify', () => {
  it('explains a record that was not touched', async () => {
    const { code, out } = await run(await file('whole.json', whole));
    expect(code).toBe(0);
    expect(out).toContain('没有被动过');
    expect(out).toContain('All 3 events follow one another');
    expect(out).toContain('自带的检查点是不是公布过的那一个，没有查');
  });

  it('compares with a list of checkpoints from elsewhere', async () => {
    const published = await file('published.json', list);
    const cut = await file('cut.json', documentOf(events.slice(0, 2), { proof }));
    const passes = await run(await file('whole.json', whole), '--checkpoints', published);
    expect(passes).toMatchObject({ code: 0, out: expect.stringContaining('与你手里的检查点 2') });
    const fails = await run(cut, '--checkpoints', published);
    expect(fails).toMatchObject({
      code: 1,
      out: expect.stringContaining('第 3 条：检查点公布时案卷比这份文件长'),
    });
  });

  it('fails when one of several files was changed, and says which and where', async () => {
    const changed = documentOf(
      events.map((event) => (event.seq === 2 ? { ...event, data: { bed: 2 } } : event)),
    );
    const { code, out, complaint } = await run(
      await file('whole.json', whole),
      await file('changed.json', changed),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/whole\.json：没有被动过/);
    expect(out).toMatch(/changed\.json：不相符.*\n.*第 2 条：这一条记录的内容与它的指纹不符/);
    expect(complaint).toContain('2 份中有 1 份不能通过');
  });

  it('answers programs in JSON', async () => {
    const { code, out } = await run('--json', await file('cut.json', documentOf(events.slice(1))));
    expect(code).toBe(1);
    const [report] = JSON.parse(out) as {
      status: string;
      faults: { code: string; seq: number; zh: string }[];
    }[];
    expect(report?.status).toBe('faulty');
    expect(report?.faults[0]).toMatchObject({ code: 'missing', seq: 1, zh: '第 1 条：少了这一条记录。' });
  });

  describe('with the published ballots', () => {
    const ballots = ballotsOf({ for: 9, against: 4 }, 2);
    const story = round(begin(procedures.owners), { ballots, absent: 3 });
    let prev = genesis(story.matter.id);
    const record = story.events.map(({ sealed: _, ...event }) => {
      const chained = chain(prev, { ...event, matter: story.matter.id });
      prev = chained.hash;
      return chained;
    });
    const { community, id: matter, procedure, procedureVersion, charter } = story.matter;
    const document = documentOf(record, { community, matter, procedure, procedureVersion, charter });
    const list = {
      poll: { matter, step: 'ask', n: 1 },
      procedure: procedures.owners,
      ballots: ballots.map(({ code, choice, weight }) => ({ code, choice, ...weight })),
    };

    it('counts again by the rule of its time', async () => {
      const files = [await file('vote.json', document), '--ballots', await file('ballots.json', list)];
      const { code, out } = await run(...files);
      expect(out).toContain('“表决”第 1 次：通过。照票单逐张重新计过。');
      expect(code).toBe(0);
    });

    it('says which ballot or figure disagrees, and which list belongs to no record', async () => {
      const changed = list.ballots.map((each, i) => (i === 0 ? { ...each, choice: ['against'] } : each));
      const forged = await file('forged.json', { ...list, ballots: changed });
      const vote = await file('vote.json', document);
      const wrong = await run(vote, '--ballots', forged);
      expect(wrong).toMatchObject({
        code: 1,
        out: expect.stringContaining('票单与公布结果时留下的校验值不符'),
      });
      const [report] = JSON.parse((await run('--json', vote, '--ballots', forged)).out) as {
        status: string;
        faults: { code: string }[];
      }[];
      expect(report).toMatchObject({ status: 'miscounted' });
      expect(report?.faults.map(({ code }) => code)).toContain('digest-differs');
      const stray = await run(await file('whole.json', whole), '--ballots', await file('ballots.json', list));
      expect(stray).toMatchObject({ code: 1, out: expect.stringContaining('票单属于别的事项') });
      const noList = await run(vote, '--ballots', await file('list.json', { poll: 1 }));
      expect(noList).toMatchObject({ code: 1, out: expect.stringContaining('这里读不懂') });
    });
  });

  it('fails plainly on what is no file, no JSON or no text', async () => {
    const absent = await run(join(folder, 'absent.json'));
    expect(absent).toMatchObject({ code: 1, out: expect.stringContaining('打不开这个文件（ENOENT）') });
    const table = await run(await file('table.csv', '事项,状态\n'));
    expect(table).toMatchObject({ code: 1, out: expect.stringContaining('不是 UTF-8 编码的 JSON 文件') });
    const gbk = await run(await file('gbk.json', Buffer.from([0x22, 0xc0, 0xef, 0x22])));
    expect(gbk).toMatchObject({ code: 1, out: expect.stringContaining('不是 UTF-8 编码的 JSON 文件') });
    const noList = await run(await file('whole.json', whole), '--checkpoints', join(folder, 'absent.json'));
    expect(noList).toMatchObject({ code: 1, out: expect.stringContaining('打不开') });
  });
});
