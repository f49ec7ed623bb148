import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  homeKey,
  readHomeAddress,
  readPartialAddress,
  showHomeAddress,
  walkingOrder,
  withoutAreas,
} from './address.ts';
import { figuresOf } from './plain-width.ts';

const keyOf = (text: string): string => {
  const read = readHomeAddress(text);
  return read.ok ? homeKey(read.value) : read.error;
};

describe('a home by its address', () => {
  it.each([
    '柳荫里3号楼2单元501室',
    '柳荫里 3 号楼 2 单元 501',
    '柳荫里三号楼二单元五零一室',
    '柳荫里３号楼２单元５０１',
    '柳荫里3栋2门501号',
    '柳荫里03幢02单元0501室',
    '柳荫里3-2-501',
    '柳荫里 3—2—501',
    '柳荫里3#2-501',
    '柳荫里3/2/501',
  ])('is one home, however written: %s', (text) => {
    expect(keyOf(text)).toBe('柳荫里|3|2|501');
  });

  it.each([
    ['12号楼301', '|12||301'],
    ['十二号楼301室', '|12||301'],
    ['枣花巷5号3户', '枣花巷|5||3'],
    ['A座1203', '|A||1203'],
    ['3-501', '|3||501'],
    ['南里二十三号楼1-102', '南里|23|1|102'],
  ])('%s is %s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it.each([
    ['柳荫里', 'no-building'],
    ['', 'no-building'],
    ['柳荫里3号楼', 'no-number'],
    ['柳荫里3号楼2单元', 'no-number'],
  ])('%s is refused as %s', (text, code) => {
    expect(keyOf(text)).toBe(code);
  });

  it('shown and read again is the same home', () => {
    const part = (most: number) => fc.integer({ min: 1, max: most }).map(String);
    const address = fc.record({
      compound: fc.constantFrom('', '柳荫里', '枣花巷小区', '东街'),
      building: part(200),
      unit: fc.oneof(fc.constant(''), part(12)),
      number: part(3600),
    });
    fc.assert(
      fc.property(address, (home) => {
        expect(keyOf(showHomeAddress(home))).toBe(homeKey(home));
      }),
    );
  });

  it('counts in Chinese as people do', () => {
    expect(['十', '十二', '二十', '一百零三', '五零一', '两'].map(figuresOf)).toEqual([
      '10',
      '12',
      '20',
      '103',
      '501',
      '2',
    ]);
  });
});

describe('as much of an address as somebody remembers', () => {
  it.each([
    ['柳荫里', { compound: '柳荫里' }],
    ['3号楼', { building: '3' }],
    ['柳荫里三号楼', { compound: '柳荫里', building: '3' }],
    ['柳荫里3号楼2单元', { compound: '柳荫里', building: '3', unit: '2' }],
    ['3-501', { building: '3', number: '501' }],
    ['柳荫里3-2-501', { compound: '柳荫里', building: '3', unit: '2', number: '501' }],
    ['５０１室', { number: '501' }],
    ['2单元501', { unit: '2', number: '501' }],
  ])('%s', (text, parts) => {
    expect(readPartialAddress(text)).toEqual(parts);
  });

  it.each(['', '柳', '110101199003077774', '13800001111'])('%s is none', (text) => {
    expect(readPartialAddress(text)).toBeUndefined();
  });

  it('leaves out what only says where the community lies', () => {
    const areas = ['东风区', '柳荫街道', '柳荫社区'];
    expect(withoutAreas('北京市东风区柳荫街道柳荫社区柳荫里', areas)).toBe('柳荫里');
    expect(withoutAreas('柳荫里', areas)).toBe('柳荫里');
  });
});

describe('homes in walking order', () => {
  it('have building 2 before building 10, and 901 before 1001', () => {
    const walk = ['2-1-901', '2-1-1001', '2-2-101', '2A-101', '10-1-101', 'A-101'];
    const orderOf = (text: string): string => {
      const read = readHomeAddress(text);
      return read.ok ? walkingOrder(read.value) : read.error;
    };
    expect(walk.map(orderOf)).toEqual(walk.map(orderOf).toSorted());
    expect(new Set(walk.map(orderOf)).size).toBe(walk.length);
  });
});
