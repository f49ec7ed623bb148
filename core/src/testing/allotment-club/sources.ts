import { parse } from 'yaml';

// The club's files as people write them.

const trouble = `
form: trouble
title: 报修
fields:
  - { name: title, title: 什么坏了, type: text, most: 40 }
  - { name: photos, title: 照片, type: photos, required: false }
  - { name: open, title: 可以公开, type: yes-no, required: false }
`;
const call = `
form: call
title: 求助
fields: [{ name: text, title: 要做什么, type: long-text, required: false }]
`;
const plan = `
form: plan
title: 计划
fields: [{ name: plan, title: 怎么办, type: long-text, audience: public }]
`;

const charterText = `
charter: allotment-club
title: 青苗园章程
source: 虚构
organs:
  committee: { title: 园委会, level: street }
  audit: { title: 监事会, level: street }
  water-crew: { title: 水工组, level: street }
  path-crew: { title: 道路组, level: street }
  hut: { title: 值班室, level: community }
posts:
  steward: { title: 管家, in: [committee], sees: area, rights: [intake] }
  chair: { title: 园长, in: [committee], sees: area }
  auditor: { title: 监事, in: [audit], sees: area }
  warden: { title: 值班员, in: [hut], sees: area, rights: [intake] }
  mate: { title: 组员, in: [water-crew, path-crew] }
powers:
  - { organ: committee, may: [propose, decide], on: [all] }
  - { organ: audit, may: [supervise], on: [all] }
  - { organ: hut, may: [propose], on: [all] }
  - { organ: water-crew, may: [execute, assist], on: [event/water] }
  - { organ: path-crew, may: [execute, assist], on: [path-crew] }
separations:
  - { these: [decide, execute], never-in: one-organ, because: 管事的不动工 }
  - { affairs: event/tap, never-assigned-to: committee, because: 园委会不修水管 }
procedures: [repair, lend-a-hand, open-day, alarm, assembly]
`;

const repair = `
procedure: repair
title: 报修
opens: { by: [resident, { post: warden, in: community }], form: trouble }
steps:
  sort:
    title: 分派
    kind: assign
    by: { post: steward, in: street }
    suggest: [place, affair]
    limit: { hours: 1 }
    late: [tell-chair]
    then: { assigned: mend, rejected: not-ours, withdrawn: taken-back }
  mend:
    title: 修理
    kind: work
    by: assignee
    limit: { by: urgency }
    may:
      return: { to: sort, within: { hours: 3 }, because: required }
      extend: { times: 1, at-most: { hours: 24 }, granted-by: { post: steward, in: street } }
      whistle: { opens: lend-a-hand, by: chair, wait: all, reasons: { heavy: 一个组干不完 } }
    proof: { photos: 1, text: required }
    late: [mark, tell-auditor]
    then: { done: ask, withdrawn: taken-back }
  ask:
    title: 回访
    kind: rate
    by: opener
    by-phone: warden
    limit: { hours: 72 }
    then:
      pleased: mended
      displeased: { to: mend, times: 1, after: look }
      silent: mended-unasked
      withdrawn: taken-back
  look:
    title: 查看
    kind: check
    by: { post: auditor, in: street }
    limit: { hours: 24 }
    late: [tell-chair]
    then: { accepted: mended, sent-back: mend, withdrawn: taken-back }
  mended: { kind: end, outcome: mended }
  mended-unasked: { kind: end, outcome: mended-unasked }
  not-ours: { kind: end, outcome: not-ours, tells: opener }
  taken-back: { kind: end, outcome: withdrawn }
always:
  join: resident
  withdraw: opener
  supervise: [auditor, chair]
  exclude:
    ask: [assignee, steward]
    decide: [auditor, steward]
    reasons: { frost: 天太冷, not-broken: 没有坏 }
`;

const lendAHand = `
procedure: lend-a-hand
title: 搭把手
opens: { by: chair, form: call }
steps:
  help:
    title: 帮忙
    kind: work
    by: assignee
    limit: { hours: 12 }
    late: [tell-chair]
    then: { done: agree }
  agree:
    title: 确认
    kind: check
    by: [parent-assignee, chair]
    limit: { hours: 12 }
    late: [tell-auditor]
    then: { accepted: helped, sent-back: help }
  helped: { kind: end, outcome: helped }
`;

const openDay = `
procedure: open-day
title: 开放日
opens: { by: chair, form: plan }
steps:
  plan:
    title: 写计划
    kind: form
    by: chair
    form: plan
    limit: { hours: 24 }
    late: [tell-auditor]
    then: { done: prepare }
  prepare:
    title: 分头准备
    kind: gather
    by: steward
    opens: lend-a-hand
    at-least: 1
    limit: { hours: 240 }
    late: [tell-chair]
    then: { gathered: approve }
  approve:
    title: 监事看一遍
    kind: check
    by: auditor
    limit: { hours: 24 }
    late: [tell-chair]
    then: { accepted: post, sent-back: prepare }
  post:
    title: 张贴
    kind: publish
    by: chair
    for: { hours: 120 }
    objections: { answered-within: { hours: 24 } }
    limit: { hours: 24 }
    late: [tell-auditor]
    then: { clear: held }
  held: { kind: end, outcome: held }
`;

const alarm = `
procedure: alarm
title: 喊人
publicity: parties
timely: { step: answer, title: 三小时应答率 }
opens: { by: resident, form: call }
steps:
  answer:
    title: 应一声
    kind: assign
    by: [{ organ: water-crew }, { organ: path-crew }]
    in-turn: [{ hours: 1 }]
    limit: { hours: 3 }
    late: [tell-chair]
    then: { assigned: help, withdrawn: taken-back }
  help:
    title: 帮忙
    kind: work
    by: assignee
    limit: { hours: 12 }
    may: { return: { to: answer, because: required } }
    late: [tell-chair]
    then: { done: helped, withdrawn: taken-back }
  helped: { kind: end, outcome: helped }
  taken-back: { kind: end, outcome: withdrawn }
always:
  withdraw: opener
`;

const assembly = `
procedure: assembly
title: 园友大会
opens: { by: chair, form: plan }
steps:
  meet:
    title: 开会
    kind: meet
    by: steward
    of: gardeners
    notice: { hours: 24 }
    limit: { hours: 48 }
    attends: { over: 1/2, of: adults }
    passes: { over: 1/2, of: attendees }
    ballot: hands
    minutes-within: { hours: 72 }
    confirmed-by: [auditor, steward]
    late: [tell-chair]
    then: { passed: ask, failed: dropped }
  ask:
    title: 表决
    kind: vote
    by: chair
    roll: gardeners
    ballot: named
    question: { kind: approve }
    channels: [paper]
    attends: { over: 1/2, of: adults }
    passes: { over: 1/2, of: ballots-cast }
    roll-published: { for: { hours: 48 }, objections: { hours: 12 }, decided-within: { hours: 24 } }
    notice: { hours: 24 }
    open-for: { hours: 24 }
    counted-within: { hours: 24 }
    limit: { hours: 72 }
    late: [tell-auditor]
    then: { passed: adopted, failed: { to: meet, times: 1, after: dropped } }
  adopted: { kind: end, outcome: adopted }
  dropped: { kind: end, outcome: dropped }
`;
export const rolls: unknown = parse(
  'rolls: { gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults] } }',
);

export const forms: readonly unknown[] = [trouble, call, plan].map((text) => parse(text) as unknown);
export const charter: unknown = parse(charterText);
/** By the name that messages show. */
export const procedures: readonly (readonly [file: string, source: unknown])[] = [
  ['repair.yaml', parse(repair)],
  ['lend-a-hand.yaml', parse(lendAHand)],
  ['open-day.yaml', parse(openDay)],
  ['alarm.yaml', parse(alarm)],
  ['assembly.yaml', parse(assembly)],
];
