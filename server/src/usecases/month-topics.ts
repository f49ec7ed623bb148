import { civilDate } from '@liren/core/basics/ids.ts';
import { instantOf } from '@liren/core/calendar/calendar.ts';
import type { Topic } from '@liren/core/text/hot-topics.ts';
import type { Kysely } from 'kysely';
import { listMatters } from '../store/list-matters.ts';
import type { Tables } from '../store/schema.ts';
import type { TextTools } from '../text/text-tools.ts';
import type { Asker } from './actor.ts';
import { type Line, type LineDeps, linesOf } from './lines.ts';
import { readWords } from './read-words.ts';
import { scopeOf } from './scope.ts';

type Deps = LineDeps & { readonly db: Kysely<Tables>; readonly text: TextTools };

/** The newest of a month; a street that hears more finds its topics among these as well. */
const mostMatters = 1000;
const mostTopics = 12;
const mostExamples = 3;
/** A topic ties in this many at once. */
const mostTied = 200;

/** What people raised again and again in a month, among the matters that the asker's posts read whole. */
export async function monthTopics(deps: Deps, asker: Asker, month: string) {
  const [since, until] = [startOf(month), startOf(monthAfter(month))];
  const scope = scopeOf(deps.directory, asker);
  const rows = await listMatters(deps.db, scope, { procedure: 'complaint', since, until }, mostMatters);
  const words = await readWords(deps, rows);
  const told = rows.flatMap(({ id }) => {
    const said = words.get(id);
    return said === undefined ? [] : [{ id, text: `${said.title}\n${said.text}` }];
  });
  const topics = (await deps.text.recurring(told)).slice(0, mostTopics);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = await linesOf(
    deps,
    topics.flatMap(({ members }) => members.flatMap((id) => byId.get(id) ?? [])),
    ['public', 'parties', 'handlers'],
  );
  const lineById = new Map(lines.map((line) => [line.id, line]));
  return { looked: rows.length, topics: topics.map((topic) => topicBody(topic, lineById)) };
}

function topicBody({ members, why }: Topic, lineById: ReadonlyMap<string, Line>) {
  const lines = members.flatMap((id) => lineById.get(id) ?? []);
  const places = new Map<string, number>();
  for (const { communityTitle } of lines) places.set(communityTitle, (places.get(communityTitle) ?? 0) + 1);
  return {
    words: [...why],
    count: lines.length,
    open: lines.filter(({ status }) => status === 'open').length,
    places: [...places].map(([title, count]) => ({ title, count })).sort((a, b) => b.count - a.count),
    examples: lines.slice(0, mostExamples),
    matters: lines.slice(0, mostTied).map(({ id, number, title }) => ({ id, number, title })),
  };
}

const startOf = (month: string) => instantOf(civilDate(`${month}-01`), 0);
const monthAfter = (month: string): string => {
  const [year = 0, n = 1] = month.split('-').map(Number);
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
};
