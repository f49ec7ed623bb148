import type { Asker } from '../actor.ts';
import type { LineDeps } from '../lines.ts';
import { keepsPoll } from '../polls/poll-seats.ts';
import { readWhole } from '../read-whole.ts';
import { findSeen } from '../seen.ts';
import { findStage } from './stage.ts';

type Person = Extract<Asker, { kind: 'person' }>;
const mostLooked = 100;

/** Steps that are meetings, whatever their procedure. */
const meetSteps = ({ library }: LineDeps): readonly string[] => [
  ...new Set(
    [...library.charters.values()]
      .flatMap(({ procedures }) => [...procedures.values()].flat())
      .flatMap(({ procedure }) =>
        Object.entries(procedure.steps).flatMap(([name, { kind }]) => (kind === 'meet' ? [name] : [])),
      ),
  ),
];

/** Matters that wait to be convened by the asker, with the roll of each: those of one roll may meet together. */
export async function waitingToMeet(deps: LineDeps, asker: Person, community: string) {
  const { rows } = await deps.shell.pool.query<{ id: string }>(
    `SELECT id FROM matter WHERE community_id = $1 AND status = 'open' AND step = ANY($2)
     ORDER BY opened_at, id LIMIT $3`,
    [community, meetSteps(deps), mostLooked],
  );
  const waiting = [];
  for (const { id } of rows) {
    const seen = await findSeen(deps, asker, community, id);
    const stage = seen && findStage(seen.definition, seen.matter);
    if (seen === undefined || stage === undefined || stage.state.convened !== undefined) continue;
    if (!keepsPoll(seen.definition, seen.matter, seen.facts, stage.step)) continue;
    const { title } = await readWhole(deps, seen);
    const { rule } = stage.step;
    waiting.push({ matter: id, number: seen.number, title, roll: { id: rule.id, title: rule.title } });
  }
  return waiting;
}
