import type { Draft } from '@liren/core/engine/types.ts';
import { newPollKeys } from '@liren/core/voting/envelope.ts';
import { type PollRow, pollKeyPlace } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';

/** From the notice on the box has its hours; of a secret vote it has its own key, sealed with keys outside the database. */
export async function openBox(
  { sealer }: Shell,
  client: Queryable,
  poll: PollRow,
  drafts: readonly Draft[],
): Promise<void> {
  const announced = drafts.find(({ type }) => type === 'vote-announced');
  if (announced === undefined) throw new Error('a box is opened by the notice of its vote');
  const { opensAt, closesAt } = announced.data;
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
