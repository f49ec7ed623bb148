import { randomBytes } from 'node:crypto';
import { type Handle, handle, type MatterId, type PersonId } from '@liren/core/basics/ids.ts';
import type { Actor, Post } from '@liren/core/engine/types.ts';
import { base32 } from '../adapters/crypto/base32.ts';
import { handleOf } from '../adapters/crypto/handles.ts';
import type { Shell } from './shell.ts';

/** Who asks: a signed-in person with the posts they hold today, a guest, or the product's own clocks. */
export type Asker =
  | {
      readonly kind: 'person';
      readonly person: PersonId;
      readonly posts: readonly Post[];
      /** Absent where no browser asks: imports, the demonstration, programs with a key. */
      readonly session?: string;
    }
  | { readonly kind: 'guest' }
  | { readonly kind: 'system' };

export const system: Asker = { kind: 'system' };

/** The asker as this one matter may know them. */
export function actorIn(shell: Pick<Shell, 'handleKey'>, matter: MatterId, asker: Asker): Actor {
  if (asker.kind === 'system') return { kind: 'system', handle: handle('system'), posts: [] };
  if (asker.kind === 'guest') return { kind: 'guest', handle: newGuestHandle(), posts: [] };
  return { kind: 'person', handle: handleOf(shell.handleKey, matter, asker.person), posts: asker.posts };
}

/** A caller who left no number stays nobody: the pseudonym belongs to no person. */
export const newGuestHandle = (): Handle => handle(`guest-${base32(randomBytes(10))}`);
