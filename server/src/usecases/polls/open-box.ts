import type { Draft } from '@liren/core/engine/types.ts';
import { newPollKeys } from '@liren/core/voting/envelope.ts';
import { type PollRow, pollKeyPlace } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';

const day = 86_400_000;
/** By the notice of a vote; in the room from the beginning of the meeting until its result is told. */
function hoursOf(drafts: readonly Draft[]) {
  const announced = drafts.find(({ type }) => type === 'vote-announced');
  if (announced !== undefined) return announced.data;
  const begun = drafts.find(({ type }) => type === 'meeting-begun');
  return begun && { opensAt: begun.at, closesAt: begun.at + day };
}

/** From the notice on the box has its hours; of a secret vote it has its own key, sealed with keys outside the database. */
export async function openBox(
  { sealer }: Shell,
  client: Queryable,
  poll: PollRow,
  drafts: readonly Draft[],
): Promise<void> {
  const hours = hoursOf(drafts);
  // Too few came: the meeting did not begin.
  if (hours === undefined) return;
  const { opensAt, closesAt } = hours;
  const keys = poll.ballot === 'secret' ? await newPollKeys() : undefined;
  await client.query(
    `UPDATE poll SET opens_at = $3, closes_at = $4, public_key = $5, private_key_sealed = $6
     WHERE community_id = $1 AND id = $2::uuid`,
    [
      poll.community_id,
      poll.id,
      opensAt,
      closesAt,
      keys?.publicKey ?? null,
      keys === undefined ? null : sealer.seal(pollKeyPlace(poll.id), keys.privateKey),
    ],
  );
}
