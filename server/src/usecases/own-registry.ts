import { personId } from '@liren/core/basics/ids.ts';
import type { Person as Known, PeopleDeps } from '../signin/people.ts';
import { findSelf, type Proofs, proofKey } from '../signin/self.ts';
import type { OwnerKey } from '../store/own-homes.ts';
import { findMarked, type OwnResident } from '../store/own-registry.ts';
import {
  type FoundResident,
  findResident,
  readChanges,
  readRegistryLooks,
  readStays,
} from '../store/read-registry.ts';
import { readExportLooks } from '../store/registry-exports.ts';
import { type RequestRow, readRequests, requestPlace } from '../store/registry-requests.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { readOwnHomes } from './own-homes.ts';
import { openExport, seatTitles } from './registry-exports.ts';
import { lineOf } from './search-registry.ts';
import { ownGroups } from './view-groups.ts';
import { looksBody, staysBody } from './view-resident.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;

const noProofs: Proofs = { residents: new Set(), owners: [] };

export interface OwnRecords {
  /** Shown in this session to be the asker's own. */
  readonly residents: readonly OwnResident[];
  /** The telephone fits; a second proof is still to come. */
  readonly locked: readonly OwnResident[];
  /** Communities where several residents have this number: who of them asks, it cannot tell. */
  readonly shared: readonly string[];
  /** As which owners this session has shown to be, who live elsewhere. */
  readonly owners: readonly OwnerKey[];
  /** Undefined for who was erased. */
  readonly person: Known | undefined;
}

/**
 * The records of the registry that are the asker's own. Signing in proves a telephone number and nothing more, and numbers
 * are given out anew: a record opens in a session that has also told whose it is (prove-own.ts). A number that several
 * residents of a community have tells nobody apart and opens none of them.
 */
export async function findOwnRecords(
  deps: Deps,
  asker: Person,
  /** Looked for in this community alone. */
  within?: string,
): Promise<OwnRecords> {
  const { person, proofs = noProofs } =
    (await findSelf(deps.people, personId(asker.person), asker.session)) ?? {};
  const { owners } = proofs;
  const phone = person?.kind === 'resident' ? person.phone : undefined;
  if (phone === undefined) return { residents: [], locked: [], shared: [], owners, person };
  const communities = within === undefined ? deps.directory.communities.map(({ id }) => id) : [within];
  const marks = communities.flatMap((id) => deps.registry.sought(id, phone));
  const all = await findMarked(deps.shell.pool, communities, marks);
  const count = new Map<string, number>();
  for (const { community_id } of all) count.set(community_id, (count.get(community_id) ?? 0) + 1);
  const alone = all.filter(({ community_id }) => count.get(community_id) === 1);
  const isProven = ({ community_id, id }: OwnResident) => proofs.residents.has(proofKey(community_id, id));
  return {
    residents: alone.filter(isProven),
    locked: alone.filter((own) => !isProven(own)),
    shared: [...count].flatMap(([community, n]) => (n > 1 ? [community] : [])),
    owners,
    person,
  };
}

/** Everything that the registry has of the asker, numbers masked; of a record still locked only where it is. */
export async function readOwnRegistry(deps: Deps, asker: Person) {
  const { residents, locked, shared, owners } = await findOwnRecords(deps, asker);
  const { pool } = deps.shell;
  const titleOf = (id: string): string => deps.directory.findCommunity(id)?.title ?? '';
  const rows = [];
  for (const { community_id, id } of residents) {
    const resident = await findResident(pool, community_id, id, undefined);
    if (resident !== undefined) rows.push(await ownBody(deps, pool, community_id, resident));
  }
  return {
    rows,
    locked: locked.map(({ community_id: community, identity_sealed }) => ({
      community,
      communityTitle: titleOf(community),
      provable: identity_sealed !== null,
    })),
    shared: shared.map(titleOf),
    owned: await readOwnHomes(deps, { residents, owners }),
  };
}

async function ownBody(deps: Deps, pool: Queryable, community: string, resident: FoundResident) {
  const stays = await readStays(pool, community, resident.id);
  const requests = await readRequests(pool, community, resident.id);
  const { id: _, ...line } = lineOf(deps, community, resident);
  return {
    ...line,
    homes: staysBody(stays),
    ...(await ownGroups(deps, community, resident)),
    requests: requests.filter(({ by_self }) => by_self).map((request) => requestLine(deps, request)),
  };
}

/** A request as the one sees it who made it. */
export function requestLine({ shell }: RegistryDeps, request: RequestRow) {
  const { id, field, at, accepted, answer_sealed: sealed } = request;
  const answer = sealed === null ? undefined : shell.sealer.open(requestPlace(id, 'answer_sealed'), sealed);
  if (answer?.ok === false) throw new Error(`the answer of request ${id} does not open: ${answer.error}`);
  return {
    field,
    at,
    ...(accepted !== null && { accepted }),
    ...(answer?.ok === true && { answer: answer.value }),
  };
}

/** Who saw a number of the asker's, and who changed what of their record. */
export async function readOwnLooks(deps: Deps, asker: Person) {
  const { residents } = await findOwnRecords(deps, asker);
  const rows = [];
  for (const { community_id: community, id } of residents) {
    const looks = await readRegistryLooks(deps.shell.pool, community, id);
    const changes = await readChanges(deps.shell.pool, community, id);
    const communityTitle = deps.directory.findCommunity(community)?.title ?? '';
    for (const { id: copied, purpose_sealed, asked_post, asked_organ, at } of await readExportLooks(
      deps.shell.pool,
      community,
      id,
    )) {
      const { post, organ } = seatTitles(deps, asked_post, asked_organ);
      const reason = openExport(deps, copied, 'purpose_sealed', purpose_sealed);
      rows.push({ at, post, organ, reason, what: 'registry-export', registry: communityTitle });
    }
    rows.push(
      ...looksBody(deps, looks).map((look) => ({
        at: look.at,
        post: look.post,
        organ: look.organ,
        reason: look.reason,
        what: `registry-${look.field}`,
        registry: communityTitle,
      })),
      ...changes
        .filter(({ person_id }) => person_id !== asker.person)
        .map(({ at, field }) => ({
          at,
          post: '',
          organ: communityTitle,
          reason: '',
          what: `registry-changed-${field}`,
          registry: communityTitle,
        })),
    );
  }
  return rows;
}
