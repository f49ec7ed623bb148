import type { PeopleDeps } from '../../signin/people.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Asker } from '../actor.ts';
import type { RegistryDeps } from '../import-residents.ts';
import { ownerKeys } from '../own-homes.ts';
import { findOwnRecords } from '../own-registry.ts';
import { phoneKey } from './phone-key.ts';

export type VoterDeps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;

/** By what somebody may be found on rolls of a community. */
export interface Voter {
  readonly keys: readonly string[];
  /** The mark under which they hold authorities to vote for others. */
  readonly holder: string | undefined;
  /** The telephone fits a record that this session has not yet proven to be its own. */
  readonly needsProof: boolean;
}

/** The seat, the resident, and whatever the resident owns: what one person may vote as, in any community. */
export async function voterIn(
  deps: VoterDeps,
  asker: Person,
  within?: string,
): Promise<(community: string) => Voter> {
  const own = await findOwnRecords(deps, asker, within);
  const { residents, locked, person } = own;
  const phone = person?.phone;
  const owners = ownerKeys(deps, own);
  return (community) => ({
    keys: [
      `person:${asker.person}`,
      ...(phone === undefined ? [] : [phoneKey(deps.shell, community, phone)]),
      ...residents.flatMap(({ community_id, id }) => (community_id === community ? `resident:${id}` : [])),
      ...owners.flatMap((owner) => (owner.community === community ? `owner:${owner.mark}` : [])),
    ],
    holder:
      person?.kind === 'resident' && phone !== undefined ? markOfPhone(deps, community, phone) : undefined,
    needsProof: locked.some(({ community_id }) => community_id === community),
  });
}
export const voterOf = async (deps: VoterDeps, asker: Person, community: string): Promise<Voter> =>
  (await voterIn(deps, asker, community))(community);

export const markOfPhone = ({ registry }: VoterDeps, community: string, phone: string): string =>
  registry.ownerMark(community, `proxy ${phone}`);

export interface OwnEntry {
  readonly id: string;
  readonly no: number;
  readonly label_sealed: string;
  readonly recused: boolean;
  readonly as: 'self' | 'proxy';
  /** 共有: how many owners this line has; the first of them to vote has voted for all. */
  readonly owners: number;
}
/** The lines of the roll that are the asker's own, and those of others who gave them a written authority. */
export async function findOwnEntries(
  client: Queryable,
  community: string,
  poll: string,
  { keys, holder }: Pick<Voter, 'keys' | 'holder'>,
): Promise<readonly OwnEntry[]> {
  const { rows } = await client.query<OwnEntry>({
    name: 'own-entries',
    text: `SELECT e.id, e.no, e.label_sealed, e.recused, CASE WHEN k.own THEN 'self' ELSE 'proxy' END AS "as",
       (SELECT count(*)::int FROM roll_key o WHERE o.community_id = $1 AND o.poll_id = $2::uuid AND o.entry_id = e.id
          AND starts_with(o.key, 'owner:')) AS owners
     FROM (
       SELECT entry_id, bool_or(own) AS own FROM (
         SELECT entry_id, true AS own FROM roll_key WHERE community_id = $1 AND poll_id = $2::uuid AND key = ANY($3)
         UNION ALL
         SELECT entry_id, false FROM authority WHERE community_id = $1 AND poll_id = $2::uuid AND holder_mark = $4
       ) f GROUP BY entry_id
     ) k JOIN roll_entry e ON e.community_id = $1 AND e.poll_id = $2::uuid AND e.id = k.entry_id ORDER BY e.no`,
    values: [community, poll, keys, holder ?? null],
  });
  return rows;
}
