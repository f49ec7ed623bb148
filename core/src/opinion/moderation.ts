import { err, ok, type Result } from '../basics/result.ts';

/** Why a statement may be taken out; nothing else is a reason. */
export const removalReasons = [
  'personal', // tells who somebody is, where they live or how they are
  'insult', // attacks a person instead of saying something about the matter
  'unlawful', // calls for what the law forbids
  'advert', // sells something
  'off-topic', // is not about the question
  'duplicate', // says what another statement says already
  'several', // says several things at once, so that nobody can answer it
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** 观点: a short text that others agree with or not. Staff and writers are known here by whatever tells them apart. */
export interface Moderated {
  readonly status: 'waiting' | 'shown' | 'removed';
  /** Of a removal. */
  readonly reason?: RemovalReason | undefined;
  readonly decidedBy?: string | undefined;
  /** Asked once; `upheld` once somebody else has decided. */
  readonly appeal?: { readonly upheld?: boolean | undefined } | undefined;
}

export type ModerationRefusal =
  | 'already-decided' // somebody decided before; an appeal is the way to another decision
  | 'not-removed' // there is nothing to appeal against
  | 'already-appealed' // one appeal for each statement
  | 'no-appeal' // nobody asked for a second look
  | 'same-decider'; // who took it out may not judge the appeal

/** Shows a waiting statement, or takes it out; one on show may still be taken out. */
export function moderate(
  statement: Moderated,
  removeFor: RemovalReason | undefined,
  by: string,
): Result<Moderated, ModerationRefusal> {
  const isOpen = statement.status === 'waiting' || (statement.status === 'shown' && removeFor !== undefined);
  // What an appeal has put back stays.
  if (!isOpen || statement.appeal !== undefined) return err('already-decided');
  if (removeFor === undefined) return ok({ status: 'shown', decidedBy: by });
  return ok({ status: 'removed', reason: removeFor, decidedBy: by });
}

export function appeal(statement: Moderated): Result<Moderated, ModerationRefusal> {
  if (statement.status !== 'removed') return err('not-removed');
  if (statement.appeal !== undefined) return err('already-appealed');
  return ok({ ...statement, appeal: {} });
}

/** A second person looks: the removal stays, or the statement is shown for good. */
export function decideAppeal(
  statement: Moderated,
  upheld: boolean,
  by: string,
): Result<Moderated, ModerationRefusal> {
  if (statement.appeal === undefined) return err('no-appeal');
  if (statement.appeal.upheld !== undefined) return err('already-decided');
  if (statement.decidedBy === by) return err('same-decider');
  return ok({ ...statement, status: upheld ? 'removed' : 'shown', appeal: { upheld } });
}

/** Somebody still waits for an answer: a statement for its first look, an appeal for its second. */
export const isWaiting = ({ status, appeal: asked }: Moderated): boolean =>
  status === 'waiting' || (asked !== undefined && asked.upheld === undefined);
