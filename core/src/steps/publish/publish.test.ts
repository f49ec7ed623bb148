import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { openDayAt } from '../../testing/allotment-club/tales.ts';
import { hours } from '../../testing/story.ts';

const { bean, chair, guest, pea, steward } = people;
const notice = { title: '开放日', text: '周六上午开门' };
const posted = openDayAt('post').when(chair, 'publish', notice);

describe('a notice', () => {
  it('stands for its time and then clears by itself', () => {
    openDayAt('post').when(steward, 'publish', notice).refused('not-yours');
    posted.brings('published').when(chair, 'publish', notice).refused('no-such-action');
    expect(posted.later(120 * hours - 1).tick().fresh).toEqual([]);
    const over = posted.later(120 * hours).tick();
    expect(over.at).toBe('end:held');
    expect(over.matter.lateMarks).toEqual([]);
  });

  it('not posted in time is late, and can still be posted', () => {
    const late = openDayAt('post')
      .later(24 * hours)
      .tick();
    expect(late.matter.lateMarks).toHaveLength(1);
    late.when(chair, 'publish', notice).brings('published');
  });

  it('takes objections while it stands, from those who live here', () => {
    openDayAt('post').when(pea, 'object', { text: '太早' }).refused('window-closed');
    posted.when(guest, 'object', { text: '太早' }).refused('not-yours');
    const told = posted
      .when(pea, 'object', { text: '太早' })
      .brings('objected')
      .when(bean, 'object', { text: '太吵' });
    expect(told.matter.stage).toMatchObject({ visit: { state: { objections: [{ n: 1 }, { n: 2 }] } } });
    posted
      .later(120 * hours)
      .when(pea, 'object', { text: '太早' })
      .refused('matter-ended');
  });

  it('does not clear over an objection without answer; each has its own clock', () => {
    const told = posted
      .when(pea, 'object', { text: '太早' })
      .later(hours)
      .when(bean, 'object', { text: '太吵' });
    const answered = told.when(chair, 'answer', { n: 1, text: '改到十点' }).brings('objection-answered');
    answered.when(chair, 'answer', { n: 1, text: '又答' }).refused('nothing-asked');
    answered.when(chair, 'answer', { n: 3, text: '谁' }).refused('nothing-asked');
    const over = answered.later(130 * hours).tick();
    expect(over.at).toBe('post');
    expect(over.matter.lateMarks.map(({ clock }) => clock)).toEqual(['answer-2']);
    expect(over.when(pea, 'object', { text: '又一条' }).refused('window-closed').at).toBe('post');
    expect(over.when(chair, 'answer', { n: 2, text: '小声' }).at).toBe('end:held');
  });
});
