import { type Instant, personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { readHolders, readPosts } from '../store/posts.ts';
import { askExport, type ExportDeps, listExports } from '../usecases/registry-exports.ts';

/** One export that waits for the leader; asking again adds none. */
export async function askForExport(deps: ExportDeps, until: Instant): Promise<void> {
  const { pool } = deps.shell;
  const on = civilDateOf(until);
  const [worker] = (await readHolders(pool, 'community-worker', ['community-zaohua'], on)).keys();
  if (worker === undefined) return;
  const person = personId(worker);
  const asker = { kind: 'person' as const, person, posts: await readPosts(pool, person, on) };
  if ((await listExports(deps, asker)).length > 0) return;
  const grid = deps.directory.places.find(
    ({ id, level }) => level === 'grid' && deps.directory.findCommunityOf(id)?.id === 'zaohua',
  );
  unwrap(
    await askExport(deps, asker, {
      community: 'zaohua',
      grids: grid === undefined ? [] : [grid.id],
      columns: ['relation', 'bornYear', 'phone'],
      whole: ['phone'],
      purpose: '社区卫生站上门给老人体检，打电话约时间',
    }),
  );
}
