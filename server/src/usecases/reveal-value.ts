import type { Json } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { readSealed } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { recordLook } from './record-look.ts';
import { isMasked } from './said.ts';
import { mayUse } from './scope.ts';
import { audiencesSeen, findSeen } from './seen.ts';

/** Shows one masked value to somebody who may handle the matter, holds `see-contact` and says why. The look is kept first. */
export async function revealValue(
  deps: LineDeps,
  asker: Asker,
  wish: {
    readonly community: string;
    readonly id: string;
    readonly seq: number;
    readonly name: string;
    readonly reason: string;
  },
): Promise<Result<Json, 'not-found' | 'not-allowed'>> {
  const seen = await findSeen(deps, asker, wish.community, wish.id);
  if (seen === undefined) return err('not-found');
  const mine = seen.facts.actor.handle === seen.matter.opener;
  if (!mine && (seen.sight !== 'handlers' || !mayUse(deps.directory, asker, 'see-contact')))
    return err('not-allowed');
  if (!isMasked(seen.definition, wish.name)) return err('not-found');
  await recordLook(deps.shell, asker, seen, wish.name, wish.reason);
  const audiences = audiencesSeen(mine ? 'handlers' : seen.sight);
  const values = await readSealed(deps.shell.pool, deps.shell.sealer, wish.community, wish.id, audiences);
  const found = values.find((value) => value.seq === wish.seq && value.name === wish.name);
  return found === undefined ? err('not-found') : ok(found.value);
}
