import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/**
 * 双信封: a secret ballot travels and waits sealed to the vote's own key (HPKE, RFC 9180), so that whoever sees the roll sees
 * who has voted and nothing of what. The outer envelope is the line of the roll; this is the inner one.
 */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

export interface PollKeys {
  /** Base64 of the raw point. */
  readonly publicKey: string;
  /** Base64 of the raw scalar. */
  readonly privateKey: string;
}
/** What lies inside: the code of the receipt, and the options. */
export interface Inside {
  readonly code: string;
  readonly choice: readonly string[];
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const base64Of = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));

/** Every ballot is as long as every other: its length tells nothing. */
const insideLength = 1024;
export const envelopeLength = Math.ceil((65 + insideLength + 16) / 3) * 4;
const infoOf = (poll: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(`liren-ballot/${poll}`));

export async function newPollKeys(): Promise<PollKeys> {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair();
  return {
    publicKey: base64Of(await suite.kem.serializePublicKey(publicKey)),
    privateKey: base64Of(await suite.kem.serializePrivateKey(privateKey)),
  };
}

/**
 * @param poll the vote that it is for: an envelope of one vote opens in no other
 * @throws RangeError for a ballot that does not fit
 */
export async function sealBallot(publicKey: string, poll: string, inside: Inside): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([inside.code, ...inside.choice]));
  if (text.length > insideLength) throw new RangeError('the ballot is too long for its envelope');
  const padded = new Uint8Array(insideLength).fill(0x20);
  padded.set(text);
  const recipient = await suite.kem.deserializePublicKey(bytesOf(publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey: recipient, info: infoOf(poll) });
  const sealed = new Uint8Array(await sender.seal(padded));
  const whole = new Uint8Array(sender.enc.byteLength + sealed.length);
  whole.set(new Uint8Array(sender.enc));
  whole.set(sealed, sender.enc.byteLength);
  return base64Of(whole);
}

/** Opens many with one key; undefined for what is no ballot of this vote. */
export async function openerOf(keys: PollKeys, poll: string) {
  // Both halves: from the private one alone the public one would be made anew for each envelope.
  const recipientKey = {
    privateKey: await suite.kem.deserializePrivateKey(bytesOf(keys.privateKey)),
    publicKey: await suite.kem.deserializePublicKey(bytesOf(keys.publicKey)),
  };
  return async (envelope: string): Promise<Inside | undefined> => {
    try {
      const whole = bytesOf(envelope);
      const recipient = await suite.createRecipientContext({
        recipientKey,
        enc: whole.slice(0, 65).buffer,
        info: infoOf(poll),
      });
      const text = new TextDecoder().decode(await recipient.open(whole.slice(65)));
      const said: unknown = JSON.parse(text);
      if (!Array.isArray(said) || said.some((each) => typeof each !== 'string')) return undefined;
      const [code = '', ...choice] = said as readonly string[];
      return { code, choice };
    } catch {
      // A wrong key or a changed envelope is told by throwing only.
      return undefined;
    }
  };
}
