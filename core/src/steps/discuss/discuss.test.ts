import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../../basics/result.ts';
import { loadProcedure } from '../../checker/load.ts';
import { affairs, charter, forms, grades, organs, people } from '../../testing/allotment-club/club.ts';
import { opening } from '../../testing/allotment-club/tales.ts';
import { days, morning, Story } from '../../testing/story.ts';

const load = (more = '') =>
  unwrap(
    loadProcedure(
      parse(`
procedure: ask
title: 听意见
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
  ask: { title: 征求意见, kind: discuss, by: chair, who: resident, for: { days: 5 }, answered-within: { days: 3 }, late: [tell-auditor], ${more} then: { discussed: heard } }
  heard: { kind: end, outcome: heard }
`),
      { file: 'ask.yaml', forms, rolls: {}, grades },
    ),
  );
const { bean, pea, guest, chair, auditor } = people;
const begun = (procedure = load()): Story =>
  new Story({ definition: { charter, procedure }, organs, affairs }, morning).open(
    bean,
    opening({ input: { title: '水塔' } }),
  );
const stateOf = ({ matter }: Story) => (matter.stage.status === 'open' ? matter.stage.visit.state : {});
const reply = (n: number) => ({ n, adopted: n % 2 === 0, text: '理由' });
const summary = { text: '一共两条' };

describe('asking for opinions', () => {
  it('takes them from whom it names, for as long as it lasts', () => {
    begun().when(guest, 'register-opinion', { text: '要修' }).refused('not-yours');
    begun()
      .when(pea, 'register-opinion', { text: '要修' })
      .brings('opinion-registered')
      .later(6 * days)
      .when(bean, 'register-opinion', { text: '晚了' })
      .refused('window-closed');
  });

  it('ends when its time is over and each has its answer, with the reason', () => {
    const two = begun()
      .when(pea, 'register-opinion', { text: '要修' })
      .when(bean, 'register-opinion', { text: '不修' });
    two.when(chair, 'answer-opinion', { n: 1, adopted: true }).refused('field-required', 'text');
    two.when(auditor, 'answer-opinion', reply(1)).refused('not-yours');
    two.when(chair, 'answer-opinion', reply(3)).refused('nothing-asked', 'n');
    const one = two.when(chair, 'answer-opinion', reply(1)).brings('opinion-answered');
    one.when(chair, 'answer-opinion', reply(1)).refused('nothing-asked', 'n');
    one.when(chair, 'close', summary).refused('window-still-open');
    const over = one.later(6 * days).tick();
    over.when(chair, 'close', summary).refused('opinions-open');
    over.when(chair, 'answer-opinion', reply(2)).when(chair, 'close', summary).reaches('end:heard');
  });

  it('is late with an opinion that waits too long, and with an end that nobody makes', () => {
    const waiting = begun()
      .when(pea, 'register-opinion', { text: '要修' })
      .later(4 * days)
      .tick();
    expect(waiting.matter.lateMarks.map(({ clock }) => clock)).toEqual(['answer-1']);
    const quiet = begun()
      .later(12 * days)
      .tick();
    expect(quiet.matter.lateMarks.map(({ clock }) => clock)).toEqual(['close']);
  });

  it('shows opinions to everybody, or to those concerned where it says so', () => {
    const seenBy = (story: Story) =>
      story.when(pea, 'register-opinion', { text: '要修' }).fresh[0]?.sealed?.['text']?.audience;
    expect(seenBy(begun())).toBe('public');
    expect(seenBy(begun(load('read-by: parties,')))).toBe('parties');
  });

  it('with statements, ends when each was looked at, and writes down what was voted', () => {
    const procedure = load('statements: true,');
    const figures = { participants: 9, votes: 80, statements: 12, removed: 1, digest: 'd' };
    const closedWith = (waiting: number) =>
      new Story(
        {
          definition: { charter, procedure },
          organs,
          affairs,
          conversation: { ...figures, waiting },
        },
        morning,
      )
        .open(bean, opening({ input: { title: '水塔' } }))
        .later(6 * days)
        .tick()
        .when(chair, 'close', summary);
    closedWith(2).refused('statements-waiting');
    const { fresh } = closedWith(0).reaches('end:heard');
    expect(fresh[0]?.data).toEqual({ opinions: 0, conversation: figures });
  });

  it('carries along only the numbers of what waits, however much was said', () => {
    let story = begun();
    for (let n = 1; n <= 200; n += 1)
      story = story
        .when(pea, 'register-opinion', { text: '意见'.repeat(50) })
        .when(chair, 'answer-opinion', reply(n));
    const { until: _, ...rest } = stateOf(story);
    expect(rest).toEqual({ count: 200, open: [] });
    const { stage } = story.matter;
    expect(stage.status === 'open' && Object.keys(stage.visit.clocks)).toEqual(['window', 'close']);
  });
});
