import { expect, test } from 'vitest';
import type { PlaceBody } from '../../shared/api/bodies.ts';
import { asTitle } from '../../shared/i18n/titles.ts';
import { buildingsLike, communityOf, spotOf, withBuilding } from './places.ts';

const point = { type: 'Point', coordinates: [116.4, 39.9] };
const places: readonly PlaceBody[] = [
  { id: 's', title: asTitle('枣花巷街道'), level: 'street' },
  { id: 'c', title: asTitle('枣花巷社区'), level: 'community', parent: 's' },
  { id: 'g', title: asTitle('第三网格'), level: 'grid', parent: 'c' },
  { id: 'b1', title: asTitle('枣荫楼1号楼'), level: 'building', parent: 'g', shape: point },
  { id: 'b2', title: asTitle('枣荫楼2号楼'), level: 'building', parent: 'g' },
];
const found = (written: string) => buildingsLike(places, written).map(({ id }) => id);

test('a building is found by how people write it', () => {
  expect(found('枣荫楼 2 号楼门口')).toEqual(['b2']);
  expect(found('枣荫楼二号楼')).toEqual(['b2']);
  expect(found('枣荫楼2栋3单元')).toEqual(['b2']);
  expect(found('枣荫')).toEqual(['b1', 'b2']);
});

test('one sign, or what is no building, finds nothing', () => {
  expect(found('枣')).toEqual([]);
  expect(found('枣花巷社区')).toEqual([]);
});

test('choosing a building loses nothing that was written', () => {
  const building = { id: 'b2', title: asTitle('枣荫楼2号楼'), level: 'building' };
  expect(withBuilding('枣荫楼 2 号楼门口', building)).toBe('枣荫楼 2 号楼门口');
  expect(withBuilding('枣荫', building)).toBe('枣荫楼2号楼');
});

test('a building tells its community and its point', () => {
  const [, , , first, second] = places;
  if (first === undefined || second === undefined) throw new Error('the example has two buildings');
  expect(communityOf(places, first)?.id).toBe('c');
  expect(spotOf(first)).toEqual({ lat: 39.9, long: 116.4 });
  expect(spotOf(second)).toBeUndefined();
  expect(
    communityOf([{ id: 'x', title: asTitle(''), level: 'grid', parent: 'x' }], {
      id: 'y',
      title: asTitle(''),
      level: 'grid',
      parent: 'x',
    }),
  ).toBeUndefined();
});
