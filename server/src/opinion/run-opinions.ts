import { ok, type Result } from '@liren/core/basics/result.ts';
import { explain } from '@liren/core/opinion/explain.ts';
import { computeMap, type MappedStatement, type OpinionMap } from '@liren/core/opinion/opinion-map.ts';
import { votesDigest } from '@liren/core/opinion/published.ts';
import { type ExportedStatements, readStatements, readVotes } from './read-polis-export.ts';
import { groupName, sentenceOf, sideNames } from './words.ts';

export interface OpinionsOptions {
  readonly comments?: string;
  readonly maxGroups: number;
  readonly json: boolean;
}

/** `liren opinions`: the map of an exported conversation; JSON, or lines for people. */
export async function runOpinions(file: string, options: OpinionsOptions): Promise<Result<string, string>> {
  const votes = await readVotes(file);
  if (!votes.ok) return votes;
  const statements = await readStatements(file, options.comments);
  if (!statements.ok) return statements;
  const { map } = computeMap(votes.value, { out: statements.value.out, maxGroups: options.maxGroups });
  const { out } = statements.value;
  const digest = votesDigest(votes.value, out);
  return ok(
    options.json
      ? JSON.stringify({ ...bodyOf(map, statements.value), digest })
      : `${textOf(map, statements.value)}\n指纹：${digest}`,
  );
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

function bodyOf(map: OpinionMap, { texts }: ExportedStatements) {
  const idOf = (column: number): string => map.statements[column]?.statement ?? '';
  return {
    participants: map.participants,
    votes: map.votes,
    groups: Object.fromEntries(map.people.map(({ voter, group }) => [voter, group])),
    groupCount: map.groups.length,
    silhouette: rounded(map.silhouette),
    sizes: map.groups.map(({ size }) => size),
    representative: map.groups.map(({ represented }) =>
      represented.map(({ column, side, count, answers, share, ratio, majorityZ, differenceZ }) => ({
        statement: idOf(column),
        side,
        count,
        answers,
        share: rounded(share),
        ratio: rounded(ratio),
        majorityZ: rounded(majorityZ),
        differenceZ: rounded(differenceZ),
      })),
    ),
    consensus: { agree: map.consensus.agree.map(idOf), disagree: map.consensus.disagree.map(idOf) },
    positions: Object.fromEntries(map.people.map(({ voter, x, y }) => [voter, [rounded(x), rounded(y)]])),
    statements: map.statements.map((statement) => statementBody(statement, texts)),
  };
}

function statementBody(one: MappedStatement, texts: ReadonlyMap<string, string>) {
  const text = texts.get(one.statement);
  return {
    id: one.statement,
    ...(text !== undefined && { text }),
    ...one.all,
    explanation: sentenceOf(explain(one)),
    ...(one.isOut
      ? { moderatedOut: true }
      : {
          groups: one.groups,
          representativeFor: one.represents,
          unites: one.unites ?? null,
          divides: one.divides ?? null,
          consensus: { agree: rounded(one.consensus.agree), disagree: rounded(one.consensus.disagree) },
        }),
  };
}

function textOf(map: OpinionMap, { texts }: ExportedStatements): string {
  const line = (one: MappedStatement): string =>
    [one.statement, texts.get(one.statement) ?? '', sentenceOf(explain(one))].join('\t');
  const groups = map.groups.flatMap(({ size, represented }, group) => [
    `${groupName(group)}，${size} 人：`,
    ...represented.map(({ column, side }) => {
      const id = map.statements[column]?.statement ?? '';
      return `  ${sideNames[side]}\t${id}\t${texts.get(id) ?? ''}`;
    }),
  ]);
  const placed = `${map.participants} 人参加，${map.votes} 票；${map.people.length} 人答得够多，分成 ${map.groups.length} 组。`;
  return [placed, ...groups, '每条观点：', ...map.statements.map(line)].join('\n');
}
