import type { Instant } from '../basics/ids.ts';
import { awaited } from '../engine/actions.ts';
import { type Holder, holdersOf } from '../engine/actors.ts';
import type { Definition, Facts, Matter } from '../engine/types.ts';

/** 待办: one audience that is asked to act on the stage a matter is in. */
export interface Task {
  readonly audience: string;
  readonly dueAt?: Instant;
  readonly late: boolean;
}

/**
 * Audience keys, so that one index finds a person's tasks and messages: `organ:ID`, `organ:ID/POST`,
 * `handle:H`. What everyone may do is nobody's task.
 */
export function audienceOf(holder: Holder): string | undefined {
  if ('handle' in holder) return `handle:${holder.handle}`;
  if ('organ' in holder)
    return holder.post === undefined ? `organ:${holder.organ}` : `organ:${holder.organ}/${holder.post}`;
  return undefined;
}

/** The audiences of somebody who holds these posts. */
export const audiencesOfPosts = (posts: Facts['actor']['posts']): readonly string[] => [
  ...new Set(posts.flatMap((post) => [`organ:${post.organ}`, `organ:${post.organ}/${post.post}`])),
];

export const audiencesOf = (holders: readonly Holder[]): readonly string[] => [
  ...new Set(holders.map(audienceOf).filter((each): each is string => each !== undefined)),
];

/** Everyone who is asked to act now; whoever was told of lateness is asked to look, too. */
export function tasksOf(definition: Definition, matter: Matter, facts: Facts): readonly Task[] {
  const holders = awaited(definition, matter, facts).flatMap((rule) =>
    holdersOf(rule, matter, definition.charter, facts.organs),
  );
  const limit = matter.stage.status === 'open' ? matter.stage.visit.clocks['limit'] : undefined;
  const late = limit?.passedAt !== undefined;
  const escalated = late ? lateHolders(definition, matter, facts) : [];
  return audiencesOf([...holders, ...escalated]).map((audience) => ({
    audience,
    ...(limit !== undefined && { dueAt: limit.dueAt }),
    late,
  }));
}

function lateHolders(definition: Definition, matter: Matter, facts: Facts): readonly Holder[] {
  if (matter.stage.status !== 'open') return [];
  const rules = definition.procedure.steps[matter.stage.visit.step]?.late ?? [];
  return rules.flatMap((rule) => holdersOf(rule, matter, definition.charter, facts.organs));
}

/** The earliest clock that has not passed; the shell wakes the matter then. */
export function nextClock(matter: Matter): Instant | undefined {
  if (matter.stage.status !== 'open') return undefined;
  const waiting = Object.values(matter.stage.visit.clocks).filter((clock) => clock.passedAt === undefined);
  return waiting.reduce<Instant | undefined>(
    (least, { dueAt }) => (least === undefined || dueAt < least ? dueAt : least),
    undefined,
  );
}
