import { calledNow } from '@liren/core/registry/address-names.ts';
import type { OrganisationKind } from '@liren/core/registry/organisation.ts';
import { loadOrganisationMapping, type OrganisationMapping } from '../import/organisation-mapping.ts';
import type { OrganisationContext, ReadOrganisation } from '../import/read-organisation.ts';
import { readAddressNames } from '../store/buildings.ts';
import type { FullDirectory } from '../store/directory.ts';
import { gridsOfBuildings, type OrganisationValues, organisationPlace } from '../store/organisations.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Shell } from './shell.ts';

/** The grids of a community in which something may lie: not those that only hold grids. */
const gridsFor = (directory: FullDirectory, placeId: string) =>
  directory.places.filter(
    ({ id, level, gridKind }) =>
      level === 'grid' &&
      gridKind !== 'general' &&
      directory.pathTo(id).some((place) => place.id === placeId),
  );

export interface OrganisationFrame extends OrganisationContext {
  readonly community: string;
  /** The place that stands for a grid while nobody can tell one. */
  readonly undrawn: string;
  readonly mapping: OrganisationMapping;
}

/** What may be chosen for an organisation of this community: kinds, none where its charter keeps none, and grids. */
export function organisationChoices(directory: FullDirectory, community: string) {
  const found = directory.findCommunity(community);
  return {
    kinds: found?.charter.organisations ?? [],
    grids: found === undefined ? [] : gridsFor(directory, found.placeId),
  };
}

/** What organisations of this community are read against; undefined where its charter keeps none. */
export async function organisationFrame(
  client: Queryable,
  directory: FullDirectory,
  community: string,
): Promise<OrganisationFrame | undefined> {
  const found = directory.findCommunity(community);
  const { kinds, grids } = organisationChoices(directory, community);
  if (found === undefined || kinds.length === 0) return undefined;
  const mapping = loadOrganisationMapping(kinds);
  return {
    community,
    undrawn: found.placeId,
    mapping,
    kinds,
    kindOf: mapping.kindOf,
    grids,
    areas: directory.pathTo(found.placeId).map(({ title }) => title),
    called: calledNow(await readAddressNames(client, community)),
  };
}

export const kindTitle = (kinds: readonly OrganisationKind[], id: string): string =>
  kinds.find((kind) => kind.id === id)?.title ?? id;

/** The grid of each: the one that is told, or where all homes of its building lie, or none that is drawn. */
export async function gridsOf(
  client: Queryable,
  { community, undrawn }: OrganisationFrame,
  rows: readonly ReadOrganisation[],
): Promise<(row: ReadOrganisation) => string> {
  const blocks = rows.flatMap(({ grid, block }) => (grid === undefined ? (block ?? []) : []));
  const known = blocks.length === 0 ? undefined : await gridsOfBuildings(client, community, blocks);
  return ({ grid, block }) =>
    grid ?? (block && known?.get(`${block.compound}|${block.building}|${block.unit}`)) ?? undrawn;
}

/** An organisation as its row holds it: whom to call there sealed. */
export function organisationValues(
  { sealer }: Shell,
  id: string,
  read: ReadOrganisation,
): OrganisationValues {
  const seal = (field: 'contact' | 'phone') => {
    const text = read[field];
    return text === undefined ? null : sealer.seal(organisationPlace(id, field), text);
  };
  return {
    kind: read.kind,
    name: read.name,
    credit_code: read.code ?? null,
    address: read.address,
    key: read.key,
    compound: read.block?.compound ?? null,
    building: read.block?.building ?? null,
    unit: read.block?.unit ?? null,
    contact_sealed: seal('contact'),
    phone_sealed: seal('phone'),
    qualification: read.qualification ?? null,
    qualified_until: read.qualifiedUntil ?? null,
  };
}
