import { expect, test } from 'vitest';
import { emptyDraft, readDraft } from './draft.ts';
import { lacksOf, titleOf, toBody } from './to-body.ts';

const draft = { ...emptyDraft(), commandId: 'c', text: '3 号楼门口的路灯坏了', community: 'zaohua' };

test('a short report is its own title and is not said twice', () => {
  expect(toBody(draft).input).toEqual({ title: '3 号楼门口的路灯坏了', openText: false });
});

test('a long report keeps every word, and lists show its first sentence', () => {
  const text = '楼道里堆满了纸箱。已经两个月了，消防通道走不通。';
  expect(toBody({ ...draft, text }).input).toMatchObject({ title: '楼道里堆满了纸箱', text });
  expect(Array.from(titleOf('一'.repeat(100)))).toHaveLength(40);
  expect(titleOf('！！！')).toBe('！！！');
});

test('where it is goes along as far as it is known', () => {
  expect(toBody(draft).input['location']).toBeUndefined();
  const spot = { lat: 39.9, long: 116.4 };
  expect(toBody({ ...draft, spot, address: ' 北门 ' }).input['location']).toEqual({
    ...spot,
    address: '北门',
  });
});

test('only photos that were sent to this community go along', () => {
  const photos = { zaohua: [{ file: 'a', sha256: 'b' }], dongjing: [{ file: 'x', sha256: 'y' }] };
  expect(toBody({ ...draft, photos }).input['photos']).toEqual(photos.zaohua);
});

test('what is missing is told in the order of the page', () => {
  expect(lacksOf(emptyDraft())).toEqual(['text', 'where']);
  expect(lacksOf({ ...draft, phone: '12' })).toEqual(['phone']);
  expect(lacksOf({ ...draft, phone: '138 0000 0000' })).toEqual([]);
});

test('a draft comes back as it was left, and a broken one begins anew', () => {
  const left = { ...draft, spot: { lat: 1, long: 2 }, affair: 'a', photos: { zaohua: [] } };
  expect(readDraft(JSON.stringify(left))).toEqual(left);
  expect(readDraft('{"text":5,"photos":3,"spot":{"lat":"1"}}').text).toBe('');
  expect(readDraft('{').photos).toEqual({});
});
