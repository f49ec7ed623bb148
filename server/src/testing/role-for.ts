import type { ActorRule, Definition } from '@liren/core/engine/types.ts';
import { seatOf } from './charter-street.ts';

/** Under which rules a matter runs, and the role of whoever began it. */
export interface Begun {
  readonly definition: Definition;
  readonly opener: string;
}

/**
 * A role of a charter's street that this rule means: somebody in a seat, or its first resident.
 * @param assignee the kind of organ that the matter was handed to
 */
export function roleFor(rule: ActorRule | undefined, { definition, opener }: Begun, assignee = ''): string {
  const { posts } = definition.charter;
  const sitting = (organ: string): string => {
    const [post] = Object.entries(posts).find(([, { in: kinds }]) => kinds.includes(organ)) ?? [];
    if (post === undefined) throw new Error(`${organ} has no post`);
    return seatOf(post, organ);
  };
  switch (rule?.who) {
    case 'post':
      return seatOf(rule.post, posts[rule.post]?.in[0] ?? '');
    case 'organ':
      return sitting(rule.organ);
    case 'assignee':
      return sitting(assignee);
    case 'any':
      return roleFor(rule.of[0], { definition, opener }, assignee);
    case 'opener':
      return opener;
    default:
      return 'resident-0';
  }
}
