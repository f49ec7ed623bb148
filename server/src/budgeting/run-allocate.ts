import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { allocate, type Outcome } from '@liren/core/budgeting/allocate.ts';
import { readBallot, rosterOf, writeBallot } from '@liren/core/budgeting/ballots.ts';
import { noConditions } from '@liren/core/budgeting/conditions.ts';
import { type AllocationConfig, conditionsOf, formOf, ruleOf } from '@liren/core/budgeting/config.ts';
import { findConfig } from '@liren/core/budgeting/config-in-file.ts';
import { explainVoter } from '@liren/core/budgeting/explain-voter.ts';
import { outcomeJson, voterJson } from '@liren/core/budgeting/outcome-json.ts';
import { outcomeText, voterText } from '@liren/core/budgeting/outcome-text.ts';
import type { PabulibElection } from '@liren/core/budgeting/pabulib.ts';
import { readAllocationConfig } from '@liren/core/budgeting/read-config.ts';
import { parse } from 'yaml';
import { readPabulibFile } from './read-pabulib-file.ts';

export interface AllocateOptions {
  /** Absent: as the file says, and else by equal shares. */
  readonly config?: AllocationConfig | undefined;
  /** Whose vote to explain, instead of every project. */
  readonly voter?: string | undefined;
  readonly json: boolean;
}

/** Counts an election of a file anew; what comes out is JSON, or lines for people. */
export async function runAllocate(file: string, options: AllocateOptions): Promise<Result<string, string>> {
  const read = await readPabulibFile(file);
  if (!read.ok) return err(`${file}：${read.error}`);
  const config = options.config === undefined ? findConfig(read.value) : ok(options.config);
  if (!config.ok) return err(`${file}：${config.error}`);
  const outcome = count(read.value, config.value ?? { rule: 'mes-cost' });
  if (!outcome.ok) return outcome;
  if (options.voter === undefined)
    return ok(
      options.json
        ? JSON.stringify(outcomeJson(outcome.value, read.value.decimals))
        : outcomeText(outcome.value, read.value.decimals),
    );
  const { voter } = options;
  const ballot = read.value.voterIds.findIndex((ids) => ids.includes(voter));
  if (ballot < 0) return err(`选票里没有编号是“${voter}”的选民。`);
  const account = explainVoter(outcome.value, ballot);
  return ok(
    options.json
      ? JSON.stringify(voterJson(outcome.value, account, voter))
      : voterText(outcome.value, account, read.value.decimals),
  );
}

function count(read: PabulibElection, config: AllocationConfig): Result<Outcome, string> {
  const { election, decimals } = read;
  const outside = ballotOutside(read, config);
  if (outside !== undefined) return err(outside);
  const conditions =
    config.conditions === undefined ? ok(noConditions) : conditionsOf(config.conditions, election, decimals);
  if (!conditions.ok) return conditions;
  return ok(allocate(election, ruleOf(config, decimals), conditions.value));
}

/** Why the first ballot of the file that the configuration does not allow is none. */
function ballotOutside(
  { election, form, decimals, voterIds }: PabulibElection,
  { ballot }: AllocationConfig,
): string | undefined {
  if (ballot === undefined) return undefined;
  if (ballot.kind !== form.kind) return `文件里是 ${form.kind} 选票，规则要的是 ${ballot.kind} 选票。`;
  const asked = formOf(ballot, election.budget, decimals);
  const roster = rosterOf(election.projects, decimals);
  for (const [at, { scores }] of election.ballots.entries()) {
    const read = readBallot(asked, writeBallot(form.kind, scores, election.projects), roster);
    if (!read.ok) return `选民 ${voterIds[at]?.[0] ?? ''} 的选票不能算：${read.error}。`;
  }
  return undefined;
}

/** A configuration in YAML or JSON. */
export async function readConfigFile(file: string): Promise<Result<AllocationConfig, string>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return err(`读不到 ${file}。`);
  try {
    const config = readAllocationConfig(parse(text));
    return config.ok ? config : err(`${file}：\n${config.error}`);
  } catch {
    return err(`${file} 不是 YAML 或 JSON。`);
  }
}
