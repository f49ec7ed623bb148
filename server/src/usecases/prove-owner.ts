import { ok } from '@liren/core/basics/result.ts';
import { readIdentityNumber } from '@liren/core/registry/identity-number.ts';
import { plainName } from '@liren/core/registry/plain-width.ts';
import type { AttemptRule, Attempts } from '../signin/attempts.ts';
import { addOwnerProof, type NumberedOwner, readNumberedOwners } from '../store/own-homes.ts';
import { openOwner } from '../store/owners.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type Changed, refusing } from './registry-refusal.ts';

type Deps = RegistryDeps & { readonly attempts: Attempts };
const window = { limit: 5, windowSeconds: 24 * 3_600 };
/** Also of those that succeed: whoever knows the numbers of many owners cannot gather their votes with one account. */
const byAccount: AttemptRule = { purpose: 'owner-account', ...window };
/** Of one name, by whoever: a new account brings no new tries. */
const byName: AttemptRule = { purpose: 'owner-name', ...window };

const nameOf = ({ shell }: Deps, { id, name_sealed }: NumberedOwner): string =>
  plainName(openOwner(shell.sealer, id, 'name', name_sealed));
const numberOf = ({ shell }: Deps, { id, number_sealed }: NumberedOwner): string =>
  openOwner(shell.sealer, id, 'number', number_sealed);

/**
 * Shows for this session which owner of a community the asker is, by the whole name and the end of the identity number:
 * of an owner who lives elsewhere the registry has no telephone. Which of the two was wrong is not told. An organisation's
 * code is known to everybody and shows nothing: whom it names votes for it at the desk.
 */
export async function proveOwner(
  deps: Deps,
  asker: Extract<Asker, { kind: 'person' }>,
  said: { readonly community: string; readonly name: string; readonly numberEnd: string },
): Promise<Changed<undefined>> {
  const { shell, attempts } = deps;
  const { community, numberEnd } = said;
  if (asker.session === undefined) return refusing('not-matched');
  const name = plainName(said.name);
  const taken = await attempts.takeAll(
    [
      [byAccount, asker.person],
      [byName, `${community}/${name}`],
    ],
    shell.now(),
  );
  if (!taken.allowed) return refusing('owner-proved-too-often');
  const named = (await readNumberedOwners(shell.pool, community)).filter(
    (owner) => nameOf(deps, owner) === name,
  );
  const people = named.filter((owner) => readIdentityNumber(numberOf(deps, owner)).ok);
  const own = people.find((owner) => numberOf(deps, owner).endsWith(numberEnd));
  if (own === undefined) return refusing(named.length > people.length ? 'owner-at-desk' : 'owner-not-proven');
  const key = { community, mark: own.owner_mark };
  if (!(await addOwnerProof(shell.pool, asker.session, key, shell.now()))) return refusing('other-owner');
  await attempts.clear(byName, `${community}/${name}`);
  return ok(undefined);
}
