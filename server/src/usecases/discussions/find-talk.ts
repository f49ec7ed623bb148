import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { ModerationRefusal } from '@liren/core/opinion/moderation.ts';
import type { PeopleDeps } from '../../signin/people.ts';
import type { Asker } from '../actor.ts';
import type { RegistryDeps } from '../import-residents.ts';
import { findSeen, type Seen } from '../seen.ts';
import { type DiscussStep, findDiscussStep, isAsked, keepsDiscussion } from './discuss-step.ts';

export type TalkDeps = RegistryDeps & { readonly people: PeopleDeps };
export type Person = Extract<Asker, { kind: 'person' }>;

/** Why something is not said or voted. */
export type TalkRefusal =
  | 'not-found'
  | 'not-asked' // the asker is not among those who are asked
  | 'not-yours' // the asker does not hold the discussion, or did not write the statement
  | 'talk-over' // the time for saying something is over
  | 'too-many' // nobody writes any number of statements
  | 'no-words' // nothing but spaces
  | 'not-shown' // a statement that is not on show cannot be voted on
  | ModerationRefusal;

/** The discussion of a matter that the asker may see. */
export interface FoundTalk {
  readonly seen: Seen;
  readonly step: DiscussStep;
  readonly asked: boolean;
  readonly keeper: boolean;
  /** Something may be said now. */
  readonly open: boolean;
}
export interface TalkKey {
  readonly community: string;
  readonly matter: string;
}

export async function findTalk(
  deps: TalkDeps,
  asker: Asker,
  { community, matter }: TalkKey,
): Promise<FoundTalk | undefined> {
  const seen = await findSeen(deps, asker, community, matter);
  const step = seen && findDiscussStep(seen.definition, seen.matter);
  if (seen === undefined || step === undefined) return undefined;
  const { definition, matter: found, facts } = seen;
  return {
    seen,
    step,
    asked: isAsked(definition, found, facts, step),
    keeper: keepsDiscussion(definition, found, facts, step),
    open: step.until !== undefined && facts.now < step.until,
  };
}

/** The same with statements, where the asker may say something in it now. */
export async function talkToSpeakIn(
  deps: TalkDeps,
  asker: Person,
  key: TalkKey,
): Promise<Result<FoundTalk, TalkRefusal>> {
  const talk = await findTalk(deps, asker, key);
  if (talk === undefined || talk.step.config.statements !== true) return err('not-found');
  if (!talk.asked && !talk.keeper) return err('not-asked');
  return talk.open ? ok(talk) : err('talk-over');
}

/** The same, where the asker holds it. */
export async function talkToKeep(
  deps: TalkDeps,
  asker: Person,
  key: TalkKey,
): Promise<Result<FoundTalk, TalkRefusal>> {
  const talk = await findTalk(deps, asker, key);
  if (talk === undefined || talk.step.config.statements !== true) return err('not-found');
  if (!talk.keeper) return err('not-yours');
  return talk.step.until === undefined ? err('talk-over') : ok(talk);
}
