import { describe, expect, it } from 'vitest';
import { linesMeant } from './find-line.ts';

const line = { no: 12, label: '李秀英 柳荫里 3 号楼 2 单元 101、柳荫里 13 号楼 2 单元 1101' };

describe('the line of a roll that somebody means', () => {
  it.each([
    '',
    '12',
    '李秀',
    '秀英',
    '柳荫里',
    '3号楼',
    '3-2-101',
    '三号楼二单元101室',
    '３－２－１０１',
    '101',
    '13-2-1101',
  ])('is found by %j', (words) => expect(linesMeant(words)(line)).toBe(true));
  it.each(['1', '01', '10', '110', '3-2-110', '2-2-101', '23号楼', '王', '13-2-101'])(
    'is not found by %j',
    (words) => expect(linesMeant(words)(line)).toBe(false),
  );
});
