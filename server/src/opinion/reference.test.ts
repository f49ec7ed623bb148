import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { computeMap } from '@liren/core/opinion/opinion-map.ts';
import { adjustedRand } from '@liren/core/opinion/rand-index.ts';
import type { CastVote, Vote } from '@liren/core/opinion/types.ts';
import { describe, expect, it } from 'vitest';
import { readColumns } from '../text/read-columns.ts';
import { runOpinions } from './run-opinions.ts';

const folder = resolve(
  import.meta.dirname,
  '../../..',
  process.env['LIREN_TEST_DATA'] ?? '../shared/data',
  'opinions',
);
const isThere = existsSync(folder);
if (!isThere) console.info(`No conversations in ${folder}: what Polis made of them is not compared.`);

describe.skipIf(!isThere)('conversations that Polis exported', () => {
  it.each([
    ['15-per-hour-seattle', 0.85],
    ['brexit-consensus', 0.65],
    ['vtaiwan.uberx', 0.9],
    // An earlier Polis made the groups of these two: see docs/contributor/benchmarks.md.
    ['london.youth.policing', -1],
    ['scoop-hivemind.ubi', -1],
  ])('%s', async (name, agreement) => {
    const file = (part: string): string => resolve(folder, name, part);
    const body = JSON.parse(unwrap(await runOpinions(file('votes.csv'), { maxGroups: 5, json: true })));
    const people = unwrap(
      await readColumns(file('participants-votes.csv'), [
        'participant',
        'group-id',
        'n-votes',
        'n-agree',
        'n-disagree',
      ]),
    );
    const sum = (column: number): number => people.reduce((total, row) => total + Number(row[column]), 0);
    const total = (side: string): number =>
      body.statements.reduce((all: number, one: Record<string, number>) => all + (one[side] ?? 0), 0);
    expect([body.participants, body.votes, total('agree'), total('disagree')]).toEqual([
      people.length,
      sum(2),
      sum(3),
      sum(4),
    ]);
    const theirs = new Map(
      people.flatMap(([id = '', group = '']) => (group === '' ? [] : [[id, Number(group)] as const])),
    );
    const ours = new Map(Object.entries<number>(body.groups));
    expect(adjustedRand(ours, theirs)).toBeGreaterThan(agreement);
  });
});

interface EngineOutput {
  readonly n: number;
  readonly 'mod-out': readonly number[];
  readonly 'group-clusters': readonly { readonly id: number; readonly members: readonly number[] }[];
  readonly 'base-clusters': {
    readonly id: readonly number[];
    readonly members: readonly (readonly number[])[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly repness: Readonly<
    Record<
      string,
      readonly { readonly tid: number; readonly 'repful-for': string; readonly repness: number }[]
    >
  >;
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly { readonly tid: number }[]>>;
  readonly 'group-aware-consensus': Readonly<Record<string, number>>;
  readonly 'group-votes': Readonly<
    Record<string, { readonly votes: Readonly<Record<string, Readonly<Record<'A' | 'D' | 'S', number>>>> }>
  >;
  readonly 'user-vote-counts': Readonly<Record<string, number>>;
}

function readConversation(name: string) {
  const read = (part: string) =>
    JSON.parse(readFileSync(resolve(folder, 'with-engine-output', name, part), 'utf8'));
  const engine: EngineOutput = read('math-pca2.json');
  const rows: readonly Record<string, string | number>[] = read('votes.json');
  const votes = rows.map(
    (row): CastVote => ({
      voter: String(row['participant_id'] ?? row['pid']),
      statement: String(row['statement_id'] ?? row['tid']),
      vote: Number(row['vote']) as Vote,
      at: Number(row['modified']),
    }),
  );
  return { engine, votes };
}

describe.skipIf(!isThere)('conversations with the output of Polis’s own engine', () => {
  it.each(['25ptpt-3gp-no-strict-with-meta', '50ptpt-3gp-strict-no-meta', 'below-100-ptpts'])(
    '%s',
    (name) => {
      const { engine, votes } = readConversation(name);
      const { map } = computeMap(votes, { out: new Set(engine['mod-out'].map(String)) });
      const membersOf = new Map(
        engine['base-clusters'].id.map((id, at) => [id, engine['base-clusters'].members[at] ?? []]),
      );
      const theirs = new Map(
        engine['group-clusters'].flatMap(({ id, members }) =>
          members.flatMap((base) => (membersOf.get(base) ?? []).map((pid) => [String(pid), id] as const)),
        ),
      );
      const ours = new Map(map.people.map(({ voter, group }) => [voter, group]));
      expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
      expect(adjustedRand(ours, theirs)).toBe(1);

      const theirGroup = (group: number): string =>
        String(theirs.get(map.people.find((person) => person.group === group)?.voter ?? ''));
      map.groups.forEach(({ represented }, group) => {
        const told = represented.map(({ column, side }) => `${side} ${map.statements[column]?.statement}`);
        const expected = engine.repness[theirGroup(group)] ?? [];
        expect(told).toEqual(expected.map((one) => `${one['repful-for']} ${one.tid}`));
      });
      for (const side of ['agree', 'disagree'] as const) {
        const told = map.consensus[side].map((column) => Number(map.statements[column]?.statement));
        expect(told).toEqual(engine.consensus[side].map(({ tid }) => tid));
      }
      for (const { statement, groups, consensus, isOut } of map.statements) {
        if (!isOut) expect(consensus.agree).toBeCloseTo(engine['group-aware-consensus'][statement] ?? 0, 9);
        groups.forEach(({ agree, disagree, pass }, group) => {
          const counted = engine['group-votes'][theirGroup(group)]?.votes[statement];
          expect({ A: agree, D: disagree, S: agree + disagree + pass }).toEqual(counted);
        });
      }
    },
  );
});
