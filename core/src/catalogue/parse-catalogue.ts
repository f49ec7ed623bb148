import { err, ok, type Result } from '../basics/result.ts';
import type { Problem } from '../checker/problem.ts';
import type { LawSource } from '../law/law.ts';
import { PlainReader } from '../law/plain-reader.ts';
import { urgencies } from '../law/urgency-grades.ts';
import {
  type Affair,
  type AffairGroup,
  affairKinds,
  type Catalogue,
  complaintClasses,
  type Department,
} from './affair.ts';

const slug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const path = /^(component|event|service)\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** `plain` is what the YAML became; `file` only serves the messages. Every problem is listed. */
export function parseCatalogue(file: string, plain: unknown): Result<Catalogue, readonly Problem[]> {
  const reader = new PlainReader(file, plain);
  reader.onlyFields(['title', 'source', 'classes', 'departments', 'groups', 'affairs']);
  const classes = reader.field('classes');
  for (const name of complaintClasses) {
    if (!classes.texts().includes(name)) classes.report(`缺少一级分类“${name}”`);
  }
  const departments = reader.field('departments').items().map(readDepartment);
  const groups = reader.field('groups').items().map(readGroup);
  const known = { departments: idsOf(departments), groups: idsOf(groups) };
  const items = reader.field('affairs').items();
  const affairs = items.map((item) => readAffair(item, known));
  if (affairs.length === 0) reader.field('affairs').report('目录里没有事务');
  unique(
    reader.field('departments').items(),
    departments.map((department) => department.id),
  );
  unique(
    [...reader.field('groups').items(), ...items],
    [...groups, ...affairs].map((entry) => entry.id),
  );
  const catalogue = {
    title: reader.field('title').text(),
    source: readSource(reader.field('source')),
    departments,
    groups,
    affairs: new Map(affairs.map((affair) => [affair.id, affair])),
  };
  return reader.problems.length > 0 ? err(distinct(reader.problems)) : ok(catalogue);
}

const idsOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(entries.map((entry) => entry.id));

/** Fields that are read more than once complain once. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.path}\n${problem.reason}`, problem])).values(),
];

function unique(items: readonly PlainReader[], ids: readonly string[]): void {
  for (const [n, item] of items.entries()) {
    if (ids.indexOf(ids[n] ?? '') < n) item.field('id').report(`编号 ${ids[n]} 前面已经用过`);
  }
}

function readSource(reader: PlainReader): LawSource {
  reader.onlyFields(['law', 'article', 'date']);
  return {
    law: reader.field('law').text(),
    article: reader.field('article').text(),
    date: reader.field('date').date(),
  };
}

function readDepartment(reader: PlainReader): Department {
  reader.onlyFields(['id', 'title']);
  return { id: reader.field('id').matching(slug, '小写英文短名'), title: reader.field('title').text() };
}

function readGroup(reader: PlainReader): AffairGroup {
  reader.onlyFields(['id', 'title', 'kind', 'code']);
  const id = reader.field('id').matching(path, '“event/appearance”这样的编号');
  const kind = reader.field('kind').oneOf(affairKinds);
  if (!id.startsWith(`${kind}/`)) reader.field('id').report(`应当以 ${kind}/ 开头`);
  return { id, title: reader.field('title').text(), kind, ...readCode(reader, /^(component|event)-\d{2}$/) };
}

const affairFields = ['id', 'title', 'class', 'group', 'words', 'handler', 'urgency', 'code', 'description'];

function readAffair(
  reader: PlainReader,
  known: { readonly departments: ReadonlySet<string>; readonly groups: ReadonlySet<string> },
): Affair {
  reader.onlyFields(affairFields);
  const id = reader.field('id').matching(path, '“event/exposed-rubbish”这样的编号');
  const group = reader.field('group').text();
  if (group !== '' && !known.groups.has(group)) reader.field('group').report(`groups 里没有“${group}”`);
  if (id.split('/')[0] !== group.split('/')[0]) reader.field('group').report(`与编号 ${id} 不是同一种`);
  const handler = reader.field('handler').text();
  if (handler !== '' && !known.departments.has(handler)) {
    reader.field('handler').report(`departments 里没有“${handler}”`);
  }
  const words = reader.field('words').texts();
  if (words.length < 2) reader.field('words').report('至少写两个居民常用的说法');
  if (new Set(words).size < words.length) reader.field('words').report('有重复的说法');
  const urgency = reader.field('urgency');
  return {
    id,
    title: reader.field('title').text(),
    class: reader.field('class').oneOf(complaintClasses),
    group,
    words,
    handler,
    urgency: urgency.present ? urgency.oneOf(urgencies) : 'normal',
    description: reader.field('description').text(),
    ...readCode(reader, /^(component|event)-\d{4}$/),
  };
}

function readCode(reader: PlainReader, pattern: RegExp): { readonly code?: string } {
  const code = reader.field('code');
  return code.present ? { code: code.matching(pattern, '国标编号（component-0101 或 event-0110）') } : {};
}
