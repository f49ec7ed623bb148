import { expect, test } from 'vitest';
import { percentText } from './formula.tsx';

test('weights read as percentages however the law writes them', () => {
  expect(percentText('2/5')).toBe('40%');
  expect(percentText('0.3')).toBe('30%');
  expect(percentText('1/3')).toBe('33.3%');
  expect(percentText('见附件')).toBe('见附件');
});
