import type { JsonObject } from '../../basics/json.ts';
import { defineKind } from '../../engine/kind.ts';
import { evolvePoll, onPollClock } from '../vote/poll.ts';
import { rollActions } from '../vote/roll-actions.ts';
import { announce } from './announce.ts';
import { type AllocateConfig, type AllocateState, allocateSchema } from './config.ts';
import { count } from './count.ts';

export const allocateKind = defineKind<AllocateConfig, AllocateState>({
  kind: 'allocate',
  schema: allocateSchema,
  outcomes: () => ['allocated', 'none'],
  powers: () => ['decide', 'propose', 'execute'],
  actions: [...rollActions, announce, count],
  enter: () => ({ state: { objections: [] } }),
  evolve: (state, event) => {
    const next = evolvePoll(state, event);
    if (event.type !== 'vote-announced' || next.announced === undefined) return next;
    return { ...next, announced: { ...next.announced, budget: Number(event.data['budget']) } };
  },
  // Whoever was told what became of it waits no longer.
  evolveMatter: (next, event) => {
    if (event.type !== 'allocated') return next;
    const told = new Set((event.data['children'] as readonly JsonObject[]).map(({ id }) => id));
    next.children = next.children.map((child) => {
      const { waiting: _, ...rest } = child;
      return told.has(child.id) ? rest : child;
    });
    return next;
  },
  onClock: (_, clock) => onPollClock(clock),
});
