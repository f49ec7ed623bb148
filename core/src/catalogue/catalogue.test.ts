import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../basics/result.ts';
import { type Problem, problemsText } from '../checker/problem.ts';
import { affairsForEngine, affairsOfClass, affairsOfGroup, complaintClasses, findAffair } from './affair.ts';
import { parseCatalogue } from './parse-catalogue.ts';

const line = (problem: Problem): string => problemsText([problem]);
const text = readFileSync(new URL('../../../charters/catalogues/affairs.yaml', import.meta.url), 'utf8');
const plain: unknown = parse(text);
const catalogue = unwrap(parseCatalogue('charters/catalogues/affairs.yaml', plain));
const affairs = [...catalogue.affairs.values()];

describe('the catalogue that ships', () => {
  it('holds the five classes of components and the six of events', () => {
    const titles = (kind: string) =>
      catalogue.groups.filter((group) => group.kind === kind).map((group) => group.title);
    expect(titles('component')).toEqual(['公用设施', '交通设施', '市容环境', '园林绿化', '其他部件']);
    expect(titles('event')).toEqual(['市容环境', '宣传广告', '施工管理', '街面秩序', '突发事件', '其他事件']);
  });

  it.each(complaintClasses)('has everyday kinds in %s', (name) => {
    expect(affairsOfClass(catalogue, name).length).toBeGreaterThanOrEqual(10);
  });

  it('fills every group, and every department has something to do', () => {
    for (const group of catalogue.groups) {
      expect(affairsOfGroup(catalogue, group.id).length, group.id).toBeGreaterThanOrEqual(3);
    }
    for (const { id } of catalogue.departments) {
      expect(
        affairs.some((affair) => affair.handler === id),
        id,
      ).toBe(true);
    }
  });

  it('names each affair differently and no code twice', () => {
    expect(new Set(affairs.map((affair) => affair.title)).size).toBe(affairs.length);
    const codes = affairs.flatMap((affair) => affair.code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    for (const affair of affairs.filter((one) => one.code)) {
      const group = catalogue.groups.find((one) => one.id === affair.group);
      expect(affair.code?.startsWith(group?.code ?? 'none'), affair.id).toBe(true);
    }
  });

  it('describes each in one plain sentence', () => {
    for (const affair of affairs) expect(affair.description, affair.id).toMatch(/^[^。]{6,60}。$/);
  });

  it('offers the highest grade where life is in danger, and the ordinary one by default', () => {
    expect(findAffair(catalogue, 'event/gas-pipe-burst')?.urgency).toBe('critical');
    expect(findAffair(catalogue, 'event/exposed-rubbish')?.urgency).toBe('normal');
    expect(findAffair(catalogue, 'event/nothing')).toBeUndefined();
  });
});

it('hands the engine what powers and figures name, and nothing else', () => {
  const forEngine = affairsForEngine(catalogue);
  expect(Object.keys(forEngine)).toHaveLength(affairs.length);
  expect(forEngine['event/exposed-rubbish']).toEqual({
    id: 'event/exposed-rubbish',
    title: '暴露垃圾',
    class: '城乡建设',
    group: 'event/appearance',
    handler: 'sanitation',
  });
});

const affair = {
  id: 'event/exposed-rubbish',
  title: '暴露垃圾',
  class: '城乡建设',
  group: 'event/appearance',
  words: ['垃圾', '垃圾没人清'],
  handler: 'sanitation',
  description: '没有及时清走的垃圾。',
};
const small = (change: object, top: object = {}) => ({
  title: '小目录',
  source: { law: '标准', article: '1', date: '2013-12-31' },
  classes: [...complaintClasses],
  departments: [{ id: 'sanitation', title: '环卫' }],
  groups: [{ id: 'event/appearance', title: '市容环境', kind: 'event' }],
  affairs: [{ ...affair, ...change }],
  ...top,
});

describe('a broken catalogue', () => {
  const complaints = (file: unknown): readonly string[] => {
    const result = parseCatalogue('broken.yaml', file);
    return result.ok ? [] : result.error.map(line);
  };

  it('would load if it were whole', () => {
    expect(complaints(small({}))).toEqual([]);
  });

  it.each([
    [{ id: '暴露垃圾' }, 'broken.yaml\n  affairs › 0 › id：'],
    [{ id: 'service/rubbish' }, 'affairs › 0 › group：与编号 service/rubbish 不是同一种'],
    [{ class: '市容' }, 'affairs › 0 › class："市容" 不在可选范围内'],
    [{ group: 'event/none' }, 'affairs › 0 › group：groups 里没有“event/none”'],
    [{ handler: 'nobody' }, 'affairs › 0 › handler：departments 里没有“nobody”'],
    [{ words: ['垃圾'] }, 'affairs › 0 › words：至少写两个'],
    [{ words: ['垃圾', '垃圾'] }, 'affairs › 0 › words：有重复的说法'],
    [{ urgency: 'soon' }, 'affairs › 0 › urgency：'],
    [{ code: '0110' }, 'affairs › 0 › code：'],
    [{ description: undefined }, 'affairs › 0 › description：缺少这一项'],
    [{ handlers: 'sanitation' }, 'affairs › 0 › handlers：不认识这个字段'],
  ])('%j is refused with file, path and reason', (change, message) => {
    expect(complaints(small(change)).join('\n')).toContain(message);
  });

  it('refuses an id used twice, be it by an affair or a group', () => {
    expect(complaints(small({}, { affairs: [affair, affair] })).join()).toContain('affairs › 1 › id：编号');
    expect(complaints(small({ id: 'event/appearance' })).join()).toContain('affairs › 0 › id：编号');
  });

  it('refuses a missing class, an empty list and what is no catalogue at all', () => {
    expect(complaints(small({}, { classes: ['城乡建设'] })).join()).toContain('缺少一级分类“环境保护”');
    expect(complaints(small({}, { affairs: [] })).join()).toContain('目录里没有事务');
    for (const file of [null, [], '目录']) expect(complaints(file)).not.toEqual([]);
  });
});
