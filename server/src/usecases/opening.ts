import { holdersOf, stampFor } from '@liren/core/engine/actors.ts';
import { isOnlyChild } from '@liren/core/engine/decide.ts';
import type { ActorRule, Definition, FieldType, Organ } from '@liren/core/engine/types.ts';
import { stopsOf } from '@liren/core/projections/stations.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type Asker, newGuestHandle } from './actor.ts';
import { limitOf } from './limit-of.ts';
import type { Community, Shell } from './shell.ts';

interface Deps {
  readonly directory: FullDirectory;
  readonly shell: Shell;
}

/** Whoever opens something is its opener; who that is does not matter before it is opened. */
const opener = newGuestHandle();

/** A place where something may begin, and the organs that serve it. */
interface Ground {
  readonly place: string;
  readonly path: ReturnType<FullDirectory['pathTo']>;
  readonly organs: readonly Organ[];
}
/**
 * The whole community first, then the places inside it where some organ sits: only there do others decide than for the
 * whole. Who sits where is sorted once: a district asks for it in a hundred communities, at each of their places.
 */
function groundsOf(directory: FullDirectory): (community: Community) => readonly Ground[] {
  const sitting = new Map<string, Organ[]>();
  for (const organ of directory.organs) {
    const there = sitting.get(organ.area);
    if (there === undefined) sitting.set(organ.area, [organ]);
    else there.push(organ);
  }
  const inside = new Map<string, string[]>();
  for (const area of sitting.keys()) {
    const community = directory.findCommunityOf(area);
    if (community === undefined || community.placeId === area) continue;
    inside.set(community.id, [...(inside.get(community.id) ?? []), area]);
  }
  return ({ id, placeId }) =>
    [placeId, ...(inside.get(id) ?? [])].map((place) => {
      const path = directory.pathTo(place);
      return { place, path, organs: path.flatMap((at) => sitting.get(at.id) ?? []) };
    });
}

/** Whether the asker may open it there. */
function mayBegin(asker: Asker, { procedure, charter }: Definition, { path, organs }: Ground): boolean {
  if (isOnlyChild(procedure)) return false;
  const posts = asker.kind === 'person' ? asker.posts : [];
  const holders = holdersOf(procedure.opens.by, { placePath: path, opener }, charter, organs);
  return stampFor({ handle: opener, kind: asker.kind, posts }, holders) !== undefined;
}

/** Whether somebody there is waited for by every step; whoever is found on the way is not known yet. */
function isManned({ procedure, charter }: Definition, { path, organs }: Ground): boolean {
  const where = { placePath: path, opener };
  const found = (rule: ActorRule): boolean =>
    rule.who === 'any'
      ? rule.of.some(found)
      : (rule.who !== 'organ' && rule.who !== 'post') || holdersOf(rule, where, charter, organs).length > 0;
  return Object.values(procedure.steps).every(({ by }) => by === undefined || found(by));
}

/** Everything that the asker may begin, in any community. */
export function openingsOf(deps: Deps, asker: Asker) {
  const { directory, shell } = deps;
  const groundsIn = groundsOf(directory);
  return directory.communities.flatMap((community) => {
    const grounds = groundsIn(community);
    return community.charter.procedures.flatMap((id) => {
      const definition = shell.definitions.current(community.charter, id, shell.now());
      // What is about another matter begins there.
      if (definition === undefined || definition.procedure.opens.about !== undefined) return [];
      const places = grounds
        .filter((ground) => mayBegin(asker, definition, ground) && isManned(definition, ground))
        .map(({ place }) => place);
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
    });
  });
}

/** What one needs to begin: the form, the degrees of urgency, what will happen, and whether the asker may. */
export function openingOf(
  deps: Deps,
  asker: Asker,
  community: Community,
  definition: Definition,
  grounds = groundsOf(deps.directory)(community),
) {
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
    mayOpen: grounds.some((ground) => mayBegin(asker, definition, ground)),
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
  const grounds = groundsOf(deps.directory)(community);
  return community.charter.procedures.flatMap((id) => {
    const definition = shell.definitions.current(community.charter, id, shell.now());
    if (definition === undefined || definition.procedure.opens.about !== undefined) return [];
    const opening = openingOf(deps, asker, community, definition, grounds);
    const form = opening.form.filter(({ type, required }) => required || !asksTheOffice.has(type));
    const isWhole = form.every(({ type }) => !asksTheOffice.has(type));
    return opening.mayOpen && isWhole ? [{ ...opening, form }] : [];
  });
}
