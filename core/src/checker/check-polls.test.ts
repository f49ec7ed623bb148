import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { civilDate } from '../basics/ids.ts';
import { unwrap } from '../basics/result.ts';
import { parseLawBook } from '../law/parse-law.ts';
import { charter, forms, grades } from '../testing/allotment-club/club.ts';
import { checkPolls } from './check-polls.ts';
import { loadProcedure } from './load.ts';
import { loadRolls } from './load-rolls.ts';

const on = civilDate('2026-11-22');
const law = unwrap(
  parseLawBook([
    [
      'law.yaml',
      parse(`
title: 园规
rules:
  - { id: BED-1, title: 参与, text: 三分之二参与。, source: { law: 园规, article: "1", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { area: { op: ">=", share: 2/3, of: total-area, asks: turnout }, heads: { op: ">=", share: 2/3, of: total-heads, asks: turnout } } }
  - { id: BED-2, title: 同意, text: 参与的过半数。, source: { law: 园规, article: "2", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { area: { op: ">", share: 1/2, of: participating-area, asks: consent }, heads: { op: ">", share: 1/2, of: participating-heads, asks: consent } } }
  - { id: BED-3, title: 重大, text: 参与的四分之三。, source: { law: 园规, article: "3", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { area: { op: ">=", share: 3/4, of: participating-area, asks: consent }, heads: { op: ">=", share: 3/4, of: participating-heads, asks: consent } } }
  - { id: MEET-1, title: 园友大会, text: 过半数到会，到会过半数同意，提前五日。, source: { law: 园规, article: "4", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { turnout: { op: ">", share: 1/2, of: adults, asks: turnout }, consent: { op: ">", share: 1/2, of: attendees, asks: consent }, notice: { op: ">=", days: 5 } } }
  - { id: ASK-1, title: 联名, text: 十分之一联名可以要求。, source: { law: 园规, article: "5", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { demand: { op: ">=", share: 1/10, of: adults, asks: demand } } }
  - { id: VOTE-1, title: 选举, text: 过半数投票，获半数以上选票；另行选举不少于三分之一。, source: { law: 园规, article: "6", date: 2020-01-01 }, status: confirmed, from: 2020-01-01, values: { turnout: { op: ">", share: 1/2, of: adults, asks: turnout }, consent: { op: ">", share: 1/2, of: ballots-cast, asks: consent }, again: { op: ">=", share: 1/3, of: ballots-cast, asks: run-off }, publishBefore: { op: ">=", days: 20 }, objection: { op: "<=", days: 5 }, decision: { op: "<=", days: 3 }, mostProxies: { op: "<=", count: 3, unit: proxies } } }
`),
    ],
  ]),
);
const rolls = unwrap(
  loadRolls(
    parse(`
rolls:
  beds: { title: 地主, from: owners, counts-as: [total-area, total-heads], law: [BED-1, BED-2] }
  gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults], law: [MEET-1] }
  scouts: { title: 巡逻, from: posts, posts: [scout], counts-as: [all-members] }
`),
    'rolls.yaml',
  ),
);

const common = 'title: 定, by: chair, limit: { days: 30 }, notice: { days: 5 }';
const vote = `kind: vote, ${common}, open-for: { days: 5 }, counted-within: { days: 2 }, then: { passed: end, failed: end }`;
const both = (op: string, area: string, heads: string): string =>
  `[{ ${op}, of: ${area} }, { ${op}, of: ${heads} }]`;
const twoThirds = both('at-least: 2/3', 'total-area', 'total-heads');
const half = both('over: 1/2', 'participating-area', 'participating-heads');
const ask = 'question: { kind: approve }, channels: [online]';

const beds = `{ ${vote}, roll: beds, ballot: named, ${ask}, attends: ${twoThirds}, passes: ${half} }`;
const meeting = `{ kind: meet, ${common}, of: gardeners, ballot: hands, attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: attendees }, minutes-within: { days: 7 }, confirmed-by: auditor, then: { passed: end, failed: end } }`;
const ballots = `{ ${vote}, roll: gardeners, ballot: secret, ${ask}, attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: ballots-cast } }`;
const demand = `{ ${vote}, roll: gardeners, ballot: named, question: { kind: sign-on }, channels: [online], passes: { at-least: 1/10, of: adults }, law: ASK-1 }`;
const published =
  'roll-published: { for: { days: 20 }, objections: { days: 5 }, decided-within: { days: 3 } }';
const election = `{ kind: vote, ${common}, open-for: { days: 1 }, counted-within: { days: 2 }, roll: gardeners, ballot: secret, question: { kind: elect, seats: 3 }, channels: [online, proxy], proxies: { most: 3 }, ${published}, attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: ballots-cast }, law: VOTE-1, then: { elected: end, run-off: end, failed: end } }`;
const runOff = election
  .replace('seats: 3', 'seats: 3, run-off: true')
  .replace('passes: { over: 1/2, of: ballots-cast }', 'passes: { at-least: 1/3, of: ballots-cast }');
const sound = { beds, meeting, ballots, demand, election, runOff };

/** Each fault as `path: reason`, with the article it breaks. */
function faultsOf(step: string): readonly string[] {
  const source = `{ procedure: p, title: 定, opens: { by: chair, form: plan }, steps: { ask: ${step}, end: { kind: end, outcome: done } } }`;
  const procedure = unwrap(loadProcedure(parse(source), { file: 'p.yaml', forms, rolls, grades }));
  return checkPolls(procedure, charter, law, on).map(
    ({ path, reason, law: article }) => `${path}: ${reason} ${article ?? ''}`,
  );
}

describe('a vote or a meeting', () => {
  it.each(Object.entries(sound))('that keeps the law passes: %s', (_, step) => {
    expect(faultsOf(step)).toEqual([]);
  });

  it.each<[keyof typeof sound, string, string, string]>([
    [
      'beds',
      twoThirds,
      both('over: 1/2', 'total-area', 'total-heads'),
      'ask.attends: over: 1/2, of: total-area；over: 1/2, of: total-heads，低于法律要求的 at-least: 2/3, of: total-area',
    ],
    ['beds', twoThirds, '{ at-least: 2/3, of: total-area }', '低于法律要求的 at-least: 2/3, of: total-heads'],
    ['beds', `attends: ${twoThirds}, `, '', '没有写 attends，法律要求 at-least: 2/3, of: total-area'],
    ['beds', half, both('at-least: 1/2', 'participating-area', 'participating-heads'), 'BED-2'],
    [
      'beds',
      half,
      '{ over: 1/2, of: participating-heads }',
      '低于法律要求的 over: 1/2, of: participating-area',
    ],
    ['beds', `passes: ${half}`, `passes: ${half}, law: BED-3`, 'BED-3'],
    ['beds', 'ballot: named', 'ballot: secret', '不能不记名'],
    ['beds', 'roll: beds', 'roll: gardeners', '“园友”不能按 total-area 来算'],
    ['meeting', 'attends: { over: 1/2, of: adults }', 'attends: { at-least: 1/2, of: adults }', 'MEET-1'],
    ['meeting', '{ over: 1/2, of: attendees }', '{ at-least: 1/2, of: attendees }', 'MEET-1'],
    ['meeting', '{ over: 1/2, of: attendees }', '{ over: 1/2, of: ballots-cast }', 'MEET-1'],
    ['meeting', 'notice: { days: 5 }', 'notice: { days: 4 }', 'ask.notice: 提前 4 日'],
    ['meeting', 'of: gardeners', 'of: scouts', '章程里没有'],
    [
      'ballots',
      'passes: { over: 1/2, of: ballots-cast }',
      'passes: { at-least: 1/3, of: ballots-cast }',
      'MEET-1',
    ],
    ['demand', 'at-least: 1/10', 'at-least: 1/20', '低于法律要求的 at-least: 1/10'],
    // Who may demand something by law is not asked for more names than the law asks for.
    ['demand', 'at-least: 1/10', 'at-least: 1/5', '比法律的 at-least: 1/10, of: adults 还多'],
    ['election', 'passes: { over: 1/2', 'passes: { at-least: 1/3', 'VOTE-1'],
    ['election', 'law: VOTE-1', 'law: ASK-1', '选举没有写依据哪一条'],
    ['election', 'for: { days: 20 }', 'for: { days: 19 }', '名册公布 19 日，少于法律要求的 20 日'],
    ['election', `${published}, `, '', '名册没有公布，法律要求投票前公布 20 日'],
    ['election', 'objections: { days: 5 }', 'objections: { days: 6 }', '异议期比法律的 5 日长'],
    ['election', 'decided-within: { days: 3 }', 'decided-within: { days: 4 }', '处理异议比法律的 3 日慢'],
    ['election', 'most: 3', 'most: 4', '最多可以代 3 票'],
    ['election', 'proxies: { most: 3 }, ', '', '写了委托，要写一个人最多代几票'],
    ['election', '[online, proxy]', '[online, proxy, desk]', '多久之内可以反悔'],
    [
      'runOff',
      'passes: { at-least: 1/3',
      'passes: { at-least: 1/4',
      '低于法律要求的 at-least: 1/3, of: ballots-cast',
    ],
  ])('that is weaker is refused: %s with %s → %s', (name, find, replace, reason) => {
    const step = sound[name].replace(find, replace);
    expect(step).not.toBe(sound[name]);
    expect(faultsOf(step).join('\n')).toContain(reason);
  });

  it.each<[keyof typeof sound, string, string]>([
    ['beds', half, both('at-least: 3/4', 'total-area', 'total-heads')],
    ['beds', twoThirds, both('at-least: 3/4', 'total-area', 'total-heads')],
    ['meeting', '{ over: 1/2, of: attendees }', '{ over: 1/2, of: adults }'],
    ['election', 'most: 3', 'most: 1'],
  ])('that is stricter passes: %s with %s → %s', (name, find, replace) => {
    const step = sound[name].replace(find, replace);
    expect(step).not.toBe(sound[name]);
    expect(faultsOf(step)).toEqual([]);
  });

  const silent = "silent: { counts-with: majority, because: '规约第 9 条' }";
  it('has the silent with the majority only where owners say yes or no to one thing', () => {
    const withSilent = (step: string): readonly string[] =>
      faultsOf(step.replace('notice:', `${silent}, notice:`));
    expect(withSilent(beds)).toEqual([]);
    expect(withSilent(ballots).join()).toContain('只有业主');
    const demanded = beds.replace('kind: approve', 'kind: sign-on');
    expect(withSilent(demanded).join()).toContain('只有业主');
  });
});
