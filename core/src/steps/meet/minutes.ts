import { ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action } from '../../engine/kind.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Meet, MeetConfig, MeetState } from './config.ts';

type MeetAction = Action<MeetConfig, MeetState>;

/** Every side of a hearing has been heard, and as often as the others. */
function unevenly({ config, state }: Meet): Refusal | undefined {
  const times = (config.sides ?? []).map(({ value }) => state.spoken[value] ?? 0);
  return times.some((n) => n !== times[0] || n === 0) ? { code: 'sides-unbalanced' } : undefined;
}

export const writeMinutes: MeetAction = {
  name: 'write-minutes',
  title: '写会议记录',
  main: true,
  makes: 'minutes-written',
  by: ({ step, state }) => (state.begun === undefined || state.minutes !== undefined ? undefined : step.by),
  hindrance: (context) =>
    context.config.passes !== undefined && context.state.resolved === undefined
      ? { code: 'not-resolved' }
      : unevenly(context),
  fields: () => [textField('text', '会议记录', { audience: 'public', most: 20_000 })],
  decide: (_, { sealed }) => ok({ events: [{ type: 'minutes-written', sealed }] }),
};

/** By somebody else than who wrote them. */
export const confirmMinutes: MeetAction = {
  name: 'confirm-minutes',
  title: '确认会议记录',
  main: true,
  makes: 'minutes-confirmed',
  by: ({ config, state }) => (state.minutes === undefined ? undefined : config.confirmedBy),
  hindrance: ({ state, facts }) =>
    state.minutes?.by === facts.actor.handle ? { code: 'same-person' } : undefined,
  fields: () => [
    plainField('right', '记录属实', 'yes-no'),
    textField('text', '要改的地方', { required: false, audience: 'public' }),
  ],
  decide: ({ state }, { plain, sealed }) => {
    if (plain['right'] !== true) return ok({ events: [{ type: 'minutes-returned', data: plain, sealed }] });
    return ok({
      events: [{ type: 'minutes-confirmed', data: plain, sealed }],
      outcome: state.resolved?.outcome ?? 'held',
    });
  },
};
