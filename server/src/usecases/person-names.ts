import type { PersonId } from '@liren/core/basics/ids.ts';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';

/** Where a person's sealed name lives, as sign-in wrote it. */
export const sealedPlacePerson = (id: PersonId): SealedPlace => ({
  table: 'person',
  row: id,
  column: 'name_sealed',
});
