import type { Handle, OrganId } from '../basics/ids.ts';
import type { Actor, ActorRule, ActorStamp, Charter, Facts, Matter, Organ, Post } from './types.ts';

/** Who may act, resolved against the organs that serve the matter's place. */
export type Holder =
  | { readonly organ: OrganId; readonly post?: string }
  | { readonly handle: Handle }
  | { readonly everyone: 'resident' | 'anyone' };

type Where = Pick<Matter, 'placePath' | 'assignee' | 'opener'> & { readonly parentAssignee?: OrganId };

const serves = (organ: Organ, where: Where): boolean =>
  where.placePath.length === 0 || where.placePath.some((place) => place.id === organ.area);

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
      return organs.filter((o) => o.kind === rule.organ && serves(o, where)).map((o) => ({ organ: o.id }));
    case 'post': {
      const kinds = charter.posts[rule.post]?.in ?? [];
      return organs
        .filter((o) => kinds.includes(o.kind) && serves(o, where))
        .filter((o) => rule.in === undefined || charter.organs[o.kind]?.level === rule.in)
        .map((o) => ({ organ: o.id, post: rule.post }));
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
