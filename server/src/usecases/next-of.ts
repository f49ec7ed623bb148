import { awaited } from '@liren/core/engine/actions.ts';
import { holdersOf } from '@liren/core/engine/actors.ts';
import type { ActorRule } from '@liren/core/engine/types.ts';
import { whoActs } from '@liren/core/projections/stations.ts';
import { actorIn, system } from './actor.ts';
import { distinct } from './distinct.ts';
import type { LineDeps } from './lines.ts';
import type { Seen } from './seen.ts';

/** Each of several who may act is told by the organ of its own. */
const simple = (rule: ActorRule): readonly ActorRule[] =>
  rule.who === 'any' ? rule.of.flatMap(simple) : [rule];

/** What happens next, who must act, by when. */
export function nextOf(
  { shell }: LineDeps,
  { matter, definition, facts }: Pick<Seen, 'matter' | 'definition' | 'facts'>,
) {
  if (matter.stage.status !== 'open') return {};
  const { visit } = matter.stage;
  const quiet = { ...facts, actor: actorIn(shell, matter.id, system) };
  const rules = awaited(definition, matter, quiet).flatMap(simple);
  const who = rules.map((rule) => {
    const titles = [...whoActs(rule, definition, matter, facts.organs)];
    const [holder] = holdersOf(rule, matter, definition.charter, facts.organs);
    const organ =
      holder !== undefined && 'organ' in holder ? facts.organs.find((o) => o.id === holder.organ) : undefined;
    return organ === undefined || titles.includes(organ.title) ? { titles } : { organ: organ.title, titles };
  });
  const limit = visit.clocks['limit'] ?? visit.clocks['window'];
  return {
    next: {
      title: definition.procedure.steps[visit.step]?.title ?? visit.step,
      who: distinct(who),
      late: limit?.passedAt !== undefined,
      ...(limit !== undefined && { dueAt: limit.dueAt }),
    },
  };
}
