import { record, text, texts } from '../../checker/plain.ts';
import { type Person, people } from './club.ts';
import { charter } from './sources.ts';

/** The kind of an organ, from the names that the club gives its organs. */
const kindOfOrgan = (organ: string): string => (organ === 'south-hut' ? 'hut' : organ);

/** Is this person one of those that the file names? Seats count where their organ serves the south field. */
export function isNamed(who: Person, named: unknown, opener: string, assignee: string | undefined): boolean {
  if (Array.isArray(named)) return named.some((each) => isNamed(who, each, opener, assignee));
  const { kind, posts } = people[who];
  if (named === 'anyone') return true;
  if (named === 'resident') return kind === 'person';
  if (named === 'opener') return who === opener;
  if (named === 'assignee') return posts.some(({ organ }) => organ === assignee);
  const name = typeof named === 'string' ? named : text(record(named)['post']);
  const homes = texts(record(record(record(charter)['posts'])[name])['in']);
  return posts.some(
    ({ post, organ }) => post === name && !organ.startsWith('other-') && homes.includes(kindOfOrgan(organ)),
  );
}
