import { describe, expect, it } from 'vitest';
import { sightOf } from '../../access/access.ts';
import type { MatterId } from '../../basics/ids.ts';
import { sharesOf } from '../../projections/measures.ts';
import { messagesOf } from '../../projections/messages.ts';
import { tasksOf } from '../../projections/tasks.ts';
import { affairs, club, organs, people } from '../../testing/allotment-club/club.ts';
import { opening, tale } from '../../testing/allotment-club/tales.ts';
import { hours, morning, Story } from '../../testing/story.ts';

const { bean, plumber, paver, pea, stranger, steward } = people;
const { affair: _, ...plain } = opening({ input: { text: '梯子倒了' } });
const called = tale('alarm').open(bean, plain);
const { definition } = called.world;
const asked = (story: Story): readonly string[] =>
  tasksOf(definition, story.matter, story.facts(bean)).map(({ audience }) => audience);
/** Timed and in time. */
const counted = (story: Story): readonly [number, number] => {
  const shares = sharesOf(story.matter, 'answer');
  return [
    shares.reduce((sum, { timed }) => sum + timed, 0),
    shares.reduce((sum, { timely }) => sum + timely, 0),
  ];
};

describe('asking in turn', () => {
  it('asks the first alone; whoever comes holds it, by name and with a word if they like', () => {
    expect(asked(called)).toEqual(['organ:water-crew']);
    called.when(paver, 'take').refused('not-yours');
    for (const actor of [bean, pea, stranger, steward]) called.when(actor, 'take').refused('not-yours');
    const taken = called.when(plumber, 'take', { callMe: '老李', text: '就来' });
    expect(taken.matter).toMatchObject({ assignee: 'water-crew', answerable: 'water-crew' });
    expect(taken.at).toBe('help');
    expect(taken.fresh[0]?.data).toEqual({ organ: 'water-crew', taken: true });
    expect(taken.fresh[0]?.sealed).toMatchObject({ callMe: { audience: 'parties' } });
    expect(counted(taken)).toEqual([1, 1]);
  });

  it('is read whole by who is asked, and by nobody who is not asked yet or any more', () => {
    const sightOn = (story: Story, actor: typeof plumber) =>
      sightOf(story.matter, definition, story.facts(actor));
    expect([sightOn(called, plumber), sightOn(called, paver)]).toEqual(['handlers', 'nothing']);
    const later = called.later(1 * hours).tick();
    expect(sightOn(later, paver)).toBe('handlers');
    expect(sightOn(later, stranger)).toBe('nothing');
    const taken = later.when(paver, 'take');
    expect([sightOn(taken, plumber), sightOn(taken, paver)]).toEqual(['nothing', 'handlers']);
  });

  it('nobody chooses an organ where those who are asked come by themselves', () => {
    called.when(steward, 'assign', { organ: 'water-crew' }).refused('no-such-action');
  });

  it('asks the next as well when the first does not come; the first may still come', () => {
    const later = called.later(1 * hours).tick();
    expect(asked(later)).toEqual(['organ:water-crew', 'organ:path-crew']);
    // To be asked and not to come is no lateness: that is for the limit to say.
    expect(later.matter.lateMarks).toEqual([]);
    expect(later.when(paver, 'take').matter.assignee).toBe('path-crew');
    expect(later.when(plumber, 'take').matter.assignee).toBe('water-crew');
    const told = messagesOf(definition, later.matter, later.fresh, later.facts(bean));
    expect(told.map(({ audience, key }) => `${key} ${audience}`)).toContain('asked-in-turn organ:path-crew');
  });

  it('marks and counts what nobody answered within the limit, and goes on asking', () => {
    const later = called.later(4 * hours).tick();
    expect(later.matter.lateMarks).toMatchObject([
      { step: 'answer', clock: 'limit', dueAt: morning + 3 * hours },
    ]);
    expect(counted(later)).toEqual([1, 0]);
    expect(counted(later.when(paver, 'take'))).toEqual([1, 0]);
  });

  it('does not wait for an organ that the place does not have', () => {
    const world = { definition, affairs, organs: organs.filter(({ id }) => id !== 'water-crew') };
    const story = new Story(world, morning).open(bean, { ...plain, id: 'x' as MatterId });
    expect(story.when(paver, 'take').at).toBe('help');
  });

  it('asks from the first again when who came cannot go on', () => {
    const back = called
      .later(2 * hours)
      .when(paver, 'take')
      .when(paver, 'return', { reason: '腿扭了' });
    expect(back.at).toBe('answer');
    expect(asked(back)).toEqual(['organ:water-crew']);
    expect(back.matter.assignee).toBeUndefined();
    // How fast the first answer came stays what it was.
    expect(counted(back.later(9 * hours).tick())).toEqual([1, 1]);
  });

  it('a call taken back before anybody came counts for nobody', () => {
    const back = called.when(bean, 'withdraw');
    expect(back.at).toBe('end:withdrawn');
    expect(counted(back)).toEqual([0, 0]);
  });

  it('is for its own club', () => {
    expect(club('alarm').procedure.timely).toEqual({ step: 'answer', title: '三小时应答率' });
  });
});
