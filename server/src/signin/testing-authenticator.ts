import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A passkey in software, for tests: what a device would answer, true or otherwise. */
export interface TestAuthenticator {
  readonly register: (challenge: string, told?: Told) => object;
  readonly assert: (challenge: string, told?: Told) => object;
}
interface Told {
  /** False where nobody showed a face, a finger or a PIN. */
  readonly verified?: boolean;
  readonly origin?: string;
  readonly host?: string;
  readonly counter?: number;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer => {
  const head = Buffer.alloc(3);
  head.writeUInt8(0x59);
  head.writeUInt16BE(value.length, 1);
  return Buffer.concat([head, value]);
};

export function createTestAuthenticator(): TestAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let used = 0;

  const clientData = (type: string, challenge: string, { origin = 'http://localhost' }: Told): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  /** User present (1), verified (4), credential attached (64). */
  const deviceData = ({ verified = true, host = 'localhost', counter }: Told, attached?: Buffer): Buffer => {
    const count = Buffer.alloc(4);
    used += 1;
    count.writeUInt32BE(counter ?? used);
    const flags = 1 + (verified ? 4 : 0) + (attached ? 64 : 0);
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, attached ?? Buffer.alloc(0)]);
  };
  const answerOf = (response: object) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    register: (challenge, told = {}) => {
      const point = [Buffer.from('215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex')];
      // COSE: an EC key for ES256 on P-256.
      const key = Buffer.concat([
        Buffer.from('a5010203262001', 'hex'),
        ...point,
        Buffer.from(y, 'base64url'),
      ]);
      const attached = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const fields = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')];
      const attestation = Buffer.concat([Buffer.from([0xa3]), ...fields, bytes(deviceData(told, attached))]);
      return answerOf({
        clientDataJSON: clientData('webauthn.create', challenge, told).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    assert: (challenge, told = {}) => {
      const client = clientData('webauthn.get', challenge, told);
      const device = deviceData(told);
      return answerOf({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: device.toString('base64url'),
        signature: sign('sha256', Buffer.concat([device, sha256(client)]), privateKey).toString('base64url'),
      });
    },
  };
}
