import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { matterId, type PersonId } from '@liren/core/basics/ids.ts';
import { mayAct } from '@liren/core/engine/actors.ts';
import type { Definition, Facts, Matter } from '@liren/core/engine/types.ts';
import type { DiscussConfig } from '@liren/core/steps/discuss/discuss.ts';
import { handleOf } from '../../adapters/crypto/handles.ts';
import type { Shell } from '../shell.ts';

/** A stay of a matter in a discussion: the open one, else the last. */
export interface DiscussStep {
  readonly id: string;
  readonly step: string;
  readonly n: number;
  readonly title: string;
  readonly config: DiscussConfig;
  readonly enteredAt: number;
  /** Until when something may be said (not inside); undefined once the discussion is closed. */
  readonly until: number | undefined;
}

const discussionId = (matter: string, step: string, n: number): string =>
  uuidFromHash(`discussion/${matter}/${step}/${n}`);

export function findDiscussStep({ procedure }: Definition, matter: Matter): DiscussStep | undefined {
  const { stage, path, id } = matter;
  const open = stage.status === 'open' && stage.visit.kind === 'discuss' ? stage.visit : undefined;
  const visit = open ?? path.findLast(({ step }) => procedure.steps[step]?.kind === 'discuss');
  const step = visit && procedure.steps[visit.step];
  if (visit === undefined || step === undefined) return undefined;
  return {
    id: discussionId(id, visit.step, visit.n),
    step: visit.step,
    n: visit.n,
    title: step.title,
    config: step.config as DiscussConfig,
    enteredAt: visit.enteredAt,
    until: open === undefined ? undefined : Number(open.state['until']),
  };
}

/**
 * A person as one discussion knows them: another pseudonym than in the matter's record, so that nobody ties what somebody
 * said in the record to how they voted.
 */
export const voterHandle = ({ handleKey }: Shell, discussion: string, person: PersonId): string =>
  handleOf(handleKey, matterId(discussion), person);

/** Whether the actor is among those who are asked. */
export const isAsked = (definition: Definition, matter: Matter, facts: Facts, step: DiscussStep): boolean =>
  facts.actor.kind === 'person' && mayAct(step.config.who, matter, definition.charter, facts) !== undefined;

/** Whether one of the actor's seats holds this discussion: answers opinions, looks after statements. */
export function keepsDiscussion(
  { procedure, charter }: Definition,
  matter: Matter,
  facts: Facts,
  { step }: DiscussStep,
): boolean {
  const by = procedure.steps[step]?.by;
  return by !== undefined && mayAct(by, matter, charter, facts) !== undefined;
}
