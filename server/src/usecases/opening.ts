import type { Handle } from '@liren/core/basics/ids.ts';
import { holdersOf, stampFor } from '@liren/core/engine/actors.ts';
import { isOnlyChild } from '@liren/core/engine/decide.ts';
import type { ActorRule, Definition, FieldType } from '@liren/core/engine/types.ts';
import { stopsOf } from '@liren/core/projections/stations.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type Asker, newGuestHandle } from './actor.ts';
import { limitOf } from './limit-of.ts';
import type { Community, Shell } from './shell.ts';

interface Deps {
  readonly directory: FullDirectory;
  readonly shell: Shell;
}

interface Ground {
  readonly directory: FullDirectory;
  readonly community: Community;
  readonly definition: Definition;
}
/** Whom the rule names, if it is opened at this place. */
function namedAt(
  { directory, community, definition }: Ground,
  place: string,
  rule: ActorRule,
  opener: Handle,
) {
  const where = { placePath: directory.pathTo(place), opener };
  return holdersOf(rule, where, definition.charter, directory.organsAround(community.id));
}

/** Places inside the community where some organ sits: only there do others decide than for the whole. */
function seatsIn(directory: FullDirectory, { id, placeId }: Community): readonly string[] {
  const areas = new Set<string>(directory.organsAround(id).map(({ area }) => area));
  return [...areas].filter((area) => area !== placeId && directory.findCommunityOf(area)?.id === id);
}

/** Where the asker may open it: the whole community first, then the places in it. */
function groundsFor(deps: Deps, asker: Asker, ground: Ground): readonly string[] {
  const { community, definition } = ground;
  const { procedure } = definition;
  if (isOnlyChild(procedure)) return [];
  const posts = asker.kind === 'person' ? asker.posts : [];
  const actor = { handle: newGuestHandle(), kind: asker.kind, posts };
  return [community.placeId, ...seatsIn(deps.directory, community)].filter(
    (place) => stampFor(actor, namedAt(ground, place, procedure.opens.by, actor.handle)) !== undefined,
  );
}

/** Whether somebody there is waited for by every step; whoever is found on the way is not known yet. */
function isManned(ground: Ground, place: string): boolean {
  const found = (rule: ActorRule): boolean =>
    rule.who === 'any'
      ? rule.of.some(found)
      : (rule.who !== 'organ' && rule.who !== 'post') ||
        namedAt(ground, place, rule, newGuestHandle()).length > 0;
  const { procedure } = ground.definition;
  return Object.values(procedure.steps).every(({ by }) => by === undefined || found(by));
}

/** Everything that the asker may begin, in any community. */
export function openingsOf(deps: Deps, asker: Asker) {
  const { directory, shell } = deps;
  return directory.communities.flatMap((community) =>
    community.charter.procedures.flatMap((id) => {
      const definition = shell.definitions.current(community.charter, id, shell.now());
      // What is about another matter begins there.
      if (definition === undefined || definition.procedure.opens.about !== undefined) return [];
      const ground = { directory, community, definition };
      const places = groundsFor(deps, asker, ground).filter((place) => isManned(ground, place));
      if (places.length === 0) return [];
      const { procedure } = definition;
      return [
        {
          community: { id: community.id, title: community.title },
          procedure: { id: procedure.id, title: procedure.title },
          ...(places[0] !== community.placeId && {
            places: places.map((place) => ({ id: place, title: directory.findPlace(place)?.title ?? place })),
          }),
        },
      ];
    }),
  );
}

/** What one needs to begin: the form, the degrees of urgency, what will happen, and whether the asker may. */
export function openingOf(deps: Deps, asker: Asker, community: Community, definition: Definition) {
  const { procedure } = definition;
  const organs = deps.directory.organsAround(community.id);
  return {
    procedure: { id: procedure.id, title: procedure.title },
    form: procedure.opens.form,
    grades: procedure.grades,
    byUrgency: Object.values(procedure.steps).some(
      ({ limit }) => limit !== undefined && 'by' in limit && limit.by === 'urgency',
    ),
    promise: stopsOf(definition, undefined, { organs }).map((stop) => {
      const limit = limitOf(procedure.steps[stop.id]?.limit, { urgency: 'normal' });
      return { title: stop.title, who: [...stop.who], ...(limit !== undefined && { limit }) };
    }),
    mayOpen: groundsFor(deps, asker, { directory: deps.directory, community, definition }).length > 0,
  };
}

/** Answered from a list that only the office has. */
const asksTheOffice: ReadonlySet<FieldType> = new Set(['organ', 'organs', 'matter', 'matters', 'figures']);

/**
 * Every procedure that the asker may begin there without a network: its form asks for nothing that the phone lacks, and
 * what may be left out is left out.
 */
export function openedOffline(deps: Deps, asker: Asker, community: Community) {
  const { shell } = deps;
  return community.charter.procedures.flatMap((id) => {
    const definition = shell.definitions.current(community.charter, id, shell.now());
    if (definition === undefined || definition.procedure.opens.about !== undefined) return [];
    const opening = openingOf(deps, asker, community, definition);
    const form = opening.form.filter(({ type, required }) => required || !asksTheOffice.has(type));
    const isWhole = form.every(({ type }) => !asksTheOffice.has(type));
    return opening.mayOpen && isWhole ? [{ ...opening, form }] : [];
  });
}
