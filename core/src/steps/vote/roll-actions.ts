import type { Json } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import { dueAt } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action } from '../../engine/kind.ts';
import { listFields } from '../../voting/listed.ts';
import type { PollConfig, PollState } from './poll.ts';

type PollAction = Action<PollConfig, PollState>;

/** Once the voters have been told of the vote, the roll stands. */
const notAnnounced: NonNullable<PollAction['hindrance']> = ({ state }) =>
  state.announced === undefined ? undefined : { code: 'roll-is-frozen' };

const freezeRoll: PollAction = {
  name: 'freeze-roll',
  title: '公布名册',
  main: true,
  makes: 'roll-frozen',
  by: ({ step, state }) => (state.roll === undefined ? step.by : undefined),
  hindrance: ({ facts }) => (facts.poll?.roll.entries === 0 ? { code: 'nobody-on-roll' } : undefined),
  fields: ({ config }) => listFields(config.roll),
  decide: ({ config, facts }, { sealed }) => {
    const roll = facts.poll?.roll;
    if (roll === undefined) return err({ code: 'nobody-on-roll' });
    const published = config.rollPublished;
    if (published === undefined)
      return ok({ events: [{ type: 'roll-frozen', data: { roll: { ...roll } }, sealed }] });
    const objectUntil = dueAt(facts.calendar, facts.now, published.objections);
    const publishedUntil = dueAt(facts.calendar, facts.now, published.for);
    // Notice of the vote may be given once nobody may object any more: whoever runs it is to find it then.
    const clocks = { ...(objectUntil < publishedUntil && { objections: objectUntil }), roll: publishedUntil };
    const data = { roll: { ...roll, objectUntil, publishedUntil }, clocks };
    return ok({ events: [{ type: 'roll-frozen', data, sealed }] });
  },
};

const objectToRoll: PollAction = {
  name: 'object-to-roll',
  title: '对名册有意见',
  makes: 'roll-objected',
  by: ({ config, state }) =>
    config.rollPublished === undefined || state.roll === undefined ? undefined : { who: 'resident' },
  hindrance: ({ state, facts }) =>
    facts.now < (state.roll?.objectUntil ?? 0) ? undefined : { code: 'window-closed' },
  fields: () => [textField('text', '漏了谁，或者谁不该在上面', { audience: 'handlers' })],
  decide: ({ config, state, facts }, { sealed }) => {
    const n = state.objections.length + 1;
    const within = config.rollPublished?.decidedWithin;
    const clocks: Json =
      within === undefined ? {} : { [`decide-${n}`]: dueAt(facts.calendar, facts.now, within) };
    return ok({ events: [{ type: 'roll-objected', data: { n, clocks }, sealed }] });
  },
};

const decideObjection: PollAction = {
  name: 'decide-objection',
  title: '处理名册异议',
  main: true,
  makes: 'roll-objection-decided',
  by: ({ step, config, state }) =>
    config.rollPublished === undefined || state.roll === undefined ? undefined : step.by,
  hindrance: ({ state }) =>
    state.objections.every(({ answered }) => answered) ? { code: 'nothing-asked' } : undefined,
  fields: () => [
    plainField('n', '第几条异议', 'number', { most: 100_000 }),
    plainField('upheld', '异议成立', 'yes-no'),
    textField('text', '理由', { audience: 'public' }),
  ],
  decide: ({ state }, { plain, sealed }) => {
    const open = state.objections.find(({ n, answered }) => n === plain['n'] && !answered);
    if (open === undefined) return err({ code: 'nothing-asked', about: 'n' });
    const data = { ...plain, clocks: { [`decide-${open.n}`]: null } };
    return ok({ events: [{ type: 'roll-objection-decided', data, sealed }] });
  },
};

/** The shell has changed a line of the roll; the record says what it now adds up to, and why. */
const correctRoll: PollAction = {
  name: 'correct-roll',
  title: '更正名册',
  makes: 'roll-corrected',
  by: ({ step, state }) => (state.roll === undefined ? undefined : step.by),
  hindrance: notAnnounced,
  fields: ({ config }) => [
    plainField('change', '怎么改', 'choice', {
      choices: [
        { value: 'added', title: '补上漏掉的' },
        { value: 'removed', title: '去掉不该在的' },
        { value: 'recused', title: '回避，不计入基数' },
      ],
    }),
    plainField('no', '名册第几号', 'number', { most: 10_000_000, required: false }),
    ...listFields(config.roll).map((field) => ({ ...field, required: false })),
    textField('reason', '为什么', { audience: 'handlers' }),
  ],
  decide: ({ facts, state }, { plain, sealed }) => {
    if (facts.poll === undefined) return err({ code: 'nobody-on-roll' });
    const { objectUntil, publishedUntil } = state.roll ?? {};
    const windows = {
      ...(objectUntil !== undefined && { objectUntil }),
      ...(publishedUntil !== undefined && { publishedUntil }),
    };
    return ok({
      events: [
        { type: 'roll-corrected', data: { ...plain, roll: { ...facts.poll.roll, ...windows } }, sealed },
      ],
    });
  },
};

export const rollActions: readonly PollAction[] = [freezeRoll, objectToRoll, decideObjection, correctRoll];
