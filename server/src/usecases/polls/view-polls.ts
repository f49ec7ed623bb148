import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import type { AllocateConfig } from '@liren/core/steps/allocate/config.ts';
import { approve } from '@liren/core/steps/vote/announce.ts';
import type { VoteState } from '@liren/core/steps/vote/config.ts';
import { askText, legText, ruleText, shareText } from '@liren/core/voting/explain.ts';
import type { Option } from '@liren/core/voting/facts.ts';
import { consentOf, type LegResult, turnoutOf } from '@liren/core/voting/legs.ts';
import { type Bases, nothing } from '@liren/core/voting/types.ts';
import { readMarks } from '../../store/polls/box.ts';
import { labelPlace, type PollRow, pollsOfMatter, readSums } from '../../store/polls/polls.ts';
import { readRollGaps } from '../../store/polls/roll-lines.ts';
import type { Asker } from '../actor.ts';
import { type Candidate, candidatesOf } from '../offices/candidates.ts';
import { findSeen, type Seen } from '../seen.ts';
import { type Announced, noticesOf } from './announced.ts';
import { areaOf } from './new-roll.ts';
import { findOwnEntries, type OwnEntry, type Voter, type VoterDeps, voterOf } from './own-entries.ts';
import { factsOf } from './poll-facts.ts';
import { keepsPoll } from './poll-seats.ts';
import { findPollStep, type PollStep, type VoteRule } from './poll-step.ts';

const maybe = <K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

export function openLabel(
  { shell }: Pick<VoterDeps, 'shell'>,
  { id, label_sealed }: Pick<OwnEntry, 'id' | 'label_sealed'>,
): string {
  const opened = shell.sealer.open(labelPlace(id), label_sealed);
  if (!opened.ok) throw new Error(`the label of roll entry ${id} does not open: ${opened.error}`);
  return opened.value;
}

/** The lines that the asker may vote for, and whether each has. */
async function ownLines(deps: VoterDeps, voter: Voter | undefined, poll: PollRow) {
  if (voter === undefined) return { mine: [], needsProof: false };
  const { community_id: community } = poll;
  const entries = await findOwnEntries(deps.shell.pool, community, poll.id, voter);
  const ids = entries.map(({ id }) => id);
  const marks = await readMarks(deps.shell.pool, community, poll.id, ids);
  const mine = entries.map((entry) => {
    const mark = marks.get(entry.id);
    return {
      id: entry.id,
      no: entry.no,
      label: openLabel(deps, entry),
      as: entry.as,
      recused: entry.recused,
      owners: entry.owners,
      ...(mark !== undefined && {
        voted: {
          channel: mark.channel,
          at: mark.at,
          ...maybe('code', mark.code),
          ...maybe('revocableUntil', mark.revocable_until),
        },
      }),
    };
  });
  return { mine, needsProof: voter.needsProof && mine.length === 0 };
}

const stateOf = ({ matter }: Seen, step: PollStep): VoteState | undefined =>
  matter.stage.status === 'open' && matter.stage.visit.step === step.step && matter.stage.visit.n === step.n
    ? (matter.stage.visit.state as unknown as VoteState)
    : undefined;

/** Of a vote those of its notice; of a ballot in the room yes, no and neither. */
const optionsOf = ({ kind, config }: PollStep, state: VoteState | undefined): readonly Option[] =>
  kind === 'meet' ? (config === undefined ? [] : approve) : (state?.announced?.options ?? []);

/** What it takes to pass: of those who have taken part so far, where anybody has. Never how they voted. */
function asksOf({ question, attends, passes }: VoteRule, bases: Bases): readonly string[] {
  const what = question.kind === 'elect' ? '当选' : question.kind === 'sign-on' ? '联名' : '同意';
  return consentOf(passes, bases, nothing).map((result) =>
    what === '同意' && result.base > 0
      ? askText(result, what, turnoutOf(attends, bases))
      : ruleText([result.leg], what),
  );
}

/** How far it is: how many take part of those that must; of a demand how many have signed and how many are missing. */
function progressOf({ config, vote }: PollStep, bases: Bases) {
  const said = (legs: readonly LegResult[], what: '参加' | '联名') =>
    legs.map((leg) => ({ text: legText(leg, what), met: leg.met }));
  const turnout = said(turnoutOf(config?.attends ?? [], bases), '参加');
  // A name on a demand says one thing only: whoever is counted has agreed.
  return vote?.question.kind === 'sign-on'
    ? [...turnout, ...said(consentOf(vote.passes, bases, bases.cast), '联名')]
    : turnout;
}

/** What is asked of whoever votes, and by which conditions it is decided, in sentences. */
function ruleOf(rule: VoteRule, step: PollStep, state: VoteState | undefined, bases: Bases) {
  const { ballot, question, channels, attends, passes } = rule;
  const proxies = step.config?.proxies;
  return {
    ballot,
    question: question.kind,
    most: question.kind === 'elect' ? (state?.seats ?? question.seats) : 1,
    runOff: question.kind === 'elect' && question.runOff,
    channels: [...channels],
    attends: attends.map((leg) => ({ share: shareText(leg), of: leg.of })),
    passes: passes.map((leg) => ({ share: shareText(leg), of: leg.of })),
    asks: [...asksOf(rule, bases)],
    ...(proxies !== undefined && {
      proxies: { most: proxies.most, candidates: proxies.candidates !== 'none' },
    }),
  };
}

/** Of an allocation what a ballot may name, and how the projects are chosen, is told with the projects. */
function allocateRule({ ballot, channels, attends, allocation }: AllocateConfig) {
  return {
    ballot,
    question: 'allocate' as const,
    kind: allocation.ballot.kind,
    most: allocation.ballot.projects?.most ?? 99,
    runOff: false,
    channels: [...channels],
    attends: attends.map((leg) => ({ share: shareText(leg), of: leg.of })),
    passes: [],
    asks: [],
  };
}

/** Who stands, in the order of the ballot: all who were nominated, or, of a run-off, those whom the first vote left. */
function standing({ candidates, announced }: Beside, poll: PollRow, state: VoteState | undefined) {
  const named = state?.candidates ?? announced(poll.step).options;
  const ids = named.map(({ id }) => id);
  return candidates
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, nominatedBy, nominators, from, text }) => ({
      id,
      name,
      nominatedBy: nominatedBy === 'voters' ? ('voters' as const) : ('organiser' as const),
      ...maybe('nominators', nominators),
      ...maybe('from', from),
      ...maybe('text', text),
    }));
}

/** What all polls of a matter have in common: read once. */
interface Beside {
  readonly seen: Seen;
  readonly voter: Voter | undefined;
  readonly announced: (step: string) => Announced;
  readonly candidates: readonly Candidate[];
}

const isOpen = ({ opens_at, closes_at }: PollRow, now: number): boolean =>
  opens_at !== null && opens_at <= now && now < (closes_at ?? 0);

async function pollBody(deps: VoterDeps, beside: Beside, poll: PollRow, step: PollStep) {
  const { seen, voter, announced } = beside;
  const { title, text } = announced(poll.step);
  const facts = factsOf(poll, await readSums(deps.shell.pool, poll.community_id, poll.id));
  const { roll, present, taken, differences } = facts;
  const state = stateOf(seen, step);
  const bases = { whole: roll, present: step.kind === 'meet' ? present : taken, cast: taken };
  return {
    id: poll.id,
    step: poll.step,
    n: poll.n,
    kind: step.kind,
    title,
    text,
    roll: {
      title: step.rule.title,
      ofOwners: step.rule.from === 'owners',
      entries: roll.entries,
      recused: roll.recused,
      heads: roll.heads,
      area: roll.area,
    },
    taken: { heads: taken.heads, area: taken.area },
    present: { heads: present.heads, area: present.area },
    differences,
    progress: progressOf(step, bases),
    ...(step.vote !== undefined && { rule: ruleOf(step.vote, step, state, bases) }),
    ...(step.allocate !== undefined && { rule: allocateRule(step.allocate) }),
    candidates: step.kind === 'vote' ? standing(beside, poll, state) : [],
    options: optionsOf(step, state).map((option) => ({ ...option })),
    open: isOpen(poll, deps.shell.now()),
    ...maybe('opensAt', poll.opens_at),
    ...maybe('closesAt', poll.closes_at),
    ...maybe('countedAt', poll.counted_at),
    ...maybe('publicKey', poll.counted_at === null ? poll.public_key : undefined),
    keeper: keepsPoll(seen.definition, seen.matter, seen.facts, step),
    ...(await ownLines(deps, voter, poll)),
  };
}

const mostTold = 50;
/**
 * What a roll of owners would lack, for whoever is about to freeze it and may still set it right in the registry: homes of
 * unknown owners have no vote, those of unknown area count for nothing (区分所有权解释 8、9).
 */
async function gapsBefore({ shell }: VoterDeps, { matter, definition, facts }: Seen) {
  const step = findPollStep(definition, matter);
  if (step?.rule.from !== 'owners' || !keepsPoll(definition, matter, facts, step)) return undefined;
  const area = await areaOf(shell, matter);
  const { homes, ...counts } = await readRollGaps(shell.pool, area, civilDateOf(shell.now()), mostTold);
  return {
    noOwner: counts.no_owner,
    noArea: counts.no_area,
    noNumber: counts.no_number,
    homes: homes.map(({ no_owner, no_area, ...home }) => ({
      address: showHomeAddress(home),
      lacks: no_owner ? ('owner' as const) : no_area ? ('area' as const) : ('number' as const),
    })),
  };
}

/** Every vote and meeting of a matter that has a roll, the newest first, as the asker may see and take part. */
export async function viewPolls(deps: VoterDeps, asker: Asker, community: string, matter: string) {
  const seen = await findSeen(deps, asker, community, matter);
  if (seen === undefined) return undefined;
  const rows = await pollsOfMatter(deps.shell.pool, community, matter);
  const open = findPollStep(seen.definition, seen.matter);
  const isFrozen = rows.some(({ id }) => id === open?.id);
  const gaps = isFrozen ? undefined : await gapsBefore(deps, seen);
  if (rows.length === 0) return { polls: [], ...(gaps !== undefined && { gaps }) };
  const voter = asker.kind === 'person' ? await voterOf(deps, asker, community) : undefined;
  const [announced, candidates] = await Promise.all([
    noticesOf(deps, seen),
    candidatesOf(deps.shell, { community, matter }),
  ]);
  const beside = { seen, voter, announced, candidates };
  const polls = await Promise.all(
    rows.flatMap((poll) => {
      const step = findPollStep(seen.definition, seen.matter, poll);
      return step === undefined ? [] : [pollBody(deps, beside, poll, step)];
    }),
  );
  return { polls, ...(gaps !== undefined && { gaps }) };
}
