import { defineKind } from '../../engine/kind.ts';
import type { RollSum } from '../../voting/roll.ts';
import type { Sum } from '../../voting/types.ts';
import { withResolution } from '../vote/vote.ts';
import { type MeetConfig, type MeetState, meetSchema } from './config.ts';
import { begin, convene, recuse, speak } from './hold.ts';
import { confirmMinutes, writeMinutes } from './minutes.ts';
import { resolve } from './resolve.ts';

const fresh: MeetState = { spoken: {} };

export const meet = defineKind<MeetConfig, MeetState>({
  kind: 'meet',
  schema: meetSchema,
  outcomes: ({ passes }) => (passes === undefined ? ['held'] : ['passed', 'failed']),
  powers: () => ['decide', 'propose', 'execute', 'supervise'],
  actions: [convene, begin, speak, recuse, resolve, writeMinutes, confirmMinutes],
  enter: () => ({ state: fresh }),
  evolve: (state, event) => {
    const { data } = event;
    switch (event.type) {
      case 'convened':
        return {
          ...fresh,
          convened: { ...(data['roll'] as unknown as RollSum), startsAt: Number(data['startsAt']) },
        };
      // Whoever came too few times: the meeting is convened anew.
      case 'not-quorate':
        return fresh;
      case 'meeting-begun':
        return { ...state, begun: { at: Number(data['at']), present: data['present'] as unknown as Sum } };
      case 'stood-aside':
        return state.convened === undefined
          ? state
          : { ...state, convened: { ...state.convened, ...(data['roll'] as unknown as RollSum) } };
      case 'spoken': {
        const side = String(data['side']);
        return { ...state, spoken: { ...state.spoken, [side]: (state.spoken[side] ?? 0) + 1 } };
      }
      case 'resolved':
        return { ...state, resolved: { outcome: String(data['outcome']) } };
      case 'minutes-written':
        return { ...state, minutes: { by: event.actor.handle } };
      case 'minutes-returned': {
        const { minutes: _, ...rest } = state;
        return rest;
      }
      default:
        return state;
    }
  },
  evolveMatter: (next, event) => (event.type === 'resolved' ? withResolution(next, event) : next),
  onClock: (_, clock) => (clock === 'starts' ? { events: [], late: false } : { events: [] }),
});
