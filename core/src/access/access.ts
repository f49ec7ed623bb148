import { mayAct } from '../engine/actors.ts';
import type {
  Actor,
  Audience,
  Charter,
  Facts,
  Matter,
  Organ,
  Post,
  Procedure,
  Right,
} from '../engine/types.ts';
import { askedInTurn } from '../steps/assign/assign.ts';

/** How much of a matter somebody sees; each level includes those before it. */
export type Sight = 'nothing' | 'public' | 'parties' | 'handlers';
const order: readonly Sight[] = ['nothing', 'public', 'parties', 'handlers'];

export const sees = (sight: Sight, audience: Audience): boolean =>
  order.indexOf(sight) >= order.indexOf(audience);

/** Organs that have this matter in hand: the assignee, those called in, and the one that called this matter in. */
const handling = (matter: Matter): readonly string[] => [
  ...(matter.assignee === undefined ? [] : [matter.assignee]),
  ...(matter.answerable === undefined ? [] : [matter.answerable]),
  ...(matter.parentAssignee === undefined ? [] : [matter.parentAssignee]),
  ...matter.children.flatMap((child) => (child.organ === undefined ? [] : [child.organ])),
];

function postSees(post: Post, matter: Matter, charter: Charter, organs: readonly Organ[]): boolean {
  if (handling(matter).includes(post.organ)) return true;
  if (charter.posts[post.post]?.sees !== 'area') return false;
  const organ = organs.find((each) => each.id === post.organ);
  return organ !== undefined && matter.placePath.some((place) => place.id === organ.area);
}

/** What residents may open is its opener's, even inside another matter: a proposal is. */
function isForAnybody({ opens }: Pick<Procedure, 'opens'>): boolean {
  const rules = opens.by.who === 'any' ? opens.by.of : [opens.by];
  return rules.some(({ who }) => who === 'resident' || who === 'anyone');
}

/** Whoever must act from a seat now reads what it is about: nobody does well what they may not see. */
function isTheirTurn(
  matter: Matter,
  { charter, procedure }: { readonly charter: Charter; readonly procedure: Procedure },
  facts: Pick<Facts, 'actor' | 'organs'>,
): boolean {
  const { stage } = matter;
  if (stage.status !== 'open') return false;
  const { by, kind } = procedure.steps[stage.visit.step] ?? {};
  // An assignment asks one after the other: see below.
  return by !== undefined && kind !== 'assign' && mayAct(by, matter, charter, facts)?.organ !== undefined;
}

/**
 * What the actor may see of a matter (invariant 8). Handlers are the organs that have it in hand, whose turn it is, those
 * who are asked in turn to take it on, and posts that the charter lets see their whole area; the opener sees what was said to them; the public sees the
 * record without personal words where the procedure is public.
 */
export function sightOf(
  matter: Matter,
  { charter, procedure }: { readonly charter: Charter; readonly procedure: Procedure },
  facts: Pick<Facts, 'actor' | 'organs'>,
): Sight {
  const { actor, organs } = facts;
  if (actor.posts.some((post) => postSees(post, matter, charter, organs))) return 'handlers';
  if (isTheirTurn(matter, { charter, procedure }, facts)) return 'handlers';
  const asked = askedInTurn(procedure, matter);
  if (asked !== undefined && mayAct(asked, matter, charter, facts) !== undefined) return 'handlers';
  // A child matter that was called for was opened from a seat: without the seat nothing of it is one's own.
  const own = actor.handle === matter.opener && (matter.parent === undefined || isForAnybody(procedure));
  if (actor.kind === 'person' && own) return 'parties';
  return procedure.publicity === 'public' ? 'public' : 'nothing';
}

/** Organs from which the actor holds the right. */
export const organsWithRight = (
  actor: Pick<Actor, 'posts'>,
  right: Right,
  charter: Charter,
): readonly string[] =>
  actor.posts
    .filter((post) => charter.posts[post.post]?.rights.includes(right) === true)
    .map((post) => post.organ);

export const hasRight = (actor: Pick<Actor, 'posts'>, right: Right, charter: Charter): boolean =>
  organsWithRight(actor, right, charter).length > 0;
