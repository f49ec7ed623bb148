import type { JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { AllocationConfig } from './config.ts';
import type { PabulibElection } from './pabulib.ts';
import { readAllocationConfig } from './read-config.ts';

/**
 * Pabulib has a key for the rule, and none for completions, caps, shares, reserves, exclusions or a share of support. Its readers
 * keep keys that they do not know: ours says the whole of it, as JSON.
 */
const ownKey = 'liren_allocation';
/** What Pabulib itself calls the rule. */
const ruleIn = ({ rule, complete }: AllocationConfig): string => {
  if (rule.startsWith('greedy')) return 'greedy';
  return complete?.startsWith('add1') === true ? 'equalshares/add1' : 'equalshares';
};

/**
 * The file of an election with how it is counted. What a ballot may say stands in keys of Pabulib's own already.
 * @param config whose conditions speak of nothing that the election does not have
 */
export function withConfig(
  read: PabulibElection,
  { ballot: _, ...config }: AllocationConfig,
): PabulibElection {
  const meta = new Map(read.meta);
  meta.set('rule', ruleIn(config));
  // Where each ballot is one point, a project's score is the number of its supporters.
  const { votes } = config.conditions?.support ?? {};
  if (votes !== undefined && (read.form.kind === 'approval' || read.form.kind === 'choose-one'))
    meta.set('min_project_score_threshold', String(votes));
  meta.set(ownKey, JSON.stringify(config));
  return { ...read, meta };
}

/** How the file says that it is counted; undefined where it does not say. */
export function findConfig({ meta }: PabulibElection): Result<AllocationConfig | undefined, string> {
  const text = meta.get(ownKey);
  if (text === undefined) return ok(undefined);
  try {
    const config = readAllocationConfig(JSON.parse(text) as JsonObject);
    return config.ok ? config : err(`META 里的 ${ownKey}：\n${config.error}`);
  } catch {
    return err(`META 里的 ${ownKey} 不是 JSON。`);
  }
}
