import type { Matter } from '@liren/core/engine/types.ts';
import { readSealed } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { audiencesSeen, findSeen } from './seen.ts';

/** Child matters with what each organ reported, joined into the parent. */
export async function readChildren(deps: LineDeps, asker: Asker, matter: Matter) {
  return Promise.all(
    matter.children.map(async (child) => {
      const organ = child.organ === undefined ? undefined : deps.directory.findOrgan(child.organ);
      const answer = await answerOf(deps, asker, matter.community, child.id);
      return {
        id: child.id,
        title: organ?.title ?? child.procedure,
        ...(organ !== undefined && { organ: organ.title }),
        status: child.ended === undefined ? ('open' as const) : ('ended' as const),
        ...(child.ended !== undefined && { outcome: child.ended.outcome }),
        ...(answer !== undefined && { answer }),
      };
    }),
  );
}

/** The last report of work done that the asker may read. */
async function answerOf(
  deps: LineDeps,
  asker: Asker,
  community: string,
  id: string,
): Promise<string | undefined> {
  const seen = await findSeen(deps, asker, community, id);
  if (seen === undefined) return undefined;
  const { shell } = deps;
  const { rows } = await shell.pool.query<{ seq: number }>(
    `SELECT seq FROM event WHERE community_id = $1 AND matter_id = $2::uuid AND type = 'work-done'
     ORDER BY seq DESC LIMIT 1`,
    [community, id],
  );
  const seq = rows[0]?.seq;
  const said = await readSealed(shell.pool, shell.sealer, community, id, audiencesSeen(seen.sight));
  const text = said.find((value) => value.seq === seq && value.name === 'text')?.value;
  return typeof text === 'string' ? text : undefined;
}
