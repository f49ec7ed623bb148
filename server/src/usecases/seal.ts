import { randomUUID } from 'node:crypto';
import type { MatterId } from '@liren/core/basics/ids.ts';
import type { Json } from '@liren/core/basics/json.ts';
import type { Draft } from '@liren/core/engine/types.ts';
import { type ChainedEvent, chain, commit, genesis } from '@liren/core/record/event.ts';
import { newSalt } from '../adapters/crypto/salts.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import type { SealedRow } from '../store/write-record.ts';

export const sealedPlace = (matter: string, seq: number, name: string): SealedPlace => ({
  table: 'sealed',
  row: `${matter}/${seq}`,
  column: name,
});

/**
 * Turns drafts into chained events: each sealed value is committed to with a fresh salt, and salt and value are
 * encrypted for the table beside the chain.
 */
export function sealDrafts(
  sealer: Sealer,
  matter: MatterId,
  head: string | undefined,
  drafts: readonly Draft[],
): {
  readonly events: readonly ChainedEvent[];
  readonly sealed: readonly SealedRow[];
  readonly head: string;
} {
  let prev = head ?? genesis(matter);
  const sealed: SealedRow[] = [];
  const events = drafts.map((draft) => {
    const { sealed: values, passedOn: _, ...plain } = draft;
    const commitments: Record<string, { commit: string }> = {};
    for (const [name, { value, audience }] of Object.entries(values ?? {})) {
      const salt = newSalt();
      commitments[name] = commit(salt, value);
      const body = sealer.seal(
        sealedPlace(matter, draft.seq, name),
        JSON.stringify({ salt, value } satisfies Json),
      );
      sealed.push({ seq: draft.seq, name, audience, body });
    }
    const event = chain(prev, {
      ...plain,
      matter,
      ...(values !== undefined && { sealed: commitments }),
    });
    prev = event.hash;
    return event;
  });
  return { events, sealed, head: prev };
}

export const newId = (): string => randomUUID();
