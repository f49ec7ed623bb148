import { describe, expect, it } from 'vitest';
import { unwrap } from '../basics/result.ts';
import {
  draftFault,
  type GridDraft,
  gridAfter,
  type HeldBlock,
  previewDraft,
  type StandingGrid,
} from './draft.ts';

const rules = {
  micro: { least: 30, most: 100 },
  general: { least: 300, most: 500 },
  workload: { home: 1, resident: 1, matter: 5, riskHome: 5 },
};
const grids: readonly StandingGrid[] = [
  { id: 'c', title: '柳荫社区', kind: 'undrawn' },
  { id: 'whole', title: '总网格', kind: 'general' },
  { id: 'g1', title: '一网格', kind: 'micro' },
  { id: 'g2', title: '二网格', kind: 'micro' },
];
const block = (building: string, unit: string, grid: string, households: number): HeldBlock => ({
  compound: '柳荫里',
  building,
  unit,
  grid,
  households,
  residents: households * 2,
  matters: 0,
  riskHomes: 0,
  points: households * 3,
});
const blocks = [
  block('1', '1', 'g1', 60),
  block('1', '2', 'g1', 50),
  block('2', '', 'g1', 40),
  block('3', '', 'g2', 35),
  block('4', '', 'g2', 0),
];
const nothing: GridDraft = { opens: [], closes: [], moves: [] };
const to = (building: string, grid: string, unit?: string) => ({
  compound: '柳荫里',
  building,
  to: grid,
  ...(unit !== undefined && { unit }),
});

describe('a draft of other grids', () => {
  it('shows what every changed grid holds before and after, and what lies outside the range', () => {
    const draft: GridDraft = {
      ...nothing,
      opens: [{ key: 'n', title: '三网格', kind: 'micro' }],
      moves: [to('2', 'n')],
    };
    const { rows, apart } = unwrap(previewDraft(draft, grids, blocks, rules));
    expect(
      rows.map(({ id, change, before, after, outside }) => [
        id,
        change,
        before.households,
        after.households,
        outside,
      ]),
    ).toEqual([
      ['g1', 'changes', 150, 110, 'large'],
      ['n', 'opens', 0, 40, undefined],
    ]);
    expect(apart).toEqual([]);
  });

  it('says which building would lie in two grids; a stairwell goes before its building', () => {
    const draft: GridDraft = { ...nothing, moves: [to('1', 'g2', '2')] };
    expect(unwrap(previewDraft(draft, grids, blocks, rules)).apart).toEqual([
      { compound: '柳荫里', building: '1' },
    ]);
    const both: GridDraft = { ...nothing, moves: [to('1', 'c'), to('1', 'g2', '2')] };
    const at = { compound: '柳荫里', building: '1', grid: 'g1' };
    expect([gridAfter(both, { ...at, unit: '1' }), gridAfter(both, { ...at, unit: '2' })]).toEqual([
      'c',
      'g2',
    ]);
  });

  it('a grid that closes gives away all that it held, and a school is a grid without homes', () => {
    const draft: GridDraft = {
      opens: [{ key: 's', title: '柳荫小学', kind: 'exclusive' }],
      closes: [{ grid: 'g2', into: 'g1' }],
      moves: [to('4', 's')],
    };
    const { rows } = unwrap(previewDraft(draft, grids, blocks, rules));
    expect(rows.map(({ id, change, after, outside }) => [id, change, after.households, outside])).toEqual([
      ['g1', 'changes', 185, 'large'],
      ['g2', 'closes', 0, undefined],
      ['s', 'opens', 0, undefined],
    ]);
  });

  it.each<[string, GridDraft, object]>([
    ['nothing', nothing, { code: 'changes-nothing' }],
    ['where it is already', { ...nothing, moves: [to('3', 'g2')] }, { code: 'changes-nothing' }],
    ['an unknown grid', { ...nothing, moves: [to('3', 'g9')] }, { code: 'no-such-grid', about: 'g9' }],
    [
      'a grid that closes',
      { ...nothing, closes: [{ grid: 'g2', into: 'g1' }], moves: [to('1', 'g2')] },
      { code: 'no-such-grid', about: 'g2' },
    ],
    [
      'the community closed',
      { ...nothing, closes: [{ grid: 'c', into: 'g1' }] },
      { code: 'no-such-grid', about: 'c' },
    ],
    [
      'homes into a general grid',
      { ...nothing, moves: [to('3', 'whole')] },
      { code: 'holds-no-homes', about: 'whole' },
    ],
    [
      'an unknown building',
      { ...nothing, moves: [to('9', 'g1')] },
      { code: 'no-such-building', about: '柳荫里 9' },
    ],
    [
      'two ways',
      { ...nothing, moves: [to('3', 'g1'), to('3', 'c')] },
      { code: 'told-twice', about: '柳荫里 3' },
    ],
    [
      'a name that is taken',
      { ...nothing, opens: [{ key: 'n', title: '二网格', kind: 'micro' }], moves: [to('2', 'n')] },
      { code: 'title-taken', about: '二网格' },
    ],
    [
      'a micro grid without homes',
      { ...nothing, opens: [{ key: 'n', title: '空网格', kind: 'micro' }], moves: [to('4', 'n')] },
      { code: 'without-homes', about: '空网格' },
    ],
  ])('refuses %s', (_, draft, fault) => {
    expect(draftFault(draft, grids, blocks)).toEqual(fault);
  });
});
