import { describe, expect, it } from 'vitest';
import type { Handle, MatterId, OrganId, PlaceId } from '../basics/ids.ts';
import type { Json } from '../basics/json.ts';
import { people } from '../testing/allotment-club/club.ts';
import { content, cross, opening, proof, repairAt, tale } from '../testing/allotment-club/tales.ts';
import { hours, minutes } from '../testing/story.ts';
import { awaited, offers } from './actions.ts';
import { replay } from './evolve.ts';
import type { Actor } from './types.ts';

const { bean, pea, guest, steward, chair, auditor, warden, plumber, paver, stranger } = people;

/** `[[[…]]]`, deeper than any call stack. */
const nested = (depth: number): Json => {
  let value: Json = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};

describe('opening', () => {
  it('begins a record with what was said sealed and the first step entered', () => {
    const told = tale('repair').open(bean, opening()).brings('opened', 'step-entered');
    const [opened] = told.events;
    expect(opened?.data['title']).toBeUndefined();
    expect(opened?.sealed).toEqual({ title: { value: '水龙头漏水', audience: 'parties' } });
    expect(told.matter).toMatchObject({
      opener: 'bean',
      urgency: 'usual',
      affair: { id: 'event/tap' },
      version: 2,
    });
    expect(told.at).toBe('sort');
  });

  it('is refused to a guest, and to a warden whose hut serves another field', () => {
    tale('repair').open(guest, opening()).refused('cannot-open');
    const north = [{ id: 'north-field' as PlaceId, level: 'community' as const, title: '北坡' }];
    tale('repair')
      .open(warden, opening({ placePath: north, opener: 'caller' as Handle }))
      .refused('cannot-open');
  });

  it('for somebody else needs a seat, and the seat stands in the record', () => {
    const caller = 'caller' as Handle;
    tale('repair')
      .open(pea, opening({ opener: caller }))
      .refused('cannot-open');
    const told = tale('repair').open(warden, opening({ opener: caller }));
    expect(told.matter.opener).toBe(caller);
    expect(told.events[0]?.actor).toEqual({ handle: 'warden', post: 'warden', organ: 'south-hut' });
  });

  it.each([
    ['field-required', 'title', opening({ input: {} })],
    ['field-required', 'title', opening({ input: { title: '  ' } })],
    ['field-unknown', 'colour', opening({ input: { title: 'x', colour: 'red' } })],
    ['field-too-large', 'title', opening({ input: { title: 'x'.repeat(41) } })],
    ['field-invalid', 'title', opening({ input: { title: 7 } })],
    ['field-invalid', 'title', opening({ input: { title: 'half \ud83d' } })],
    ['field-invalid', 'title', opening({ input: { title: 'nothing \u0000 here' } })],
    ['field-invalid', 'open', opening({ input: { title: 'x', open: 'yes' } })],
    ['field-invalid', 'photos', opening({ input: { title: 'x', photos: [{ file: 'a' }] } })],
    ['field-invalid', 'affair', opening({ affair: 'event/ghost' })],
    ['field-invalid', 'affair', opening({ affair: 'constructor' })],
    ['field-invalid', 'title', opening({ input: { title: nested(50_000) } })],
    ['field-invalid', 'urgency', opening({ urgency: 'whenever' })],
  ] as const)('says %s about %s', (code, about, command) => {
    tale('repair').open(bean, command).refused(code, about);
  });

  it('of a child is the act that called for it; the child knows who handled its parent', () => {
    const parent = { matter: 'parent' as MatterId, assignee: 'water-crew' as OrganId };
    const told = tale('lend-a-hand').open(
      chair,
      opening({ parent, assignee: 'path-crew' as OrganId, input: { text: '来两个人' } }),
    );
    expect(told.matter).toMatchObject({
      parent: 'parent',
      parentAssignee: 'water-crew',
      assignee: 'path-crew',
    });
    told
      .when(paver, 'done', { text: '来了' })
      .when(plumber, 'accept')
      .brings('accepted', 'step-left', 'ended');
  });
});

describe('acting', () => {
  it('is for those whom the step names, in the garden that the matter lies in', () => {
    const told = repairAt('sort');
    for (const actor of [bean, pea, guest, chair, plumber, stranger])
      told.when(actor, 'assign', { organ: 'water-crew' }).refused('not-yours');
    told.when(steward, 'assign', { organ: 'water-crew' }).brings('assigned', 'step-left', 'step-entered');
  });

  it('is refused when the actor looked at a stay that is over', () => {
    const told = repairAt('mend');
    told.when(plumber, 'done', proof, { step: 'sort', n: 1 }).refused('step-moved-on', 'mend');
    told.when(plumber, 'done', proof, { step: 'mend', n: 2 }).refused('step-moved-on');
    told
      .when(plumber, 'done', proof, { step: 'mend', n: 1 })
      .brings('work-done', 'step-left', 'step-entered');
  });

  it('of a kind that the step does not know is refused', () => {
    repairAt('sort').when(steward, 'done', proof).refused('no-such-action', 'done');
    repairAt('ask').when(bean, 'rate', content).when(bean, 'rate', content).refused('matter-ended');
  });

  it('goes round once after displeasure, then to the auditors', () => {
    const told = repairAt('look');
    expect(told.at).toBe('look');
    expect(told.matter.path.map(({ step, outcome }) => `${step}:${outcome}`)).toEqual([
      'sort:assigned',
      'mend:done',
      'ask:displeased',
      'mend:done',
      'ask:displeased',
    ]);
    expect(told.when(auditor, 'accept').at).toBe('end:mended');
  });
});

describe('clocks', () => {
  it('mark lateness, tell whom the step names, and let the stage go on', () => {
    const told = repairAt('sort').later(hours).tick().brings('clock-passed');
    expect(told.fresh[0]?.data).toMatchObject({
      clock: 'limit',
      late: true,
      told: [{ organ: 'committee', post: 'chair' }],
    });
    expect(told.matter.lateMarks).toEqual([{ step: 'sort', n: 1, clock: 'limit', dueAt: told.now }]);
    expect(told.tick().fresh).toEqual([]);
    expect(told.at).toBe('sort');
  });

  it('speak before a late command, at the time they ran out', () => {
    const told = repairAt('ask')
      .later(80 * hours)
      .when(bean, 'rate', content);
    told.refused('matter-ended');
    const silent = repairAt('ask')
      .later(80 * hours)
      .tick();
    expect(silent.at).toBe('end:mended-unasked');
    expect(silent.matter.stage).toMatchObject({ at: repairAt('ask').now + 72 * hours });
  });

  it('count an extension from the limit that it extends', () => {
    const told = repairAt('mend')
      .later(hours)
      .when(plumber, 'ask-extension', { length: 24, reason: '等零件' })
      .when(steward, 'decide-extension', { granted: true });
    const { stage } = told.matter;
    expect(stage).toMatchObject({
      visit: { clocks: { limit: { dueAt: repairAt('mend').now + 72 * hours } } },
    });
    expect(told.later(70 * hours).tick().fresh).toEqual([]);
    expect(told.later(71 * hours).tick().matter.lateMarks).toHaveLength(1);
  });

  it('never run backwards in a record', () => {
    const told = repairAt('mend')
      .later(47 * hours)
      .when(plumber, 'ask-extension', { length: 24, reason: '等零件' })
      .later(100 * hours);
    const granted = told.when(steward, 'decide-extension', { granted: true }).later(minutes).tick();
    const times = granted.events.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(granted.matter.lateMarks).toHaveLength(2);
  });
});

describe('at any stage', () => {
  it('neighbours join once, the opener not at all', () => {
    const told = repairAt('mend').when(pea, 'join').brings('joined');
    expect(told.matter.joined).toEqual(['pea']);
    told.when(pea, 'join').refused('already-joined');
    told.when(bean, 'join').refused('already-joined');
    told.when(guest, 'join').refused('not-yours');
  });

  it('who takes calls in counts a caller in once, and the seat stands in the record', () => {
    const caller = 'caller' as Handle;
    const called = (actor: Actor, behalfOf = caller): Actor => ({ ...actor, behalfOf });
    const told = repairAt('mend').when(called(warden), 'join').brings('joined');
    expect(told.matter.joined).toEqual(['caller']);
    expect(told.fresh[0]).toMatchObject({
      actor: { handle: 'warden', post: 'warden', organ: 'south-hut' },
      data: { joined: 'caller' },
    });
    told.when(called(steward), 'join').refused('already-joined');
    told.when({ ...pea, handle: caller }, 'join').refused('already-joined');
    told.when(called(warden, bean.handle), 'join').refused('already-joined');
    // Only from a seat that takes calls in where the matter lies; oneself one joins as everybody does.
    for (const actor of [pea, chair, plumber, stranger])
      repairAt('mend').when(called(actor), 'join').refused('not-yours');
    expect(told.when(warden, 'join').matter.joined).toEqual(['caller', 'warden']);
  });

  it('the opener alone takes the matter back', () => {
    for (const step of ['sort', 'mend', 'ask', 'look'] as const) {
      repairAt(step).when(pea, 'withdraw').refused('not-yours');
      expect(repairAt(step).when(bean, 'withdraw', { reason: '自己修好了' }).at).toBe('end:withdrawn');
    }
    repairAt('mend').when(bean, 'withdraw').when(bean, 'withdraw').refused('matter-ended');
    const child = tale('lend-a-hand').open(chair, opening({ input: {}, assignee: 'path-crew' as OrganId }));
    child.when(chair, 'withdraw').refused('no-such-action');
  });

  it('nobody takes a matter back while organs that were called in are still at it', () => {
    const called = repairAt('mend').when(chair, 'whistle', {
      organs: ['path-crew'],
      reason: 'heavy',
      text: '来',
    });
    called.when(bean, 'withdraw').refused('waiting-for-others');
    const [child] = called.matter.children;
    expect(called.childEnds(child?.id ?? '', 'helped').when(bean, 'withdraw').at).toBe('end:withdrawn');
  });

  it('supervisors press, and the pressing is on record', () => {
    const told = repairAt('mend').when(auditor, 'supervise', { text: '今天修好' }).brings('supervised');
    expect(told.matter.supervisedAt).toBe(told.now);
    repairAt('mend').when(steward, 'supervise', { text: '快' }).refused('not-yours');
  });

  it('exclusion needs a reason, another person and leaves its trace, even after the end', () => {
    const over = repairAt('ask').when(bean, 'rate', cross).when(bean, 'withdraw');
    expect(over.at).toBe('end:withdrawn');
    over.when(steward, 'decide-exclusion', { granted: true, text: '好' }).refused('nothing-asked');
    over.when(bean, 'ask-exclusion', { reason: 'frost', text: '冷' }).refused('not-yours');
    over.when(plumber, 'ask-exclusion', { reason: 'boredom', text: '懒' }).refused('field-invalid', 'reason');
    const asked = over
      .when(steward, 'ask-exclusion', { reason: 'frost', text: '管子冻了' })
      .brings('exclusion-asked');
    asked.when(plumber, 'ask-exclusion', { reason: 'frost', text: '冻' }).refused('already-asked');
    asked.when(steward, 'decide-exclusion', { granted: true, text: '同意' }).refused('same-person');
    const granted = asked.when(auditor, 'decide-exclusion', { granted: true, text: '属实' });
    expect(granted.matter.exclusion).toMatchObject({
      status: 'granted',
      reason: 'frost',
      askedBy: 'steward',
    });
    const refused = asked.when(auditor, 'decide-exclusion', { granted: false, text: '不属实' });
    expect(refused.matter.exclusion?.status).toBe('refused');
    refused.when(plumber, 'ask-exclusion', { reason: 'not-broken', text: '没坏' }).brings('exclusion-asked');
  });
});

describe('what a screen may offer', () => {
  it('is what decide accepts, grey where something hinders', () => {
    const told = repairAt('mend');
    const offered = offers(told.world.definition, told.matter, told.facts(plumber));
    expect(offered.find(({ main }) => main)).toMatchObject({ name: 'done', title: '报告办结' });
    expect(offered.map(({ name }) => name)).toContain('return');
    const later = told.later(3 * hours);
    const grey = offers(told.world.definition, told.matter, later.facts(plumber)).find(
      ({ name }) => name === 'return',
    );
    expect(grey?.hindrance).toEqual({ code: 'window-closed' });
    later.when(plumber, 'return', { reason: '不归我们' }).refused('window-closed');
    expect(offers(told.world.definition, told.matter, told.facts(guest))).toEqual([]);
  });

  it('asks the right people to act', () => {
    const asks = (told: ReturnType<typeof repairAt>) =>
      awaited(told.world.definition, told.matter, told.facts(pea));
    expect(asks(repairAt('mend'))).toEqual([{ who: 'assignee' }]);
    const waiting = repairAt('mend').when(plumber, 'ask-extension', { length: 24, reason: '等' });
    expect(asks(waiting)).toEqual([{ who: 'assignee' }, { who: 'post', post: 'steward', in: 'street' }]);
    expect(asks(repairAt('ask').when(bean, 'rate', content))).toEqual([]);
  });
});

describe('a record', () => {
  it('makes the same matter when it is read again', () => {
    const told = repairAt('look')
      .later(30 * hours)
      .tick()

      .when(auditor, 'send-back', { reason: '没修' });
    expect(replay(told.events)).toEqual(told.matter);
    expect(told.events.map(({ seq }) => seq)).toEqual(told.events.map((_, i) => i + 1));
  });

  it('must begin with its opening', () => {
    const [, second] = repairAt('sort').events;
    expect(() => replay(second === undefined ? [] : [second])).toThrow('begins with opened');
    expect(replay([])).toBeUndefined();
  });
});
