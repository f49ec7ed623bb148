import type { Handle, OrganId } from '../basics/ids.ts';
import type { Actor, ActorRule, ActorStamp, Charter, Facts, Matter, Organ, Post } from './types.ts';

/** Who may act, resolved against the organs that serve the matter's place. */
export type Holder =
  | { readonly organ: OrganId; readonly post?: string }
  | { readonly handle: Handle }
  | { readonly everyone: 'resident' | 'anyone' };

/** The parts of a matter that a rule may look at; a matter that is only being opened has few of them. */
interface Where extends Pick<Matter, 'placePath' | 'opener'> {
  readonly assignee?: OrganId | undefined;
  readonly parentAssignee?: OrganId | undefined;
}

function serves(organ: Organ, { placePath }: Where): boolean {
  for (const place of placePath) if (place.id === organ.area) return true;
  return placePath.length === 0;
}

/** A loop, because every command asks who may act. */
function seatsIn(
  organs: readonly Organ[],
  where: Where,
  isNamed: (organ: Organ) => boolean,
  post?: string,
): readonly Holder[] {
  const seats: Holder[] = [];
  for (const organ of organs)
    if (isNamed(organ) && serves(organ, where))
      seats.push(post === undefined ? { organ: organ.id } : { organ: organ.id, post });
  return seats;
}

/** Every seat or person that the rule names for this matter; empty when the place has no such organ. */
export function holdersOf(
  rule: ActorRule,
  where: Where,
  charter: Charter,
  organs: readonly Organ[],
): readonly Holder[] {
  switch (rule.who) {
    case 'anyone':
    case 'resident':
      return [{ everyone: rule.who }];
    case 'opener':
      return [{ handle: where.opener }];
    case 'assignee':
      return where.assignee === undefined ? [] : [{ organ: where.assignee }];
    case 'parent-assignee':
      return where.parentAssignee === undefined ? [] : [{ organ: where.parentAssignee }];
    case 'system':
      return [];
    case 'organ':
      return seatsIn(organs, where, ({ kind }) => kind === rule.organ);
    case 'post': {
      const { post, in: level } = rule;
      const kinds = charter.posts[post]?.in ?? [];
      return seatsIn(
        organs,
        where,
        ({ kind }) => kinds.includes(kind) && (level === undefined || charter.organs[kind]?.level === level),
        post,
      );
    }
    case 'any':
      return rule.of.flatMap((each) => holdersOf(each, where, charter, organs));
  }
}

const postFits = (post: Post, holder: Holder): boolean =>
  'organ' in holder &&
  post.organ === holder.organ &&
  (holder.post === undefined || holder.post === post.post);

/** How the actor would stand in the record if one of the holders is theirs; undefined when none is. */
export function stampFor(actor: Actor, holders: readonly Holder[]): ActorStamp | undefined {
  for (const holder of holders) {
    if ('handle' in holder && holder.handle === actor.handle) return { handle: actor.handle };
    if ('everyone' in holder && (holder.everyone === 'anyone' || actor.kind === 'person'))
      return { handle: actor.handle };
    const post = actor.posts.find((each) => postFits(each, holder));
    if (post !== undefined) return { handle: actor.handle, post: post.post, organ: post.organ };
  }
  return undefined;
}

/** The stamp under which the actor may act by this rule on this matter. */
export const mayAct = (
  rule: ActorRule,
  matter: Where,
  charter: Charter,
  facts: Pick<Facts, 'actor' | 'organs'>,
): ActorStamp | undefined => stampFor(facts.actor, holdersOf(rule, matter, charter, facts.organs));
