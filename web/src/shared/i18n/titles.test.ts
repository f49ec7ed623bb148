import { afterEach, expect, test } from 'vitest';
import { asTitle, calledOf, isCalled, setTitles, titled } from './titles.ts';

afterEach(() => setTitles({}));

test('what data calls things is told in the reader’s language, and as written where nobody put it into the dictionary', () => {
  expect(titled(asTitle('派单'))).toBe('派单');
  setTitles({ 派单: 'Dispatch' });
  expect(titled(asTitle('派单'))).toBe('Dispatch');
  expect(titled(asTitle('里弄议事'))).toBe('里弄议事');
  expect(titled(asTitle('constructor'))).toBe('constructor');
});

test('figures in a title stay where they stood', () => {
  setTitles({ '申请了 # 日，最多 # 日': 'Asked for # days, at most #' });
  expect(titled(asTitle('申请了 3 日，最多 7 日'))).toBe('Asked for 3 days, at most 7');
  expect(titled(asTitle('第 3 号'))).toBe('第 3 号');
});

test('what somebody wrote is never translated, even where it reads like a title', () => {
  setTitles({ 路灯: 'Street light' });
  expect(calledOf({ title: '路灯', written: true })).toBe('路灯');
  expect(calledOf({ title: '路灯', written: false })).toBe('Street light');
});

test('things are found by either name', () => {
  setTitles({ 路灯: 'Street light' });
  expect(isCalled(asTitle('路灯'), 'LIGHT')).toBe(true);
  expect(isCalled(asTitle('路灯'), '灯')).toBe(true);
  expect(isCalled(asTitle('路灯'), '井盖')).toBe(false);
});
