import { addToBallots, type Ballots, noBallots } from './ballots.ts';
import { centre } from './centred.ts';
import { type Components, mainComponents } from './components.ts';
import { type Grouping, groupPoints } from './groups.ts';
import type { Points } from './k-means.ts';
import { positionsOf } from './positions.ts';
import { consensusOf, type Representative, representativeOf } from './representative.ts';
import { admit, emptyRoll, type Roll, rowsOnMap } from './roll.ts';
import { type Standing, standingOf } from './statements.ts';
import { addTallies, type Side } from './statistics.ts';
import { type Tally, tally } from './tallies.ts';
import { type CastVote, defaultOptions, type MapOptions } from './types.ts';

export interface MappedPerson {
  readonly voter: string;
  readonly group: number;
  readonly x: number;
  readonly y: number;
}
export interface MappedStatement extends Standing {
  readonly statement: string;
  /** A moderator took it out: it is counted, and nothing else is told of it. */
  readonly isOut: boolean;
  /** Everybody's answers, of those too who are not on the map. */
  readonly all: Tally;
  readonly groups: readonly Tally[];
  /** Groups that it stands for, and by which side. */
  readonly represents: readonly { readonly group: number; readonly side: Side }[];
}
export interface MappedGroup {
  readonly size: number;
  readonly represented: readonly Representative[];
}
export interface OpinionMap {
  readonly participants: number;
  /** Each person's answer to a statement once. */
  readonly votes: number;
  readonly silhouette: number;
  readonly people: readonly MappedPerson[];
  readonly groups: readonly MappedGroup[];
  readonly statements: readonly MappedStatement[];
  /** What most of everybody is for, or against; numbers of statements. */
  readonly consensus: Readonly<Record<Side, readonly number[]>>;
}

/** What the next votes are added to. */
export interface MapState {
  readonly options: MapOptions;
  readonly ballots: Ballots;
  readonly roll: Roll;
  readonly components: Components | undefined;
  readonly map: OpinionMap;
}

/** The map of these votes, in whatever order they are given. */
export const computeMap = (votes: readonly CastVote[], options: Partial<MapOptions> = {}): MapState =>
  grow(noBallots, emptyRoll, votes, { ...defaultOptions, ...options });

/**
 * The map with further votes: what `computeMap` of all votes would be, as long as votes come in the order of time, but ready
 * sooner. Main components are looked for from the former ones, and found to ten digits; so somebody who stands on the line
 * between two groups to within as much may be in the other, and the plane may be mirrored.
 */
export const addVotes = (state: MapState, votes: readonly CastVote[]): MapState =>
  grow(state.ballots, state.roll, votes, state.options, state);

function grow(
  before: Ballots,
  roll: Roll,
  votes: readonly CastVote[],
  options: MapOptions,
  from?: MapState,
): MapState {
  const { ballots, first } = addToBallots(before, votes);
  const nextRoll = admit(roll, first, ballots.voters.length);
  const isOut = Uint8Array.from(ballots.statements, (id) => (options.out.has(id) ? 1 : 0));
  const x = centre(ballots, isOut);
  const components = mainComponents(x, from?.components);
  const rows = rowsOnMap(nextRoll);
  const points = positionsOf(
    ballots,
    x,
    components,
    rows,
    isOut.reduce((sum, one) => sum + one, 0),
  );
  const grouping = groupPoints(points, options.maxGroups);
  const map = describe(ballots, isOut, rows, points, grouping);
  return { options, ballots, roll: nextRoll, components, map };
}

function describe(
  ballots: Ballots,
  isOut: Uint8Array,
  rows: Int32Array,
  points: Points,
  grouping: Grouping,
): OpinionMap {
  const groupOf = new Int32Array(ballots.voters.length).fill(-1);
  rows.forEach((row, i) => {
    groupOf[row] = grouping.of[i] ?? -1;
  });
  const tallies = tally(ballots, groupOf, grouping.groups);
  const [all = []] = tally(ballots, new Int32Array(ballots.voters.length), 1);
  const told = ballots.statements.flatMap((_, column) => (isOut[column] === 1 ? [] : [column]));
  const sizes = new Int32Array(grouping.groups);
  for (const group of grouping.of) sizes[group] = (sizes[group] ?? 0) + 1;
  const groups = tallies.map((counts, group): MappedGroup => {
    const rest = tallies.filter((_, other) => other !== group);
    const others = ballots.statements.map((_, column) =>
      addTallies(rest.flatMap((one) => one[column] ?? [])),
    );
    return {
      size: sizes[group] ?? 0,
      represented: rest.length === 0 ? [] : representativeOf(counts, others, told),
    };
  });
  return {
    participants: ballots.voters.length,
    votes: ballots.column.length,
    silhouette: grouping.silhouette,
    people: Array.from(rows, (row, i) => ({
      voter: ballots.voters[row] ?? '',
      group: grouping.of[i] ?? 0,
      x: points[2 * i] ?? 0,
      y: points[2 * i + 1] ?? 0,
    })),
    groups,
    statements: ballots.statements.map((statement, column): MappedStatement => {
      const counts = tallies.flatMap((one) => one[column] ?? []);
      return {
        statement,
        isOut: isOut[column] === 1,
        all: all[column] ?? addTallies([]),
        groups: counts,
        represents: groups.flatMap(({ represented }, group) =>
          represented.flatMap((one) => (one.column === column ? [{ group, side: one.side }] : [])),
        ),
        ...standingOf(counts),
      };
    }),
    consensus: { agree: consensusOf(all, told, 'agree'), disagree: consensusOf(all, told, 'disagree') },
  };
}
