import type { Sight } from '@liren/core/access/access.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import { readSealed } from '../store/read-record.ts';
import type { LineDeps } from './lines.ts';
import { audiencesSeen } from './seen.ts';

/**
 * Child matters with what each organ reported, joined into the parent: whoever the parent speaks to reads the
 * answers that it called for, as far as their sight of the parent goes.
 */
export async function readChildren(deps: LineDeps, matter: Matter, sight: Sight) {
  const steps = await stepTitles(deps, matter);
  return Promise.all(
    matter.children.map(async (child) => {
      const organ = child.organ === undefined ? undefined : deps.directory.findOrgan(child.organ);
      const { title, answer } = await saidIn(deps, matter.community, child.id, sight);
      return {
        id: child.id,
        title: organ?.title ?? title ?? child.procedure,
        ...(organ !== undefined && { organ: organ.title }),
        step: steps.get(child.id) ?? '',
        waiting: child.waiting !== undefined && child.ended === undefined,
        status: child.ended === undefined ? ('open' as const) : ('ended' as const),
        ...(child.ended !== undefined && { outcome: child.ended.outcome }),
        ...(answer !== undefined && { answer }),
      };
    }),
  );
}

/** Where each stands, or how it ended, as its own procedure calls that. */
async function stepTitles({ shell }: LineDeps, { community, children }: Matter) {
  if (children.length === 0) return new Map<string, string>();
  const { rows } = await shell.pool.query<{
    readonly id: string;
    readonly charter: string;
    readonly procedure: string;
    readonly procedure_version: string;
    readonly step: string;
  }>(
    `SELECT id, charter, procedure, procedure_version, step FROM matter
     WHERE community_id = $1 AND id = ANY($2::uuid[])`,
    [community, children.map(({ id }) => id)],
  );
  return new Map(
    rows.map((row) => {
      const { procedure } = shell.definitions.at(row.charter, row.procedure, row.procedure_version);
      return [row.id, procedure.steps[row.step]?.title ?? row.step] as const;
    }),
  );
}

/** What it is called, and the last report of work done, if their audience takes in this sight. */
async function saidIn(
  { shell }: LineDeps,
  community: string,
  id: string,
  sight: Sight,
): Promise<{ readonly title?: string; readonly answer?: string }> {
  const { rows } = await shell.pool.query<{ seq: number }>(
    `SELECT seq FROM event WHERE community_id = $1 AND matter_id = $2::uuid AND type = 'work-done'
     ORDER BY seq DESC LIMIT 1`,
    [community, id],
  );
  const seq = rows[0]?.seq;
  const said = await readSealed(shell.pool, shell.sealer, community, id, audiencesSeen(sight));
  const of = (at: number | undefined, name: string): string | undefined => {
    const value = said.find((each) => each.seq === at && each.name === name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const title = of(1, 'title');
  const answer = of(seq, 'text');
  return { ...(title !== undefined && { title }), ...(answer !== undefined && { answer }) };
}
