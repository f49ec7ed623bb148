import { audiencesOfPosts } from '@liren/core/projections/tasks.ts';
import { readOwnHandles } from '../store/messages.ts';
import type { Asker } from './actor.ts';
import type { Shell } from './shell.ts';

/** The keys under which tasks and messages wait for the asker. */
export async function audiencesFor(
  { pool }: Pick<Shell, 'pool'>,
  asker: Extract<Asker, { kind: 'person' }>,
): Promise<readonly string[]> {
  const handles = await readOwnHandles(pool, asker.person);
  return [...audiencesOfPosts(asker.posts), ...handles.map((handle) => `handle:${handle}`)];
}
