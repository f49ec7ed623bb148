import { err, ok, type Result } from '../basics/result.ts';
import { validate } from '../checker/validate.ts';
import { givesPoints } from './ballots.ts';
import type { AllocationConfig, BallotConfig } from './config.ts';
import { allocationSchema } from './config-schema.ts';

/** A configuration from YAML or JSON; or every reason why it is none. */
export function readAllocationConfig(source: unknown): Result<AllocationConfig, string> {
  const problems = validate(allocationSchema, source, '', []).map(
    ({ path, reason, help }) => `${path}：${reason}${help === undefined ? '' : `（${help}）`}`,
  );
  if (problems.length > 0) return err(problems.join('\n'));
  const config = source as AllocationConfig;
  const [first] = contradictionsOf(config);
  return first === undefined ? ok(config) : err(first);
}

/** What its schema does not rule out and yet cannot be meant. */
export function contradictionsOf({
  rule,
  complete,
  ballot,
  conditions,
}: AllocationConfig): readonly string[] {
  return [
    ...(complete !== undefined && rule.startsWith('greedy')
      ? ['complete：贪心已经用尽放得下的钱；只有平等份额法（mes-cost、mes-card）才写 complete']
      : []),
    ...(ballot === undefined ? [] : ballotContradictions(ballot)),
    ...(conditions?.unused !== undefined &&
    !Object.values(conditions.areas ?? {}).some(({ least }) => least !== undefined)
      ? ['conditions.unused：没有给哪个片区预留（areas 里的 least），就没有用不完的']
      : []),
  ];
}

function ballotContradictions({ kind, projects, points, sum }: BallotConfig): readonly string[] {
  const crossed = Object.entries({ projects, points, sum }).filter(
    ([, { least = 0, most = Number.POSITIVE_INFINITY } = {}]) => least > most,
  );
  const hasPoints = points !== undefined || sum !== undefined;
  return [
    ...crossed.map(([key]) => `ballot.${key}：least 比 most 大`),
    ...(hasPoints && !givesPoints(kind)
      ? ['ballot：只有分数票（cumulative）和打分票（scoring）才写 points 和 sum']
      : []),
  ];
}
