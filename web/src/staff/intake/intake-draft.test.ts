import { expect, test } from 'vitest';
import { callOf, digitsOf, inputOf, isPhone } from './intake-draft.ts';

test('a call with a title alone asks for nothing else', () => {
  expect(inputOf(callOf({ title: ' 楼道灯不亮 ' }))).toEqual({ title: '楼道灯不亮' });
});

test('address and spot make one location', () => {
  const call = callOf({ title: '井盖松动', address: '枫桥路 12 号 ', lat: 39.9, long: 116.4 });
  expect(inputOf(call)['location']).toEqual({ address: '枫桥路 12 号', lat: 39.9, long: 116.4 });
});

test('numbers are read as people write them', () => {
  expect(digitsOf('138 0013-8000')).toBe('13800138000');
  expect(isPhone('(010) 6655-1234')).toBe(true);
  expect(isPhone('138')).toBe(false);
});
