import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import type { Command, Definition, Matter } from '@liren/core/engine/types.ts';
import type { LineDeps } from './lines.ts';
import type { Shell } from './shell.ts';
import { type RateRow, threeRates } from './three-rates.ts';

const rowOf = (row: RateRow): Json => ({
  rank: row.rank ?? null,
  title: row.title,
  calls: row.calls,
  contacted: row.contactedRate ?? null,
  solved: row.solvedRate ?? null,
  satisfied: row.satisfiedRate ?? null,
  score: row.score ?? null,
});

/** The month's three rates as they go on record with a notice: by organ, community and class. */
export async function ratesFigures(deps: LineDeps, community: string, month: string): Promise<Json> {
  const streetId = deps.directory.findCommunity(community)?.streetId;
  const communities = deps.directory.communities
    .filter((each) => each.streetId === streetId)
    .map((each) => each.id);
  const organs = await threeRates(deps, communities, month, 'organ');
  const others = await Promise.all(
    (['community', 'class'] as const).map((by) => threeRates(deps, communities, month, by)),
  );
  return {
    month,
    by: 'organ',
    formula: organs.formula,
    weights: { ...organs.weights },
    rows: organs.rows.map(rowOf),
    total: rowOf(organs.total),
    others: others.map(({ by, rows }) => ({ by, rows: rows.map(rowOf) })),
  };
}

/**
 * Figures that a notice carries are computed here, whatever the client sent: nobody publishes numbers of their own.
 * The month stands in the opening form.
 */
export async function withFigures(
  shell: Shell,
  { procedure }: Definition,
  matter: Matter,
  command: Command,
): Promise<JsonObject> {
  if (command.type !== 'publish' || matter.stage.status !== 'open') return command.input;
  const config = procedure.steps[matter.stage.visit.step]?.config as { figures?: string } | undefined;
  if (config?.figures !== 'three-rates') return command.input;
  const { rows } = await shell.pool.query<{ month: string | null }>(
    `SELECT data->>'month' AS month FROM event WHERE community_id = $1 AND matter_id = $2::uuid AND seq = 1`,
    [matter.community, matter.id],
  );
  const month = rows[0]?.month ?? '';
  const { figures: _, ...written } = command.input;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return written;
  return { ...command.input, figures: await shell.figuresOf(matter.community, month) };
}
