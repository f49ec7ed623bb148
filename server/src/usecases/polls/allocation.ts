import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import type { Bounds } from '@liren/core/budgeting/ballots.ts';
import { formOf } from '@liren/core/budgeting/config.ts';
import { explainVoter } from '@liren/core/budgeting/explain-voter.ts';
import { reasonOf } from '@liren/core/budgeting/reason.ts';
import type { Ratio } from '@liren/core/budgeting/types.ts';
import { writePabulib } from '@liren/core/budgeting/write-pabulib.ts';
import type { AllocateConfig, ProjectOption } from '@liren/core/steps/allocate/config.ts';
import { type Announced, allocationOf, asFile, electionOf } from '@liren/core/steps/allocate/election.ts';
import { readCounted } from '../../store/polls/box.ts';
import { type PollRow, pollsOfMatter } from '../../store/polls/polls.ts';
import { readRecord, readSealed } from '../../store/read-record.ts';
import type { Asker } from '../actor.ts';
import { findSeen } from '../seen.ts';
import type { VoterDeps } from './own-entries.ts';
import { findPollStep } from './poll-step.ts';

interface Key {
  readonly community: string;
  readonly matter: string;
}
interface Found {
  readonly poll: PollRow;
  readonly config: AllocateConfig;
  readonly announced: Announced;
  /** What the count wrote into the record. */
  readonly counted: JsonObject | undefined;
  readonly title: string;
}

/** The newest allocation of a matter that was announced, if the asker may see the matter. */
async function find(
  deps: VoterDeps,
  asker: Asker,
  { community, matter: id }: Key,
): Promise<Found | undefined> {
  const seen = await findSeen(deps, asker, community, id);
  if (seen === undefined) return undefined;
  const { definition, matter } = seen;
  const { pool } = deps.shell;
  for (const poll of await pollsOfMatter(pool, community, id)) {
    const config = findPollStep(definition, matter, poll)?.allocate;
    if (config === undefined || poll.opens_at === null) continue;
    const record = await readRecord(pool, community, id);
    const last = (type: string) =>
      record.findLast((event) => event.type === type && event.step === poll.step)?.data;
    const notice = last('vote-announced');
    if (notice === undefined) return undefined;
    const announced: Announced = {
      budget: Number(notice['budget']),
      options: notice['options'] as unknown as readonly ProjectOption[],
    };
    const counted = poll.counted_at === null ? undefined : last('allocated');
    return { poll, config, announced, counted, title: definition.procedure.steps[poll.step]?.title ?? '' };
  }
  return undefined;
}

/** What whoever proposed it says of it to everybody. */
async function saidOf({ shell }: VoterDeps, community: string, child: string) {
  const said = await readSealed(shell.pool, shell.sealer, community, child, ['public']);
  const of = (name: string): Json | undefined =>
    said.find((each) => each.seq === 1 && each.name === name)?.value;
  const text = of('text');
  const photos = of('photos');
  return {
    ...(typeof text === 'string' && { text }),
    photos: Array.isArray(photos) ? (photos as JsonObject[]).map(({ file }) => String(file)) : [],
  };
}

/** What a ballot may say, in whole yuan where it is about money. */
function formBody({ allocation }: AllocateConfig, { budget }: Announced) {
  const {
    kind,
    projects = {},
    points = {},
    sum = {},
    cost = {},
  } = formOf(allocation.ballot, BigInt(budget), 0);
  const yuan = Object.entries(cost).map(([side, amount]) => [side, Number(amount)] as const);
  return { kind, projects, points, sum, cost: Object.fromEntries(yuan) as Bounds };
}

/** 选项目: the money, the projects with what they cost, and once it is counted what became of each and why. */
export async function viewAllocation(deps: VoterDeps, asker: Asker, key: Key) {
  const found = await find(deps, asker, key);
  if (found === undefined) return undefined;
  const { config, announced, counted } = found;
  const fates = new Map(
    ((counted?.['explain'] ?? []) as readonly JsonObject[]).map((each) => [String(each['id']), each]),
  );
  const selected = new Set((counted?.['selected'] ?? []) as readonly string[]);
  const projects = await Promise.all(
    announced.options.map(async (option) => {
      const fate = fates.get(option.id);
      return {
        ...option,
        ...(await saidOf(deps, key.community, option.child)),
        ...(counted !== undefined && { chosen: selected.has(option.id) }),
        ...(fate !== undefined && { votes: Number(fate['points']), why: reasonOf(fate) }),
      };
    }),
  );
  return {
    budget: announced.budget,
    rule: config.allocation.rule,
    form: formBody(config, announced),
    projects,
    ...(counted !== undefined && {
      result: {
        outcome: String(counted['outcome']),
        enough: counted['enough'] === true,
        spent: Number(counted['spent']),
        held: counted['held'] === true,
        ...(counted['ballots'] !== undefined && { ballots: Number(counted['ballots']) }),
        ...(counted['digest'] !== undefined && { digest: String(counted['digest']) }),
      },
    }),
  };
}

/** The counted election; none before the count, nor of one that is held back. */
async function countedElection(deps: VoterDeps, asker: Asker, key: Key) {
  const found = await find(deps, asker, key);
  if (found?.counted === undefined || found.counted['held'] === true) return undefined;
  const rows = await readCounted(deps.shell.pool, key.community, found.poll.id);
  const ballots = rows.map(({ code, choice, heads, area }) => ({ code, choice, weight: { heads, area } }));
  return { ...found, read: electionOf(found.config, found.announced, ballots) };
}

/** Everybody's ballots as a file of Pabulib, with which anyone can count again. */
export async function pabulibOf(deps: VoterDeps, asker: Asker, key: Key): Promise<string | undefined> {
  const found = await countedElection(deps, asker, key);
  if (found === undefined) return undefined;
  const unit = deps.directory.findCommunity(key.community)?.title ?? '';
  const meta = new Map([
    ['description', found.title],
    ['country', 'China'],
    ['unit', unit],
  ]);
  return writePabulib(asFile(found.config, { ...found.read, meta }));
}

const yuan = ({ top, bottom }: Ratio): number => Number(top / bottom);
/** Hundredths of a per cent. */
const part = ({ top, bottom }: Ratio): number => Number((top * 10_000n) / bottom) / 100;

/** 我的票起了什么作用: what the ballot of this receipt supported, and what of it was chosen with how much of its money. */
export async function explainReceipt(deps: VoterDeps, asker: Asker, key: Key & { readonly code: string }) {
  const found = await countedElection(deps, asker, key);
  if (found === undefined) return undefined;
  const ballot = found.read.voterIds.findIndex((ids) => ids.includes(key.code));
  const outcome = allocationOf(found.config, found.read);
  if (ballot < 0 || !outcome.ok || found.counted?.['enough'] !== true) return undefined;
  const account = explainVoter(outcome.value, ballot);
  return {
    projects: account.projects.map(({ project, isChosen, carried }) => {
      const { id = '', title = '' } = found.announced.options[project] ?? {};
      return { id, title, chosen: isChosen, carried: yuan(carried) };
    }),
    carried: yuan(account.carried),
    percent: part(account.part),
    ...(account.share !== undefined && { share: yuan(account.share) }),
    ...(account.left !== undefined && { left: yuan(account.left) }),
  };
}
