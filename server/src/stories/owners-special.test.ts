import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckedLibrary } from '../adapters/charters/check-library.ts';
import { testDatabase } from '../testing/postgres.ts';
import { identity } from '../usecases/testing-registry.ts';
import { chartersFolder } from '../wiring.ts';
import type { UnitOwners } from './owners-table.ts';
import { errorOf, type Line, OwnersStory, squareCentimetres } from './testing-owners.ts';

const database = testDatabase();
let story: OwnersStory;
let folder = '';

/** 海棠园: two buildings of eight homes of a hundred square metres; and three homes of another compound. */
const homes: readonly UnitOwners[] = [
  ...[1, 2].flatMap((building) =>
    Array.from({ length: 8 }, (_, i) => `海棠园${building}号楼1单元${101 + i}`),
  ),
  ...[101, 102, 103].map((door) => `柳荫里9号楼1单元${door}`),
].map((address, unit) => ({
  unit,
  address,
  area: 100,
  owners: [{ name: `业主${unit}`, number: identity('19700101', 100 + unit) }],
}));

/** The compound's own rules count owners who say nothing with the majority, of ordinary matters alone. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liren-charters-'));
  cpSync(chartersFolder, folder, { recursive: true });
  const file = join(folder, 'procedures/owners-assembly.yaml');
  const silent = `    silent: { counts-with: majority, because: 海棠园业主大会议事规则第十二条 }\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('    law: [OWN-1, OWN-3, OWN-8]\n', `$&${silent}`));
  const library = unwrap(loadCheckedLibrary(folder, civilDate('2026-11-09')));
  story = await OwnersStory.start(database.pool, { library });
  expect((await story.take(homes)).errors).toEqual([]);
});
afterAll(async () => {
  await story.street.close();
  rmSync(folder, { recursive: true });
});

/** A matter of the assembly, up to its open box. */
async function toBox(subject: string): Promise<readonly Line[]> {
  const input = { title: '维修资金', subject, text: '电梯大修', compound: '海棠园' };
  await story.open('owners-assembly', 'owners-chair', input);
  await story.done('owners-chair', 'freeze-roll');
  await story.passes({ days: 8 });
  await story.done('owners-chair', 'announce', { title: '维修资金', text: '电梯大修' });
  await story.passes({ days: 16 });
  return story.roll('owners-chair');
}
async function votes(lines: readonly Line[], yes: number, no: number): Promise<void> {
  await story.castAll('owners-chair', lines.slice(0, yes), 'for');
  await story.castAll('owners-chair', lines.slice(yes, yes + no), 'against');
}
async function outcome(): Promise<string> {
  await story.passes({ days: 31 });
  await story.done('owners-chair', 'count');
  return (await story.counted()).outcome;
}

describe('a special matter (OWN-2)', () => {
  it('reaches the owners of its compound alone', async () => {
    const lines = await toBox('raise-fund');
    expect(lines).toHaveLength(16);
    expect(lines.every(({ label }) => label.startsWith('海棠园 '))).toBe(true);
    await votes(lines, 8, 4);
    expect(await outcome()).toBe('failed');
    expect(await story.stands()).toBe('not-adopted');
    expect((await story.counted()).consent).toMatchObject([
      {
        have: squareCentimetres(800),
        base: squareCentimetres(1200),
        needed: squareCentimetres(900),
        met: false,
      },
      { have: 8, base: 12, needed: 9, met: false },
    ]);
  });

  it('to raise the fund three quarters of those who take part are enough, and to use it more than half', async () => {
    await votes(await toBox('raise-fund'), 9, 3);
    expect(await outcome()).toBe('passed');
    await votes(await toBox('use-fund'), 7, 5);
    expect(await outcome()).toBe('passed');
    expect((await story.counted()).consent).toMatchObject([
      { have: squareCentimetres(700), base: squareCentimetres(1200), met: true },
      { have: 7, base: 12, met: true },
    ]);
  });
});

describe('owners who say nothing', () => {
  const delivered = async (lines: readonly Line[]): Promise<void> => {
    for (const { id: entry } of lines) {
      const kept = await story.post(await story.staff('owners-chair'), 'deliveries', { entry });
      expect(kept.statusCode, kept.body).toBe(204);
    }
  };

  it('say nothing, where the rules of the compound do not count them', async () => {
    const lines = await toBox('raise-fund');
    await delivered(lines.slice(10, 13));
    await votes(lines, 8, 2);
    expect(await outcome()).toBe('failed');
    expect(await story.counted()).toMatchObject({
      tally: { cast: { heads: 10 }, options: { for: { heads: 8 }, against: { heads: 2 } } },
      turnout: [{ have: squareCentimetres(1000) }, { have: 10, base: 16, needed: 11, met: false }],
    });
  });

  it('stand with the majority where the rules say so and the papers reached them, and nobody else does', async () => {
    const lines = await toBox('use-fund');
    await delivered(lines.slice(8, 13));
    // Of the five whom the papers reached two vote themselves.
    await votes(lines, 8, 2);
    expect(await outcome()).toBe('passed');
    expect(await story.counted()).toMatchObject({
      ballots: 10,
      tally: {
        cast: { heads: 13, area: squareCentimetres(1300) },
        options: {
          for: { heads: 11, area: squareCentimetres(1100) },
          against: { heads: 2, area: squareCentimetres(200) },
        },
      },
      turnout: [{ have: squareCentimetres(1300) }, { have: 13, base: 16, needed: 11, met: true }],
      consent: [{ met: true }, { have: 11, base: 13, met: true }],
    });
  });
});

describe('a home becomes a business (OWN-6)', () => {
  async function asked(): Promise<readonly Line[]> {
    const input = { title: '1 号楼 101 开理发店', text: '早九晚六', compound: '海棠园', building: '1' };
    await story.open('home-to-business', 'resident', input);
    await story.done('worker', 'freeze-roll');
    await story.done('worker', 'announce', { title: '开理发店', text: '早九晚六' });
    await story.passes({ days: 4 });
    return story.roll('worker');
  }

  it('not while one owner of the building does not agree', async () => {
    const lines = await asked();
    expect(lines).toHaveLength(8);
    await story.castAll('worker', lines.slice(0, 7), 'for');
    expect(errorOf(await story.act('worker', 'count'))).toBe('vote-still-open');
    await story.passes({ days: 16 });
    await story.done('worker', 'count');
    expect(await story.counted()).toMatchObject({
      outcome: 'failed',
      consent: [{ have: 7, base: 8, needed: 8, met: false }],
    });
    expect(await story.stands()).toBe('not-adopted');
  });

  it('when every one of them does, and then at once', async () => {
    const lines = await asked();
    await story.castAll('worker', lines, 'for');
    await story.done('worker', 'count');
    expect(await story.counted()).toMatchObject({ outcome: 'passed', consent: [{ have: 8, base: 8 }] });
    expect(await story.stands()).toBe('disclose');
  });
});
