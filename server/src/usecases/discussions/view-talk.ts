import { createHmac } from 'node:crypto';
import { isWaiting } from '@liren/core/opinion/moderation.ts';
import type { MappedStatement } from '@liren/core/opinion/opinion-map.ts';
import type { Vote } from '@liren/core/opinion/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { type DiscussionRow, findDiscussion } from '../../store/discussions/discussions.ts';
import {
  moderatedOf,
  openWords,
  readStatements,
  type StatementRow,
} from '../../store/discussions/statements.ts';
import { readOwnVotes } from '../../store/discussions/votes.ts';
import type { OpenedValue } from '../../store/read-record.ts';
import type { Asker } from '../actor.ts';
import { readWhole } from '../read-whole.ts';
import type { Shell } from '../shell.ts';
import { outOf } from './close-talk.ts';
import { type DiscussStep, voterHandle } from './discuss-step.ts';
import { type FoundTalk, findTalk, type TalkDeps, type TalkKey } from './find-talk.ts';
import { liveMap } from './live-map.ts';

/** Enough to go on with while the next are being fetched. */
const mostNext = 5;
const mostOpinions = 500;

const noVotes: ReadonlyMap<number, Vote> = new Map();

interface TalkState {
  readonly row: DiscussionRow | undefined;
  readonly statements: readonly StatementRow[];
  readonly own: ReadonlyMap<number, Vote>;
  readonly me: string | undefined;
  readonly participants: number;
  readonly votes: number;
  readonly mapped: ReadonlyMap<number, MappedStatement>;
}

async function readState(
  { shell }: TalkDeps,
  asker: Asker,
  community: string,
  step: DiscussStep,
): Promise<TalkState> {
  const row = await findDiscussion(shell.pool, community, step.id);
  const me = asker.kind === 'person' ? voterHandle(shell, step.id, asker.person) : undefined;
  if (row === undefined)
    return { row, statements: [], own: noVotes, me, participants: 0, votes: 0, mapped: new Map() };
  const statements = await readStatements(shell.pool, community, row.id);
  const own = me === undefined ? noVotes : await readOwnVotes(shell.pool, community, row.id, me);
  const { map } = await liveMap(shell, row, outOf(statements));
  const mapped = new Map(map.statements.map((one) => [Number(one.statement), one]));
  return { row, statements, own, me, participants: map.participants, votes: map.votes, mapped };
}

/** The question, one statement after the other, what was said in the record and answered. */
export async function viewTalk(deps: TalkDeps, asker: Asker, key: TalkKey) {
  const talk = await findTalk(deps, asker, key);
  if (talk === undefined) return undefined;
  const { seen, step, keeper } = talk;
  const { community, matter } = key;
  const { events, said, title } = await readWhole(deps, seen);
  const state = await readState(deps, asker, community, step);
  const text = said.find(({ seq, name }) => seq === 1 && name === 'text')?.value;
  return {
    community,
    communityTitle: deps.directory.findCommunity(community)?.title ?? '',
    matter,
    procedure: { id: seen.definition.procedure.id, title: seen.definition.procedure.title },
    step: step.title,
    title,
    text: typeof text === 'string' ? text : '',
    opensAt: step.enteredAt,
    ...(step.until !== undefined && { closesAt: step.until }),
    state: stateOf(talk),
    asked: talk.asked,
    keeper,
    statements: step.config.statements === true,
    ...countsOf(state),
    mine: mineOf(deps.shell, step, state),
    next: talk.open ? nextFor(deps.shell, step, state) : [],
    removals: removalsOf(state),
    opinions: opinionsOf(events, said, step),
    ...(keeper && { desk: deskOf(deps.shell, step, state, asker) }),
  };
}

const stateOf = ({ open, step }: FoundTalk): 'open' | 'answering' | 'closed' =>
  open ? 'open' : step.until === undefined ? 'closed' : 'answering';

/** What can be read and answered; of what its writer had erased only the votes are left. */
const onShow = ({ statements }: TalkState): readonly StatementRow[] =>
  statements.filter(({ status, words_sealed }) => status === 'shown' && words_sealed !== null);

function countsOf(state: TalkState) {
  return { participants: state.participants, votes: state.votes, shown: onShow(state).length };
}

function mineOf({ sealer }: Shell, step: DiscussStep, state: TalkState) {
  const wrote = state.statements.filter(({ handle }) => handle === state.me);
  return {
    answered: onShow(state).filter(({ n }) => state.own.has(n)).length,
    wrote: wrote.map((row) => ({
      n: row.n,
      text: openWords(sealer, step.id, row.n, 'words_sealed', row.words_sealed) ?? '',
      status: row.status,
      ...(row.status === 'removed' && row.reason !== null && { reason: row.reason }),
      ...(row.appealed_at !== null && {
        appeal:
          row.upheld === null ? ('open' as const) : row.upheld ? ('upheld' as const) : ('granted' as const),
      }),
    })),
  };
}

/** Those with the fewest answers first; of as many, in an order of one's own, so that no statement always comes first. */
function nextFor(shell: Shell, step: DiscussStep, state: TalkState) {
  const { own, me, mapped } = state;
  const answers = (n: number): number => {
    const { agree = 0, disagree = 0, pass = 0 } = mapped.get(n)?.all ?? {};
    return agree + disagree + pass;
  };
  const lot = (n: number): string =>
    createHmac('sha256', shell.handleKey)
      .update(`next\0${step.id}\0${me ?? ''}\0${n}`)
      .digest('hex');
  return onShow(state)
    .filter(({ n }) => !own.has(n))
    .map((row) => ({ row, answers: answers(row.n), lot: lot(row.n) }))
    .toSorted((a, b) => a.answers - b.answers || (a.lot < b.lot ? -1 : 1))
    .slice(0, mostNext)
    .map(({ row }) => ({
      n: row.n,
      text: openWords(shell.sealer, step.id, row.n, 'words_sealed', row.words_sealed) ?? '',
    }));
}

/** 撤下的: everybody sees that, when and why; the words are gone from sight. */
const removalsOf = ({ statements }: TalkState) =>
  statements.flatMap(({ n, status, reason, decided_at, appealed_at, upheld }) =>
    status === 'removed' && reason !== null && decided_at !== null
      ? [
          {
            n,
            reason,
            at: decided_at,
            ...(appealed_at !== null && {
              appeal: upheld === null ? ('open' as const) : ('upheld' as const),
            }),
          },
        ]
      : [],
  );

function opinionsOf(events: readonly ChainedEvent[], said: readonly OpenedValue[], step: DiscussStep) {
  const here = events.filter((event) => event.step === step.step && event.at >= step.enteredAt);
  const textOf = (seq: number): string => {
    const value = said.find((each) => each.seq === seq && each.name === 'text')?.value;
    return typeof value === 'string' ? value : '';
  };
  return here
    .filter(({ type }) => type === 'opinion-registered')
    .slice(-mostOpinions)
    .map(({ seq, at, data }) => {
      const n = Number(data['n']);
      const answer = here.find((event) => event.type === 'opinion-answered' && Number(event.data['n']) === n);
      return {
        n,
        at,
        text: textOf(seq),
        ...(answer !== undefined && {
          answer: { adopted: answer.data['adopted'] === true, text: textOf(answer.seq), at: answer.at },
        }),
      };
    });
}

/** For whoever holds it: what waits for a look, and everything on show. */
function deskOf({ sealer }: Shell, step: DiscussStep, state: TalkState, asker: Asker) {
  const { statements, mapped } = state;
  const body = (row: StatementRow) => ({
    n: row.n,
    text: openWords(sealer, step.id, row.n, 'words_sealed', row.words_sealed) ?? '',
    at: row.written_at,
  });
  return {
    waiting: statements.filter(({ status }) => status === 'waiting').map(body),
    appeals: statements
      .filter((row) => row.status === 'removed' && isWaiting(moderatedOf(row)))
      .map((row) => ({
        ...body(row),
        reason: row.reason ?? ('off-topic' as const),
        appeal: openWords(sealer, step.id, row.n, 'appeal_sealed', row.appeal_sealed) ?? '',
        mayDecide: asker.kind === 'person' && row.decided_by !== asker.person,
      })),
    shown: onShow(state).map((row) => {
      const { agree = 0, disagree = 0, pass = 0 } = mapped.get(row.n)?.all ?? {};
      return { ...body(row), agree, disagree, pass, settled: row.upheld !== null };
    }),
  };
}
