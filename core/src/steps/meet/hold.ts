import type { Json } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import { dueAt } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action } from '../../engine/kind.ts';
import { instantOfMoment } from '../../engine/moment.ts';
import { allMet, turnoutOf } from '../../voting/legs.ts';
import { listFields } from '../../voting/listed.ts';
import { nothing } from '../../voting/types.ts';
import { toldOf } from '../vote/poll.ts';
import type { MeetConfig, MeetState } from './config.ts';

type MeetAction = Action<MeetConfig, MeetState>;

export const convene: MeetAction = {
  name: 'convene',
  title: '发出会议通知',
  main: true,
  makes: 'convened',
  by: ({ step, state }) => (state.convened === undefined ? step.by : undefined),
  hindrance: ({ facts }) => (facts.poll?.roll.entries === 0 ? { code: 'nobody-on-roll' } : undefined),
  fields: ({ config }) => [
    plainField('starts', '什么时候开会', 'moment'),
    textField('place', '在哪里', { type: 'text', most: 100, audience: 'public' }),
    textField('text', '议题和要先看的材料', { audience: 'public', most: 20_000 }),
    ...listFields(config.of),
  ],
  decide: (context, { plain, sealed }) => {
    const { config, facts } = context;
    const roll = facts.poll?.roll;
    if (roll === undefined) return err({ code: 'nobody-on-roll' });
    const startsAt = instantOfMoment(String(plain['starts']));
    if (startsAt < dueAt(facts.calendar, facts.now, config.notice))
      return err({ code: 'notice-too-short', about: 'starts' });
    const hold = dueAt(facts.calendar, startsAt, config.minutesWithin);
    const clocks: Json = { limit: null, starts: startsAt, minutes: hold };
    const data = { ...plain, startsAt, roll: { ...roll }, clocks, ...toldOf(context) };
    return ok({ events: [{ type: 'convened', data, sealed }] });
  },
};

/** Whoever is there is counted when the meeting begins; with too few of them it does not, and is convened anew. */
export const begin: MeetAction = {
  name: 'begin',
  title: '宣布开会',
  main: true,
  makes: 'meeting-begun',
  by: ({ step, state }) => (state.convened === undefined || state.begun !== undefined ? undefined : step.by),
  hindrance: ({ state, facts }) =>
    facts.now < (state.convened?.startsAt ?? 0) ? { code: 'too-early' } : undefined,
  // A hall without a network: what happened there is entered later, with the time it had.
  fields: () => [plainField('began', '实际几点开始（事后补录时填）', 'moment', { required: false })],
  decide: ({ config, state, facts }, { plain }) => {
    const { poll } = facts;
    if (poll === undefined) return err({ code: 'nobody-on-roll' });
    const began = plain['began'];
    const at = began === undefined ? facts.now : instantOfMoment(String(began));
    if (at > facts.now || at < (state.convened?.startsAt ?? 0))
      return err({ code: 'field-invalid', about: 'began' });
    const bases = { whole: poll.roll, present: poll.present, cast: nothing };
    const turnout = turnoutOf(config.attends, bases);
    const data = {
      at,
      present: { ...poll.present },
      roll: { ...poll.roll },
      turnout: turnout as unknown as Json,
    };
    if (allMet(turnout)) return ok({ events: [{ type: 'meeting-begun', data }] });
    const again = dueAt(facts.calendar, facts.now, config.minutesWithin);
    const clocks: Json = { starts: null, minutes: null, limit: again };
    return ok({ events: [{ type: 'not-quorate', data: { ...data, clocks } }] });
  },
};

export const speak: MeetAction = {
  name: 'speak',
  title: '登记发言',
  makes: 'spoken',
  by: ({ step, config, state }) =>
    config.sides === undefined || state.begun === undefined ? undefined : step.by,
  hindrance: ({ state }) => (state.minutes === undefined ? undefined : { code: 'window-closed' }),
  fields: ({ config }) => [
    plainField('side', '哪一方', 'choice', { choices: config.sides ?? [] }),
    textField('text', '说了什么', { audience: 'public' }),
  ],
  decide: (_, { plain, sealed }) => ok({ events: [{ type: 'spoken', data: plain, sealed }] }),
};

/** 回避: whoever has a stake in this item stands aside. The shell has marked the line; from here on the base is smaller. */
export const recuse: MeetAction = {
  name: 'recuse',
  title: '登记回避',
  makes: 'stood-aside',
  by: ({ step, state }) =>
    state.convened === undefined || state.resolved !== undefined ? undefined : step.by,
  hindrance: ({ state }) => (state.minutes === undefined ? undefined : { code: 'window-closed' }),
  fields: () => [
    plainField('no', '名册第几号', 'number', { most: 10_000_000 }),
    textField('reason', '为什么回避', { audience: 'parties' }),
  ],
  decide: ({ state, facts }, { plain, sealed }) => {
    const { poll } = facts;
    if (poll === undefined) return err({ code: 'nobody-on-roll' });
    // No such line, or one that stands aside already.
    if (poll.roll.digest === state.convened?.digest) return err({ code: 'field-invalid', about: 'no' });
    return ok({
      events: [{ type: 'stood-aside', data: { ...plain, roll: { ...poll.roll } }, sealed }],
    });
  },
};
