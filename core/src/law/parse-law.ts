import { err, ok, type Result } from '../basics/result.ts';
import type { Problem } from '../checker/problem.ts';
import { type Fraction, findFraction, zero } from './fraction.ts';
import {
  asks,
  comparisons,
  denominators,
  durationUnits,
  type LawBook,
  type LawParameter,
  type LawRule,
  type LawSource,
  type LawValue,
  type ParameterValue,
  type ParameterVersion,
  ruleStatuses,
} from './law.ts';
import { PlainReader } from './plain-reader.ts';

/** One file of `charters/law/`, read. */
export interface LawFile {
  readonly file: string;
  readonly title: string;
  readonly rules: readonly LawRule[];
  readonly parameters: readonly LawParameter[];
}

/** `plain` is what the YAML became; `file` only serves the messages. Every problem is listed, not just the first. */
export function parseLawFile(file: string, plain: unknown): Result<LawFile, readonly Problem[]> {
  const reader = new PlainReader(file, plain);
  reader.onlyFields(['title', 'rules', 'parameters']);
  const title = reader.field('title').text();
  const rules = optionalItems(reader.field('rules')).map(readRule);
  const parameters = optionalItems(reader.field('parameters')).map(readParameter);
  if (rules.length + parameters.length === 0) reader.report('文件里既没有 rules，也没有 parameters');
  return reader.problems.length > 0 ? err(reader.problems) : ok({ file, title, rules, parameters });
}

/** Joins the files. A rule id may return with a later period; periods of one id must not overlap. */
export function buildLawBook(files: readonly LawFile[]): Result<LawBook, readonly Problem[]> {
  const problems: Problem[] = [];
  const rules = new Map<string, LawRule[]>();
  const parameters = new Map<string, LawParameter>();
  for (const { file, rules: found, parameters: foundParameters } of files) {
    for (const rule of found) {
      const versions = rules.get(rule.id) ?? [];
      const clash = versions.find((other) => overlap(other, rule));
      if (clash) {
        problems.push({
          file,
          path: rule.id,
          reason: `与另一条 ${rule.id}（自 ${clash.from} 起）的施行期间重叠`,
        });
      }
      rules.set(rule.id, [...versions, rule].sort(byFrom));
    }
    for (const parameter of foundParameters) {
      if (parameters.has(parameter.id)) {
        problems.push({
          file,
          path: parameter.id,
          reason: '这个参数在别处已经写过，请合并为一个参数的多个版本',
        });
      }
      parameters.set(parameter.id, parameter);
    }
  }
  return problems.length > 0 ? err(problems) : ok({ rules, parameters });
}

/** Reads and joins all files at once: `[file name, plain object]` pairs. */
export function parseLawBook(
  files: readonly (readonly [file: string, plain: unknown])[],
): Result<LawBook, readonly Problem[]> {
  const parsed = files.map(([file, plain]) => parseLawFile(file, plain));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.error));
  if (problems.length > 0) return err(problems);
  return buildLawBook(parsed.flatMap((result) => (result.ok ? [result.value] : [])));
}

const lastDay = '9999-12-31';
const byFrom = (a: { readonly from: string }, b: { readonly from: string }): number =>
  a.from < b.from ? -1 : 1;
const overlap = (a: LawRule, b: LawRule): boolean =>
  a.from <= (b.until ?? lastDay) && b.from <= (a.until ?? lastDay);

const optionalItems = (reader: PlainReader): readonly PlainReader[] => (reader.present ? reader.items() : []);

const ruleFields = [
  'id',
  'title',
  'text',
  'source',
  'also',
  'status',
  'jurisdiction',
  'from',
  'until',
  'values',
];

function readRule(reader: PlainReader): LawRule {
  reader.onlyFields(ruleFields);
  const from = reader.field('from').date();
  const until = reader.field('until').present ? reader.field('until').date() : undefined;
  if (until !== undefined && until < from) reader.field('until').report(`早于施行日 ${from}`);
  const status = reader.field('status').oneOf(ruleStatuses);
  const jurisdiction = reader.field('jurisdiction').present
    ? reader.field('jurisdiction').text()
    : 'national';
  if (status === 'confirmed' && jurisdiction !== 'national') {
    reader.field('jurisdiction').report('只有全国适用的规则才能写 confirmed；地方做法请写 local');
  }
  const values = Object.fromEntries(
    reader
      .field('values')
      .fieldNames()
      .map((name) => [name, readValue(reader.field('values').field(name))]),
  );
  return {
    id: reader.field('id').matching(/^[A-Z]{3,5}-\d{1,2}$/, '“OWN-1”这样的编号'),
    title: reader.field('title').text(),
    text: reader.field('text').text(),
    source: readSource(reader.field('source')),
    also: optionalItems(reader.field('also')).map(readSource),
    status,
    jurisdiction,
    from,
    ...(until === undefined ? {} : { until }),
    values,
  };
}

function readSource(reader: PlainReader): LawSource {
  if (!reader.present) reader.report('缺少出处：写明 law、article 和 date');
  reader.onlyFields(['law', 'article', 'date']);
  if (!reader.present) return { law: '', article: '', date: reader.field('date').date() };
  return {
    law: reader.field('law').text(),
    article: reader.field('article').text(),
    date: reader.field('date').date(),
  };
}

function readShare(reader: PlainReader): Fraction {
  const text = reader.text();
  const found = findFraction(text);
  if (text !== '' && found === undefined) reader.report('比例要写成分数，例如 2/3，不写小数或百分数');
  return found ?? zero;
}

function readValue(reader: PlainReader): LawValue {
  const op = reader.field('op');
  if (reader.field('share').present) {
    reader.onlyFields(['op', 'share', 'of', 'asks']);
    const share = readShare(reader.field('share'));
    if (share.numerator > share.denominator) reader.field('share').report('比例不能大于 1');
    const asked = reader.field('asks');
    return {
      kind: 'share',
      op: op.oneOf(comparisons),
      share,
      of: reader.field('of').oneOf(denominators),
      ...(asked.present && { asks: asked.oneOf(asks) }),
    };
  }
  if (reader.field('count').present) {
    reader.onlyFields(['op', 'count', 'unit']);
    const count = reader.field('count').whole();
    return { kind: 'count', op: op.oneOf(comparisons), count, unit: reader.field('unit').text() };
  }
  if (reader.field('yes').present) {
    reader.onlyFields(['yes']);
    return { kind: 'flag', flag: reader.field('yes').flag() };
  }
  if (reader.field('list').present) {
    reader.onlyFields(['list']);
    return { kind: 'list', items: reader.field('list').texts() };
  }
  return readTime(reader);
}

function readTime(reader: PlainReader): Extract<LawValue, { kind: 'time' }> {
  reader.onlyFields(['op', ...durationUnits]);
  const units = durationUnits.filter((unit) => reader.field(unit).present);
  const unit = units[0] ?? 'days';
  if (units.length !== 1)
    reader.report(
      `要写一个比例（share）、数目（count）、列表（list）或一个时限（${durationUnits.join('、')}）`,
    );
  const amount = units.length === 1 ? reader.field(unit).whole(1) : 1;
  return { kind: 'time', op: reader.field('op').oneOf(comparisons), amount, unit };
}

function readParameter(reader: PlainReader): LawParameter {
  reader.onlyFields(['id', 'title', 'text', 'source', 'status', 'versions']);
  const versions = reader.field('versions').items().map(readVersion);
  if (versions.length === 0) reader.field('versions').report('至少要有一个版本');
  for (const [n, version] of versions.entries()) {
    const before = versions[n - 1];
    if (before && before.from >= version.from) {
      reader.field('versions').report(`版本要按施行日从早到晚写，${version.from} 写在了 ${before.from} 后面`);
    }
  }
  return {
    id: reader.field('id').matching(/^[a-z]+(-[a-z]+)*$/, '小写英文短名'),
    title: reader.field('title').text(),
    text: reader.field('text').text(),
    source: readSource(reader.field('source')),
    status: reader.field('status').oneOf(ruleStatuses),
    versions,
  };
}

function readVersion(reader: PlainReader): ParameterVersion {
  reader.onlyFields(['from', 'note', 'values']);
  const values = reader.field('values');
  if (!values.present) values.report('缺少这一项');
  return {
    from: reader.field('from').date(),
    ...(reader.field('note').present ? { note: reader.field('note').text() } : {}),
    values: Object.fromEntries(
      values.fieldNames().map((name) => [name, readParameterValue(values.field(name))]),
    ),
  };
}

function readParameterValue(reader: PlainReader): ParameterValue {
  if (reader.field('ratio').present) {
    reader.onlyFields(['ratio']);
    return { kind: 'ratio', ratio: readShare(reader.field('ratio')) };
  }
  if (reader.field('word').present) {
    reader.onlyFields(['word']);
    return { kind: 'word', word: reader.field('word').text() };
  }
  return readTime(reader);
}
