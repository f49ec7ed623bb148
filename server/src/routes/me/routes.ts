import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { findPerson } from '../../signin/people.ts';
import { countUnread } from '../../store/messages.ts';
import type { Asker } from '../../usecases/actor.ts';
import { audiencesFor } from '../../usecases/audiences.ts';
import { fieldworkSeats } from '../../usecases/fieldwork-seats.ts';
import { charterOf, communitiesIn, rightsOf } from '../../usecases/scope.ts';
import { MeBody } from '../contract.ts';

/** Who is signed in and what their posts let them do; guests get the street and its communities. */
export function meRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/me',
    { schema: { tags: ['me'], summary: '我是谁 / Who am I', response: { 200: MeBody } } },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      const { directory } = deps;
      const [first] = directory.communities;
      const street = first === undefined ? undefined : directory.findPlace(first.streetId);
      return reply.send(
        asBody<z.infer<typeof MeBody>>({
          ...(await personOf(deps, asker)),
          posts: asker.kind === 'person' ? asker.posts.flatMap((post) => postLine(deps, post)) : [],
          rights: rightsOf(directory, asker),
          rounds: fieldworkSeats(deps, asker).length > 0,
          demo: deps.mode === 'demo',
          street: { id: street?.id ?? '', title: street?.title ?? '' },
          communities: directory.communities
            .filter((each) => each.placeId !== each.streetId)
            .map(({ id, title, placeId }) => ({ id, title, place: placeId })),
          unread: await unreadOf(deps, asker),
        }),
      );
    },
  );
}

async function personOf({ people }: Deps, asker: Asker) {
  if (asker.kind !== 'person') return {};
  const person = await findPerson(people, asker.person);
  return person === undefined
    ? {}
    : { person: { id: person.id, name: person.name ?? '', kind: person.kind } };
}

function postLine(deps: Deps, post: Extract<Asker, { kind: 'person' }>['posts'][number]) {
  const { directory } = deps;
  const described = charterOf(directory, post)?.posts[post.post];
  const organ = directory.findOrgan(post.organ);
  if (described === undefined || organ === undefined) return [];
  return [
    {
      post: post.post,
      title: described.title,
      organ: { id: organ.id, title: organ.title },
      rights: described.rights,
      sees: described.sees,
      communities: communitiesIn(directory, organ.area),
      ...groundOf(deps, organ.area),
    },
  ];
}

/** Whose area is a community or a grid of it works there; whoever serves the street has no such ground. */
function groundOf({ directory }: Deps, area: string) {
  const level = directory.findPlace(area)?.level;
  const community = level === 'community' || level === 'grid' ? directory.findCommunityOf(area) : undefined;
  return community === undefined
    ? {}
    : { ground: { community: community.id, ...(level === 'grid' && { grid: area }) } };
}

async function unreadOf({ shell }: Deps, asker: Asker): Promise<number> {
  if (asker.kind !== 'person') return 0;
  return countUnread(shell.pool, await audiencesFor(shell, asker));
}
