import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { openDayAt } from '../../testing/allotment-club/tales.ts';

const { steward, chair } = people;
const sweep = { organ: 'path-crew', reason: '扫路', text: '扫干净' };

describe('gathering', () => {
  it('opens measures and waits until at least so many are there and all have ended', () => {
    const told = openDayAt('prepare');
    told.when(chair, 'open-child', sweep).refused('not-yours');
    told.when(steward, 'open-child', { ...sweep, organ: 'moon-crew' }).refused('unknown-organ');
    told.when(steward, 'finish', { text: '好了' }).refused('waiting-for-others');
    const two = told
      .when(steward, 'open-child', sweep)
      .when(steward, 'open-child', { ...sweep, organ: 'water-crew' });
    const ids = two.matter.children.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    const one = two.childEnds(ids[0] ?? '', 'helped');
    one.when(steward, 'finish', { text: '好了' }).refused('waiting-for-others');
    expect(one.childEnds(ids[1] ?? '', 'helped').when(steward, 'finish', { text: '好了' }).at).toBe(
      'approve',
    );
  });

  it('ties in matters that tell of the same thing, each once', () => {
    const told = openDayAt('prepare')
      .when(steward, 'link', { matters: ['m1', 'm2'] })
      .brings('linked')
      .when(steward, 'link', { matters: ['m2', 'm3'] });
    expect(told.matter.stage).toMatchObject({ visit: { state: { linked: ['m1', 'm2', 'm3'] } } });
    told.when(steward, 'link', { matters: [] }).refused('field-required', 'matters');
  });
});
