import type { CastBody, PollBody } from '../api/bodies.ts';

/** Of the receipt: 80 random bits in letters that nobody mistakes for others. */
export function newReceiptCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * What is sent to cast a ballot: of a named vote what it says, of a secret one its envelope, sealed here so that the choice
 * leaves this device in no other form.
 */
export async function castBodyOf(
  poll: Pick<PollBody, 'id' | 'publicKey'>,
  entry: string,
  channel: CastBody['channel'],
  inside: { readonly code: string; readonly choice: readonly string[] },
): Promise<CastBody> {
  if (poll.publicKey === undefined)
    return { entry, channel, said: { code: inside.code, choice: [...inside.choice] } };
  const { sealBallot } = await import('@liren/core/voting/envelope.ts');
  return { entry, channel, envelope: await sealBallot(poll.publicKey, poll.id, inside) };
}
