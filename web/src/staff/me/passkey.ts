import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { api, postJson, type Refusal, RefusalError, refusalOf } from '../../shared/api/client.ts';

const library = () => import('@simplewebauthn/browser');

/** Whether this browser, at this address, knows passkeys at all. */
export const knowsPasskeys = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential === 'function';

/** Words for what the server refused; what the device or the person did has one of its own. */
export const passkeyRefusal = (error: unknown, words: string): Refusal =>
  error instanceof RefusalError ? refusalOf(error) : { code: 'passkey-stopped', message: words };

export async function enterByPasskey(): Promise<void> {
  const begun = api<PublicKeyCredentialRequestOptionsJSON>('/api/auth/passkey/begin', { method: 'POST' });
  const [optionsJSON, { startAuthentication }] = await Promise.all([begun, library()]);
  await postJson('/api/auth/passkey/enter', { response: await startAuthentication({ optionsJSON }) });
}

export async function addPasskey(password: string, name: string): Promise<void> {
  const begun = postJson<PublicKeyCredentialCreationOptionsJSON>('/api/session/passkeys/begin', { password });
  const [optionsJSON, { startRegistration }] = await Promise.all([begun, library()]);
  await postJson('/api/session/passkeys', { response: await startRegistration({ optionsJSON }), name });
}
