import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshness, gradeOf, grades, likenessAt, readAddress } from './nearby.ts';

test('addresses of one building meet, however its number is written', () => {
  const same = ['柳荫里 3 号楼', '柳荫里三号楼2单元门口', '柳荫里３号楼北侧', '柳荫里3栋'];
  expect(new Set(same.map((each) => readAddress(each).building))).toEqual(new Set(['柳荫里3']));
  expect(readAddress('柳荫里十二号楼').building).toBe(readAddress('柳荫里12号楼').building);
  expect(readAddress('柳荫里13号楼').building).not.toBe('柳荫里3');
  expect(readAddress('柳荫路 12 号门口')).toEqual({});
  // A number without a compound is any compound's.
  expect(readAddress('3 号楼')).toEqual({});
});

test('the address speaks first, then the distance, then the area', () => {
  const here = { address: '柳荫里 3 号楼', grid: 'g1', community: 'c1' };
  expect(gradeOf(here, { address: '柳荫里三号楼' }, 5000)).toBe('building');
  expect(gradeOf(here, { address: '柳荫里 5 号楼' }, undefined)).toBe('compound');
  expect([100, 250, 251, 1000, 1001, 2000, 2001].map((meters) => gradeOf(here, {}, meters))).toEqual([
    'steps',
    'steps',
    'walk',
    'walk',
    'ride',
    'ride',
    'far',
  ]);
  expect(gradeOf(here, { grid: 'g1', community: 'c1' }, undefined)).toBe('grid');
  expect(gradeOf(here, { grid: 'g2', community: 'c1' }, undefined)).toBe('community');
  expect(gradeOf(here, { grid: 'g9', community: 'c2' }, undefined)).toBe('street');
  expect(gradeOf({}, { community: 'c1' }, undefined)).toBe('unknown');
});

test('the farther, the more the words must say; older counts less, never below half', () => {
  const byDistance = (['building', 'compound', 'steps', 'walk', 'ride', 'far'] as const).map((grade) =>
    likenessAt(1, grade),
  );
  expect(byDistance).toEqual([...byDistance].sort((a, b) => b - a));
  expect(new Set(byDistance).size).toBe(byDistance.length);
  for (const grade of grades) expect(likenessAt(0, grade)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 400, noNaN: true }), (old) => {
      expect(freshness(old + 1)).toBeLessThan(freshness(old));
      expect(freshness(old)).toBeGreaterThan(0.5);
    }),
  );
});
