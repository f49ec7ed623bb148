import { holdersOf, stampFor } from '@liren/core/engine/actors.ts';
import { isOnlyChild } from '@liren/core/engine/decide.ts';
import type { Definition, FieldType } from '@liren/core/engine/types.ts';
import { stopsOf } from '@liren/core/projections/stations.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type Asker, newGuestHandle } from './actor.ts';
import { limitOf } from './limit-of.ts';
import type { Community, Shell } from './shell.ts';

interface Deps {
  readonly directory: FullDirectory;
  readonly shell: Shell;
}

/** Where the asker may open it: for the whole community, or only for a grid of their own; undefined where they may not. */
function groundFor({ directory }: Deps, asker: Asker, community: Community, definition: Definition) {
  const { procedure, charter } = definition;
  if (isOnlyChild(procedure)) return undefined;
  const organs = directory.organsAround(community.id);
  const actor = {
    handle: newGuestHandle(),
    kind: asker.kind,
    posts: asker.kind === 'person' ? asker.posts : [],
  };
  // Whoever walks a grid opens from there what nobody opens for the whole community.
  const own = actor.posts.flatMap((post) => directory.findOrgan(post.organ)?.area ?? []);
  const grounds = own.filter((area) => directory.findCommunityOf(area)?.id === community.id);
  return [community.placeId, ...grounds].find((place) => {
    const where = { placePath: directory.pathTo(place), opener: actor.handle };
    return stampFor(actor, holdersOf(procedure.opens.by, where, charter, organs)) !== undefined;
  });
}

/** Everything that the asker may begin, in any community. */
export function openingsOf(deps: Deps, asker: Asker) {
  const { directory, shell } = deps;
  return directory.communities.flatMap((community) =>
    community.charter.procedures.flatMap((id) => {
      const definition = shell.definitions.current(community.charter, id, shell.now());
      // What is about another matter begins there.
      if (definition === undefined || definition.procedure.opens.about !== undefined) return [];
      const place = groundFor(deps, asker, community, definition);
      if (place === undefined) return [];
      const { procedure } = definition;
      return [
        {
          community: { id: community.id, title: community.title },
          procedure: { id: procedure.id, title: procedure.title },
          ...(place !== community.placeId && { place }),
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
    mayOpen: groundFor(deps, asker, community, definition) !== undefined,
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
