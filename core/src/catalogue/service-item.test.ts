import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../basics/result.ts';
import { checkAbout, checkServiceItems } from '../checker/check-services.ts';
import { problemsText } from '../checker/problem.ts';
import { charter } from '../testing/allotment-club/club.ts';
import { loadServiceItems } from './load-service-items.ts';
import { itemsForEngine } from './service-item.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../charters/catalogues/${name}`, import.meta.url), 'utf8');
const text = read('service-items.yaml');
const shipped = unwrap(loadServiceItems(parse(text), 'service-items.yaml'));

describe('the catalogue of the window that ships', () => {
  it('has two dozen items and more, each group with some, each to be done at home or at the window', () => {
    expect(shipped.items.length).toBeGreaterThanOrEqual(24);
    for (const { id } of shipped.groups)
      expect(
        shipped.items.some(({ group }) => group === id),
        id,
      ).toBe(true);
    for (const item of shipped.items) expect(item.ways, item.id).toContain('window');
    expect(shipped.items.filter(({ ways }) => ways.includes('home')).length).toBeGreaterThan(15);
  });

  it('lists no certificate that was done away with, and asks nobody for what the community can look up', () => {
    expect(text).not.toMatch(/title: .*(无犯罪|居住证明|在世证明)/);
    for (const { materials, lookedUp, id } of shipped.items) {
      const brought = materials.map(({ title }) => title);
      expect(
        brought.filter((title) => lookedUp.includes(title)),
        id,
      ).toEqual([]);
    }
  });

  it('uses every material that it names', () => {
    const used = new Set(shipped.items.flatMap(({ materials }) => materials.map(({ id }) => id)));
    const lookedUp = new Set(shipped.items.flatMap((item) => item.lookedUp));
    const materials = parse(text).materials as Record<string, { title: string }>;
    for (const [id, { title }] of Object.entries(materials))
      expect(used.has(id) || lookedUp.has(title), id).toBe(true);
  });

  it('gives the engine the limit, the papers and what it admits', () => {
    expect(itemsForEngine(shipped)['item/birth-registration']).toMatchObject({
      handler: 'health',
      limit: { workingDays: 1 },
      service: {
        catalogue: 'community-window',
        admits: { way: ['window', 'home'], asker: ['self', 'family'] },
      },
    });
  });
});

const small = `
service-items: hut
title: 值班室借东西
materials: { card: { title: 会员卡 }, deposit: { title: 押金 } }
groups: [{ id: item/tools, title: 工具, class: 城乡建设 }]
items:
  - id: item/ladder
    title: 借梯子
    group: item/tools
    words: [梯子, 爬高]
    decides: path-crew
    asks: [self]
    ways: [window]
    bring: [card]
    bring-if: { deposit: 头一回借的 }
    limit: { workingDays: 3 }
    legal: { workingDays: 5 }
    result: 梯子
    source: { law: 章程, article: "1", date: 2026-01-01 }
`;
const faults = (find: string | RegExp, replace: string): string => {
  const loaded = loadServiceItems(parse(small.replace(find, replace)), 'hut.yaml');
  return loaded.ok ? '' : problemsText(loaded.error);
};

describe('a broken catalogue', () => {
  it('would load if it were whole', () => {
    expect(faults('', '')).toBe('');
  });

  it.each([
    ['[card]', '[crad]', 'materials 里没有 crad'],
    ['deposit: 头一回', 'card: 头一回', '材料 card 写了两次'],
    ['group: item/tools', 'group: item/tool', 'groups 里没有 item/tool'],
    ['limit: { workingDays: 3 }', 'limit: { workingDays: 6 }', '承诺的时限比法律规定的还长'],
    ['limit: { workingDays: 3 }', 'limit: { days: 8 }', '承诺的时限比法律规定的还长'],
    ['limit: { workingDays: 3 }', 'limit: { hours: 3 }', 'limit'],
    ['date: 2026-01-01', 'date: 2026-02-30', '没有 2026-02-30 这一天'],
    ['ways: [window]', 'ways: [boat]', 'ways'],
    ['words: [梯子, 爬高]', 'words: [梯子]', 'words'],
    ['id: item/ladder', 'id: ladder', 'id'],
    [/( {2}- id: item\/ladder[\s\S]*)$/, '$1$1', '编号 item/ladder 前面已经用过'],
  ])('%s → %s is told', (find, replace, expected) => {
    expect(faults(find, replace)).toContain(expected);
  });
});

describe('under a charter', () => {
  const affairs = itemsForEngine(unwrap(loadServiceItems(parse(small), 'hut.yaml')));
  const opens = { by: { who: 'resident' }, form: [], about: 'service-items' };
  const under = (more: object, procedures: readonly object[] = [{ opens }]): string =>
    checkServiceItems({ ...charter, serviceItems: 'hut', ...more } as never, affairs, procedures as never)
      .map(({ reason }) => reason)
      .join('\n');

  it('every item has an organ that is there and may decide it, and a procedure', () => {
    expect(under({})).toBe('');
    expect(under({ powers: [] })).toBe('path-crew 没有办理 item/ladder（借梯子）的权责');
    expect(under({ organs: {} })).toContain('由 path-crew 决定，章程里没有这个机构');
    expect(under({}, [])).toBe('有办事目录，却没有办事的程序');
    expect(under({ serviceItems: undefined }, [])).toBe('');
  });

  it('papers are taken in only where an item names them', () => {
    const steps = { 'take-in': { kind: 'receive' }, decide: { kind: 'check' } };
    const told = checkAbout({ opens: { by: opens.by, form: [] }, steps } as never, charter as never);
    expect(told.map(({ path }) => path)).toEqual(['steps.take-in.kind']);
  });
});
