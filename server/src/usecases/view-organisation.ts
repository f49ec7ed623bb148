import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { plainWidth } from '@liren/core/registry/plain-width.ts';
import { maskName, maskPhone } from '../adapters/crypto/mask.ts';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import {
  type ContactField,
  type HeldOrganisation,
  openContact,
  organisationChangePlace,
} from '../store/organisations.ts';
import {
  addOrganisationLook,
  findOrganisation,
  type OrganisationChangeColumns,
  type OrganisationLook,
  readOrganisationChanges,
  readOrganisationLooks,
  searchOrganisations,
} from '../store/read-organisations.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { kindTitle, organisationChoices } from './organisation-frame.ts';
import { keepsRegistry, type RegistryArea, registryAreas, widestAreas } from './registry-area.ts';
import { charterOf } from './scope.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = RegistryDeps & { readonly people: PeopleDeps };
export interface OrganisationKey {
  readonly community: string;
  readonly id: string;
}

const masks: Readonly<Record<ContactField, (text: string) => string>> = {
  contact: maskName,
  phone: maskPhone,
};
const masked = ({ shell }: RegistryDeps, row: HeldOrganisation, field: ContactField) => {
  const sealed = row[`${field}_sealed`];
  return sealed === null ? undefined : masks[field](openContact(shell.sealer, row.id, field, sealed));
};

/** An organisation as a list shows it: whom to call there masked. */
export function organisationLine(deps: RegistryDeps, community: string, row: HeldOrganisation) {
  const found = deps.directory.findCommunity(community);
  const grid = deps.directory.findPlace(row.grid_id);
  const [contact, phone] = [masked(deps, row, 'contact'), masked(deps, row, 'phone')];
  return {
    community,
    communityTitle: found?.title ?? '',
    id: row.id,
    kind: { id: row.kind, title: kindTitle(found?.charter.organisations ?? [], row.kind) },
    name: row.name,
    address: row.address,
    ...(row.credit_code !== null && { code: row.credit_code }),
    ...(grid?.level === 'grid' && { grid: { id: grid.id, title: grid.title } }),
    ...(contact !== undefined && { contact }),
    ...(phone !== undefined && { phone }),
    ...(row.qualification !== null && { qualification: row.qualification }),
    ...(row.qualified_until !== null && { qualifiedUntil: row.qualified_until }),
    ...(row.closed_on !== null && { closedOn: row.closed_on }),
  };
}
export type OrganisationLine = ReturnType<typeof organisationLine>;

const pageRows = 50;

export interface OrganisationQuery {
  readonly word: string;
  readonly kind?: string | undefined;
  readonly grid?: string | undefined;
  readonly closed: boolean;
}
/** Organisations in the communities that the asker's seats open, one community after the other. */
export async function listOrganisations(
  deps: RegistryDeps,
  areas: readonly RegistryArea[],
  { word, kind, grid, closed }: OrganisationQuery,
  after: OrganisationKey | undefined,
): Promise<{ readonly rows: readonly OrganisationLine[]; readonly last: OrganisationLine | undefined }> {
  const rows: OrganisationLine[] = [];
  for (const { community, grids } of widestAreas(areas)) {
    if (after !== undefined && community < after.community) continue;
    const found = await searchOrganisations(deps.shell.pool, {
      community,
      grids: grid === undefined ? grids : [grid].filter((id) => grids === undefined || grids.includes(id)),
      word: plainWidth(word).replaceAll(' ', ''),
      kind,
      closed,
      after: after?.community === community ? after.id : undefined,
      limit: pageRows + 1 - rows.length,
    });
    rows.push(...found.map((row) => organisationLine(deps, community, row)));
    if (rows.length > pageRows) break;
  }
  const page = rows.slice(0, pageRows);
  return { rows: page, last: rows.length > pageRows ? page.at(-1) : undefined };
}

/** What may be chosen where: kinds and grids of each community, and whether the asker keeps all of it. */
export const organisationAreas = (
  { directory }: RegistryDeps,
  asker: Person,
  areas: readonly RegistryArea[],
) =>
  widestAreas(areas).flatMap(({ community, grids: own }) => {
    const { kinds, grids } = organisationChoices(directory, community);
    if (kinds.length === 0) return [];
    return {
      community,
      title: directory.findCommunity(community)?.title ?? '',
      mayChange: keepsRegistry(directory, asker, community),
      kinds: [...kinds],
      grids: grids
        .filter(({ id }) => own === undefined || own.includes(id))
        .map(({ id, title }) => ({ id, title })),
    };
  });

async function findIn(
  { shell }: RegistryDeps,
  areas: readonly RegistryArea[],
  { community, id }: OrganisationKey,
): Promise<{ readonly area: RegistryArea; readonly row: HeldOrganisation } | undefined> {
  for (const area of areas.filter((each) => each.community === community)) {
    const row = await findOrganisation(shell.pool, community, id, area.grids);
    if (row !== undefined) return { area, row };
  }
  return undefined;
}
const revealAreas = ({ directory }: RegistryDeps, asker: Person) =>
  registryAreas(directory, asker, ['registry', 'see-contact']);

/** An organisation with where each value came from, and who had a contact shown; contacts masked. */
export async function readOrganisationPage(deps: Deps, asker: Person, key: OrganisationKey) {
  const found = await findIn(deps, registryAreas(deps.directory, asker), key);
  if (found === undefined) return undefined;
  const { pool } = deps.shell;
  const changes = await readOrganisationChanges(pool, key.community, key.id);
  const looks = await readOrganisationLooks(pool, key.community, key.id);
  const names = await findNames(deps.people, [
    ...changes.flatMap(({ person_id }) => person_id ?? []),
    ...looks.map(({ person_id }) => person_id),
  ]);
  const isOpen = found.row.closed_on === null;
  return {
    ...organisationLine(deps, key.community, found.row),
    version: found.row.version,
    mayReveal: isOpen && (await findIn(deps, revealAreas(deps, asker), key)) !== undefined,
    mayChange: isOpen && keepsRegistry(deps.directory, asker, key.community),
    changes: changes.map((change) => changeLine(deps, key.community, change, names)),
    looks: looks.map((look) => lookLine(deps, look, names)),
  };
}

function changeLine(
  { shell, directory }: Deps,
  community: string,
  { id, field, former_sealed, source, person_id, at }: OrganisationChangeColumns,
  names: ReadonlyMap<string, string>,
) {
  const opened =
    former_sealed === null ? undefined : shell.sealer.open(organisationChangePlace(id), former_sealed);
  if (opened?.ok === false)
    throw new Error(`the former value of change ${id} does not open: ${opened.error}`);
  const former = opened?.value;
  const say = (text: string): string => {
    if (field === 'contact' || field === 'phone') return masks[field](text);
    if (field === 'grid') return directory.findPlace(text)?.title ?? text;
    if (field !== 'kind') return text;
    return kindTitle(directory.findCommunity(community)?.charter.organisations ?? [], text);
  };
  return {
    field,
    source,
    at,
    ...(former !== undefined && { former: say(former) }),
    ...(person_id !== null && { by: names.get(person_id) ?? '' }),
  };
}

export const organisationReasonPlace = (id: string): SealedPlace => ({
  table: 'organisation_look',
  row: id,
  column: 'reason_sealed',
});
function lookLine({ shell, directory }: Deps, look: OrganisationLook, names: ReadonlyMap<string, string>) {
  const reason = shell.sealer.open(organisationReasonPlace(look.id), look.reason_sealed);
  if (!reason.ok) throw new Error(`the reason of look ${look.id} does not open: ${reason.error}`);
  const organ = directory.findOrgan(look.organ_id);
  const post = organ && charterOf(directory, { post: look.post, organ: organ.id })?.posts[look.post];
  return {
    field: look.field,
    reason: reason.value,
    at: look.at,
    by: names.get(look.person_id) ?? '',
    organ: organ?.title ?? '',
    post: post?.title ?? '',
  };
}

/** Shows a contact whole to a seat that keeps this registry, may see numbers, and says why. The look is kept first. */
export async function revealContact(
  deps: Deps,
  asker: Person,
  wish: OrganisationKey & { readonly field: ContactField; readonly reason: string },
): Promise<Result<string, 'not-found' | 'not-allowed'>> {
  if ((await findIn(deps, registryAreas(deps.directory, asker), wish)) === undefined) return err('not-found');
  const opened = await findIn(deps, revealAreas(deps, asker), wish);
  if (opened === undefined) return err('not-allowed');
  const { area, row } = opened;
  const sealed = row[`${wish.field}_sealed`];
  if (sealed === null) return err('not-found');
  const id = randomUUID();
  await addOrganisationLook(deps.shell.pool, wish.community, {
    id,
    organisation_id: wish.id,
    field: wish.field,
    reason_sealed: deps.shell.sealer.seal(organisationReasonPlace(id), wish.reason),
    person_id: asker.person,
    post: area.post.post,
    organ_id: area.post.organ,
    at: deps.shell.now(),
  });
  return ok(openContact(deps.shell.sealer, wish.id, wish.field, sealed));
}
