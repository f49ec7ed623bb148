import { type Explanation, explain } from '@liren/core/opinion/explain.ts';
import type { MappedGroup, MappedStatement, OpinionMap } from '@liren/core/opinion/opinion-map.ts';
import type { Vote } from '@liren/core/opinion/types.ts';
import { findDiscussion } from '../../store/discussions/discussions.ts';
import { openWords, readStatements } from '../../store/discussions/statements.ts';
import { readOwnVotes } from '../../store/discussions/votes.ts';
import type { Asker } from '../actor.ts';
import { outOf } from './close-talk.ts';
import { voterHandle } from './discuss-step.ts';
import { findTalk, type TalkDeps, type TalkKey } from './find-talk.ts';
import { leastTold } from './least-told.ts';
import { liveMap } from './live-map.ts';
import { attendanceOf } from './who-is-missing.ts';

/** So many of each kind are worth reading at once. */
const mostShown = 5;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** 观点地图: groups, what unites and what divides them, who is missing. Of few people nothing is told. */
export async function talkMap(deps: TalkDeps, asker: Asker, key: TalkKey) {
  const talk = await findTalk(deps, asker, key);
  if (talk === undefined || talk.step.config.statements !== true) return undefined;
  const { shell } = deps;
  const { community } = key;
  const least = leastTold(deps, community);
  const row = await findDiscussion(shell.pool, community, talk.step.id);
  if (row === undefined) return { participants: 0, votes: 0, least, told: false as const };
  const statements = await readStatements(shell.pool, community, row.id);
  const { map } = await liveMap(shell, row, outOf(statements));
  const { participants, votes } = map;
  if (participants < least) return { participants, votes, least, told: false as const };
  const me = asker.kind === 'person' ? voterHandle(shell, row.id, asker.person) : undefined;
  const own =
    me === undefined ? new Map<number, Vote>() : await readOwnVotes(shell.pool, community, row.id, me);
  const texts = new Map(
    statements
      .filter(({ status, words_sealed }) => status === 'shown' && words_sealed !== null)
      .map(({ n, words_sealed }) => [
        String(n),
        openWords(shell.sealer, row.id, n, 'words_sealed', words_sealed) ?? '',
      ]),
  );
  const attendance = await attendanceOf(deps, row, participants, least);
  return {
    participants,
    votes,
    least,
    told: true as const,
    closed: row.closed_at !== null,
    ...mapBody(map, { least, me, own, texts }),
    ...(attendance !== undefined && { attendance }),
  };
}

interface Telling {
  readonly least: number;
  readonly me: string | undefined;
  readonly own: ReadonlyMap<number, Vote>;
  readonly texts: ReadonlyMap<string, string>;
}

function mapBody(map: OpinionMap, { least, me, own, texts }: Telling) {
  const isTold = (group: number): boolean => (map.groups[group]?.size ?? 0) >= least;
  const numberOf = (column: number): number => Number(map.statements[column]?.statement);
  const told = map.statements.filter(({ statement, isOut }) => !isOut && texts.has(statement));
  const ranked = (of: (one: MappedStatement) => number): readonly number[] =>
    told
      .filter((one) => of(one) > 0)
      .toSorted((a, b) => of(b) - of(a))
      .slice(0, mostShown)
      .map(({ statement }) => Number(statement));
  return {
    people: map.people.map(({ voter, group, x, y }) => ({
      x: rounded(x),
      y: rounded(y),
      ...(isTold(group) && { group }),
      ...(voter === me && { me: true }),
    })),
    groups: map.groups.map((group, at) => groupBody(group, isTold(at), numberOf)),
    unites: ranked(unity),
    divides: ranked(division),
    statements: told.map((one) => ({
      n: Number(one.statement),
      text: texts.get(one.statement) ?? '',
      ...one.all,
      told: explain(withoutSmall(one, isTold)),
      ...(own.has(Number(one.statement)) && { mine: own.get(Number(one.statement)) }),
    })),
  };
}

const groupBody = (
  { size, represented }: MappedGroup,
  isTold: boolean,
  numberOf: (column: number) => number,
) => ({
  ...(isTold && { size }),
  typical: isTold
    ? represented
        // Polis also names what a group is merely less for than others are; to a resident that reads as its view.
        .filter(({ count, answers }) => 2 * count > answers)
        .map(({ column, side, count, answers }) => ({ n: numberOf(column), side, count, answers }))
    : [],
});

const unity = ({ unites, consensus }: MappedStatement): number =>
  unites === undefined ? 0 : consensus[unites];

/** The farther apart the groups' shares of yes, the more it divides. */
function division({ divides, groups }: MappedStatement): number {
  if (divides === undefined) return 0;
  const shares = groups.map(({ agree, disagree, pass }) => (agree + 1) / (agree + disagree + pass + 2));
  return Math.max(...shares) - Math.min(...shares);
}

/** Nothing is said of a group that is too small to be told of. */
function withoutSmall(one: MappedStatement, isTold: (group: number) => boolean): MappedStatement {
  if (one.groups.every((_, group) => isTold(group))) return one;
  const of = explain(one);
  return mentions(of).every(isTold) ? one : { ...one, unites: undefined, divides: undefined, represents: [] };
}
function mentions(one: Explanation): readonly number[] {
  if (one.kind === 'represents') return [one.group.group];
  if (one.kind === 'unites') return one.groups.map(({ group }) => group);
  return one.kind === 'divides' ? [...one.agree, ...one.disagree].map(({ group }) => group) : [];
}
