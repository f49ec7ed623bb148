import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { EventBody } from '../api/bodies.ts';
import matter from '../i18n/matter.zh-CN.json';
import { asTitle } from '../i18n/titles.ts';
import { sayRefusal, wordsAt } from '../polls/sign.ts';
import { dueText, limitText, pressureOf } from './dates.ts';
import { entrustedIn, sayActor, sayEvent } from './say-event.ts';

let say: TFunction;
beforeAll(async () => {
  const own = i18next.createInstance();
  say = await own.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { translation: { matter } } },
    interpolation: { escapeValue: false },
  });
});

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-22T09:00:00');

test('a limit that ends at midnight ends with the day before it', () => {
  const midnight = at('2026-11-28T00:00:00');
  expect(dueText(midnight, now, say)).toBe('11月27日(周五)前');
  expect(limitText(midnight, now, say)).toBe('11月27日(周五) 24:00');
  expect(dueText(at('2026-11-23T00:00:00'), now, say)).toBe('今天 24:00 前');
  expect(pressureOf(at('2026-11-23T00:00:00'), now)).toBe('today');
});

test('what is due is told by the clock today and tomorrow, later by the day, afterwards by how long', () => {
  expect(dueText(at('2026-11-22T17:30:00'), now, say)).toBe('今天 17:30 前');
  expect(dueText(at('2026-11-23T11:00:00'), now, say)).toBe('明天 11:00 前');
  expect(dueText(at('2027-01-05T11:00:00'), now, say)).toBe('2027年1月5日(周二)前');
  expect(dueText(now, now, say)).toBe('已超 1 分钟');
  expect(dueText(at('2026-11-20T08:00:00'), now, say)).toBe('已超 2 天');
});

const event = (type: string, data: EventBody['data']): EventBody => ({
  seq: 1,
  type,
  stepTitle: asTitle('办理'),
  at: now,
  by: { role: 'post', post: asTitle('派单员'), organ: asTitle('街道办事处'), name: '郑' },
  data,
  said: [],
  hash: '',
});
const titles = new Map([['o1', '排水所']]);
const told = (type: string, data: EventBody['data']): string =>
  sayEvent(event(type, data), (id) => titles.get(id), say, now);

test('events read as sentences, with organs by their names', () => {
  expect(told('assigned', { organ: 'o1' })).toBe('派给排水所办理');
  expect(told('assigned', { organ: 'unknown' })).toBe('已派单');
  expect(told('extension-decided', { granted: false })).toBe('不同意延期');
  expect(told('extension-asked', { by: { days: 5 } })).toBe('申请延期 5 日');
  expect(told('extension-asked', {})).toBe('申请延期');
  expect(told('extension-decided', { granted: true, by: { workingDays: 3 } })).toBe('同意延期 3 个工作日');
  expect(told('opened', { channel: 'hotline', procedure: 'complaint' })).toBe('通过电话反映了这件事');
});

test('where names are collected nothing is said of a vote', () => {
  const signing = (clock: string) =>
    sayEvent({ ...event('clock-passed', { clock }), signing: true }, () => undefined, say, now);
  expect([signing('opens'), signing('closes')]).toEqual(['联名开始', '联名截止']);
  expect(told('clock-passed', { clock: 'opens' })).toBe('投票开始');
  const open = { code: 'vote-still-open', message: '表决还没有截止' };
  expect(sayRefusal(open, wordsAt({ signing: true }), say)).toMatch(/^联名还没有截止/);
  expect(sayRefusal(open, wordsAt(undefined), say)).toBe('表决还没有截止');
});

test('a whistle and a measure are told apart though both open matters', () => {
  const child = (procedure: string) => [{ id: 'm', procedure, organ: 'o1' }];
  expect(told('children-opened', { children: child('report-in'), reason: 'emergency' })).toBe(
    '吹哨，请排水所报到',
  );
  expect(told('children-opened', { children: child('topic-measure'), reason: '清淤' })).toBe(
    '请排水所落实“清淤”',
  );
});

test('what was entrusted has the name of its measure, and whoever was whistled for has none', () => {
  const opened = (id: string, procedure: string, data: object) =>
    event('children-opened', { children: [{ id, procedure, organ: 'o1' }], ...data });
  const record = [
    opened('m1', 'topic-measure', { reason: '清淤' }),
    opened('m2', 'report-in', { reason: 'emergency' }),
    opened('m3', 'livelihood-project', {}),
  ];
  expect([...entrustedIn(record)]).toEqual([['m1', '清淤']]);
});

test('whoever takes or leaves an office is told with the days as people write them', () => {
  expect(told('office-ended', { name: '韩建国', on: '2026-11-22' })).toBe(
    '宣布 韩建国 的职务从 11月22日(周日) 起终止',
  );
  expect(
    told('offices-taken', { people: [{ id: 'c1', title: '甲' }], from: '2026-11-22', until: '2031-11-21' }),
  ).toBe('宣布 甲 就任，任期 11月22日(周日) 至 2031年11月21日(周五)');
});

test('an event that nobody has worded yet shows no code', () => {
  expect(told('something-of-tomorrow', {})).toBe('有了新的进展');
});

test('who acted stands by seat and surname; what another matter opened has no actor', () => {
  expect(sayActor(event('assigned', {}), say)).toBe('街道办事处 派单员 郑');
  expect(sayActor(event('opened', { channel: 'matter' }), say)).toBe('');
  const by = { role: 'opener', called: asTitle('认养人') } as const;
  expect(sayActor({ ...event('opened', {}), by }, say)).toBe('认养人');
  expect(sayActor({ ...event('joined', {}), by: { role: 'person' } }, say)).toBe('居民');
});
