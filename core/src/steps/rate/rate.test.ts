import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { content, cross, repairAt } from '../../testing/allotment-club/tales.ts';
import { hours } from '../../testing/story.ts';

const { bean, pea, warden } = people;

describe('calling back', () => {
  it.each([
    ['pleased', 'mended', content],
    ['pleased', 'mended', { ...content, satisfied: 'basically' }],
    ['displeased', 'mend', cross],
    ['displeased', 'mend', { ...content, solved: false }],
    ['displeased', 'mend', { ...content, satisfied: 'dissatisfied' }],
  ])('is %s and leads to %s after %j', (outcome, to, answers) => {
    const told = repairAt('ask').when(bean, 'rate', answers);
    expect(told.matter.path.at(-1)).toMatchObject({ step: 'ask', outcome });
    expect(told.at.replace('end:', '')).toBe(to);
    expect(told.matter.ratings).toEqual([{ step: 'ask', at: told.now, by: 'app', ...answers }]);
  });

  it('belongs to the opener, or to whom the procedure lets telephone', () => {
    repairAt('ask').when(pea, 'rate', content).refused('not-yours');
    repairAt('ask').when(bean, 'record-call', content).refused('not-yours');
    const told = repairAt('ask').when(warden, 'record-call', content);
    expect(told.matter.ratings[0]?.by).toBe('phone');
    expect(told.events.at(-3)?.actor).toEqual({ handle: 'warden', post: 'warden', organ: 'south-hut' });
  });

  it('counts calls that nobody answered and goes on waiting', () => {
    const told = repairAt('ask')
      .when(warden, 'no-answer')
      .brings('call-unanswered')
      .when(warden, 'no-answer');
    expect(told.matter.stage).toMatchObject({ visit: { step: 'ask', state: { attempts: 2 } } });
  });

  it('ends in silence without lateness, for nobody is late but the opener', () => {
    const told = repairAt('ask')
      .later(72 * hours)
      .tick()
      .brings('clock-passed', 'step-left', 'ended');
    expect(told.at).toBe('end:mended-unasked');
    expect(told.matter.lateMarks).toEqual([]);
    expect(told.matter.ratings).toEqual([]);
  });

  it('asks for every answer', () => {
    repairAt('ask')
      .when(bean, 'rate', { contacted: true, solved: true })
      .refused('field-required', 'satisfied');
    repairAt('ask')
      .when(bean, 'rate', { ...content, satisfied: 'ecstatic' })
      .refused('field-invalid', 'satisfied');
  });
});
