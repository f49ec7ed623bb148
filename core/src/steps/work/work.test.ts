import { describe, expect, it } from 'vitest';
import { offers } from '../../engine/actions.ts';
import type { Actor, ActorRule } from '../../engine/types.ts';
import { people } from '../../testing/allotment-club/club.ts';
import { cross, proof, repairAt } from '../../testing/allotment-club/tales.ts';
import { hours } from '../../testing/story.ts';

const { bean, chair, plumber, paver, steward } = people;
const heavy = { organs: ['path-crew', 'water-crew'], reason: 'heavy', text: '搬石头' };

describe('doing the work', () => {
  it('asks for the proof that the procedure wants', () => {
    const told = repairAt('mend');
    told.when(plumber, 'done', { text: '好了' }).refused('field-required', 'photos');
    told.when(plumber, 'done', { photos: proof['photos'] ?? [] }).refused('field-required', 'text');
    const done = told.when(plumber, 'done', proof).brings('work-done', 'step-left', 'step-entered');
    expect(done.fresh[0]?.data).toEqual({ photos: 1 });
    expect(done.fresh[0]?.sealed?.['text']).toEqual({ value: '换了水龙头', audience: 'parties' });
  });

  it('keeps notes for the opener apart from notes inside', () => {
    const told = repairAt('mend').when(plumber, 'note-progress', { text: '在路上' }).brings('progress-noted');
    expect(told.fresh[0]?.sealed?.['text']?.audience).toBe('parties');
    const inside = told.when(plumber, 'note-inside', { text: '门锁了' }).brings('inside-noted');
    expect(inside.fresh[0]?.sealed?.['text']?.audience).toBe('handlers');
    told.when(bean, 'note-inside', { text: '快点' }).refused('not-yours');
  });

  it('offers notes inside to the seats of a rule alone, never to whoever acts for themselves', () => {
    const told = repairAt('mend');
    const { definition } = told.world;
    const { mend } = definition.procedure.steps;
    const offered = (by: ActorRule, actor: Actor): readonly string[] => {
      if (mend === undefined) throw new Error('no step mend');
      const steps = { ...definition.procedure.steps, mend: { ...mend, by } };
      const changed = { ...definition, procedure: { ...definition.procedure, steps } };
      return offers(changed, told.matter, told.facts(actor)).map(({ name }) => name);
    };
    const both: ActorRule = { who: 'any', of: [{ who: 'opener' }, { who: 'assignee' }] };
    expect(offered(both, plumber)).toContain('note-inside');
    for (const by of [both, { who: 'opener' }, { who: 'resident' }, { who: 'anyone' }] as const) {
      expect(offered(by, bean), by.who).toContain('note-progress');
      expect(offered(by, bean), by.who).not.toContain('note-inside');
    }
  });

  it('may be returned within its time, to be dispatched anew with nobody answerable yet', () => {
    const told = repairAt('mend').later(3 * hours - 1);
    const back = told.when(plumber, 'return', { reason: '不归我们' });
    expect(back.brings('returned', 'step-left', 'step-entered').at).toBe('sort');
    expect(back.matter.assignee).toBeUndefined();
    expect(back.matter.answerable).toBeUndefined();
    told.later(1).when(plumber, 'return', { reason: '不归我们' }).refused('window-closed');
  });
});

describe('asking for time', () => {
  const asked = repairAt('mend').when(plumber, 'ask-extension', { length: 24, reason: '等零件' });

  it('waits for an answer by somebody else, and is granted once', () => {
    asked.when(plumber, 'ask-extension', { length: 24, reason: '还等' }).refused('already-asked');
    asked.when(plumber, 'decide-extension', { granted: true }).refused('not-yours');
    repairAt('mend').when(steward, 'decide-extension', { granted: true }).refused('nothing-asked');
    const granted = asked.when(steward, 'decide-extension', { granted: true }).brings('extension-decided');
    granted.when(plumber, 'ask-extension', { length: 24, reason: '再等' }).refused('times-used-up');
  });

  const limitOf = ({ matter: { stage } }: ReturnType<typeof repairAt>) =>
    stage.status === 'open' ? stage.visit.clocks['limit']?.dueAt : undefined;

  it.each([
    ['field-required', { reason: '等' }],
    ['field-invalid', { reason: '等', length: 0 }],
    ['field-invalid', { reason: '等', length: 1.5 }],
    ['field-too-large', { reason: '等', length: 25 }],
  ] as const)('says %s to %j', (code, input) => {
    repairAt('mend').when(plumber, 'ask-extension', input).refused(code, 'length');
  });

  it('is granted as asked, or for as long as the grantor says, up to what the procedure allows', () => {
    const ten = repairAt('mend').when(plumber, 'ask-extension', { reason: '等零件', length: 10 });
    expect(ten.fresh[0]?.data).toEqual({ by: { hours: 10 } });
    const before = limitOf(ten) ?? 0;
    const asAsked = ten.when(steward, 'decide-extension', { granted: true }).brings('extension-decided');
    expect(limitOf(asAsked)).toBe(before + 10 * hours);
    const fewer = ten.when(steward, 'decide-extension', { granted: true, length: 4, text: '先四小时' });
    expect(limitOf(fewer)).toBe(before + 4 * hours);
    expect(fewer.fresh[0]?.data).toMatchObject({ granted: true, by: { hours: 4 } });
    expect(fewer.matter.stage).toMatchObject({ visit: { state: { granted: [{ hours: 4 }] } } });
    ten.when(steward, 'decide-extension', { granted: true, length: 0 }).refused('field-invalid', 'length');
    ten.when(steward, 'decide-extension', { granted: true, length: 25 }).refused('field-too-large', 'length');
    expect(limitOf(ten.when(steward, 'decide-extension', { granted: false, length: 4 }))).toBe(before);
  });

  it('tells the grantor what was asked and what is the most, in the unit of the procedure', () => {
    const ten = repairAt('mend').when(plumber, 'ask-extension', { reason: '等零件', length: 10 });
    const offered = offers(ten.world.definition, ten.matter, ten.facts(steward));
    const length = offered
      .find(({ name }) => name === 'decide-extension')
      ?.fields.find(({ name }) => name === 'length');
    expect(length).toMatchObject({ title: '同意延长多少小时', most: 24, required: false });
    expect(length?.hint).toContain('申请了 10 小时，最多 24 小时');
  });

  it('leaves the limit alone when refused, and may be asked again', () => {
    const refused = asked.when(steward, 'decide-extension', { granted: false });
    expect(refused.matter.stage).toMatchObject({
      visit: { clocks: { limit: { dueAt: asked.now + 48 * hours } } },
    });
    refused.when(plumber, 'ask-extension', { length: 24, reason: '真的要等' }).brings('extension-asked');
  });

  it('is too late once the work is', () => {
    repairAt('mend')
      .later(48 * hours)
      .when(plumber, 'ask-extension', { length: 24, reason: '等' })
      .refused('window-closed');
  });
});

describe('a whistle', () => {
  it('opens one child for each organ; the work waits for all of them', () => {
    repairAt('mend').when(plumber, 'whistle', heavy).refused('not-yours');
    const told = repairAt('mend').when(chair, 'whistle', heavy).brings('children-opened');
    const [first, second] = told.matter.children;
    expect(
      told.matter.children.map(({ organ, procedure, fromStep }) => [organ, procedure, fromStep]),
    ).toEqual([
      ['path-crew', 'lend-a-hand', 'mend'],
      ['water-crew', 'lend-a-hand', 'mend'],
    ]);
    expect(new Set([first?.id, second?.id, told.matter.id]).size).toBe(3);
    told.when(plumber, 'done', proof).refused('waiting-for-others');
    told.when(plumber, 'return', { reason: '太重' }).refused('waiting-for-others');
    const one = told.childEnds(first?.id ?? '', 'helped').brings('child-ended');
    one.when(plumber, 'done', proof).refused('waiting-for-others');
    const both = one.childEnds(second?.id ?? '', 'helped');
    expect(both.when(plumber, 'done', proof).at).toBe('ask');
    expect(both.childEnds(second?.id ?? '', 'helped').fresh).toEqual([]);
  });

  it('decided twice opens the same children', () => {
    const ids = () =>
      repairAt('mend')
        .when(chair, 'whistle', heavy)
        .matter.children.map(({ id }) => id);
    expect(ids()).toEqual(ids());
  });

  it.each([
    ['unknown-organ', { ...heavy, organs: ['moon-crew'] }],
    ['field-required', { ...heavy, organs: [] }],
    ['field-invalid', { ...heavy, organs: ['path-crew', 'path-crew'] }],
    ['field-invalid', { ...heavy, reason: 'boredom' }],
    ['field-required', { organs: ['path-crew'], reason: 'heavy' }],
  ] as const)('says %s to %j', (code, input) => {
    repairAt('mend').when(chair, 'whistle', input).refused(code);
  });

  it('does not make those called in the handlers', () => {
    const told = repairAt('mend').when(chair, 'whistle', heavy);
    told.when(paver, 'done', proof).refused('not-yours');
    expect(told.matter.answerable).toBe('water-crew');
  });
});

describe('a second stay', () => {
  it('begins with fresh clocks and fresh rights', () => {
    const again = repairAt('ask').later(hours).when(bean, 'rate', cross);
    expect(again.at).toBe('mend');
    expect(again.matter.stage).toMatchObject({
      visit: { n: 2, clocks: { limit: { dueAt: again.now + 48 * hours } } },
    });
    again.when(plumber, 'return', { reason: '不归我们' }).brings('returned', 'step-left', 'step-entered');
  });
});
