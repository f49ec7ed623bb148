import { civilDate } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { isCivilDate } from '../calendar/civil-date.ts';
import { record, text, texts } from '../checker/plain.ts';
import { didYouMean, type Problem } from '../checker/problem.ts';
import { validate } from '../checker/validate.ts';
import {
  type ItemGroup,
  type ItemLimit,
  type ItemMaterial,
  type ServiceItem,
  type ServiceItems,
  serviceItemsSource,
} from './service-item.ts';

type Fault = Omit<Problem, 'file'>;
type Source = Readonly<Record<string, unknown>>;
type Known = ReadonlyMap<string, ItemMaterial>;

const list = (value: unknown): readonly Source[] => (Array.isArray(value) ? value.map(record) : []);

/** The most calendar days that a limit may take: a working day may wait for a weekend, five of them for a week. */
const days = (limit: ItemLimit): number =>
  'days' in limit ? limit.days : Math.ceil(limit.workingDays / 5) * 7;
/** Two limits in one unit are compared as they stand. */
function isLonger(limit: ItemLimit, legal: ItemLimit): boolean {
  if ('workingDays' in limit && 'workingDays' in legal) return limit.workingDays > legal.workingDays;
  return days(limit) > days(legal);
}

function materialsOf(item: Source, known: Known): readonly ItemMaterial[] {
  const only = Object.entries(record(item['bring-if']));
  return [
    ...texts(item['bring']).flatMap((id) => known.get(id) ?? []),
    ...only.flatMap(([id, when]) => {
      const material = known.get(id);
      return material === undefined ? [] : [{ ...material, when: text(when) }];
    }),
  ];
}

function readItem(item: Source, groups: ReadonlyMap<string, ItemGroup>, known: Known): ServiceItem {
  const group = text(item['group']);
  const { law, article, date } = record(item['source']);
  return {
    id: text(item['id']),
    title: text(item['title']),
    group,
    class: groups.get(group)?.class ?? '城乡建设',
    words: texts(item['words']),
    decides: text(item['decides']),
    asks: texts(item['asks']) as ServiceItem['asks'],
    ways: texts(item['ways']) as ServiceItem['ways'],
    materials: materialsOf(item, known),
    lookedUp: texts(item['looked-up']).flatMap((id) => known.get(id)?.title ?? []),
    limit: item['limit'] as ItemLimit,
    ...(item['legal'] !== undefined && { legal: item['legal'] as ItemLimit }),
    result: text(item['result']),
    source: { law: text(law), article: text(article), date: civilDate(text(date)) },
  };
}

/** Each material is asked for one way only, and stands in the list of materials. */
function materialFaults(item: Source, path: string, known: Known): Fault[] {
  const asked = [
    ...texts(item['bring']).map((id) => ({ id, at: `${path}.bring` })),
    ...Object.keys(record(item['bring-if'])).map((id) => ({ id, at: `${path}.bring-if` })),
    ...texts(item['looked-up']).map((id) => ({ id, at: `${path}.looked-up` })),
  ];
  const unknown = asked
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) => ({
      path: at,
      reason: `materials 里没有 ${id}`,
      help: didYouMean(id, known.keys()),
    }));
  const twice = asked
    .filter(({ id }, i) => asked.findIndex((each) => each.id === id) < i)
    .map(({ id, at }) => ({
      path: at,
      reason: `材料 ${id} 写了两次`,
      help: '要么都带，要么有情形才带，要么不用带',
    }));
  return [...unknown, ...twice];
}

function itemFaults(
  item: Source,
  path: string,
  groups: ReadonlyMap<string, ItemGroup>,
  known: Known,
): Fault[] {
  const { group, limit, legal, source } = item;
  const date = text(record(source)['date']);
  return [
    ...materialFaults(item, path, known),
    ...(groups.has(text(group))
      ? []
      : [
          {
            path: `${path}.group`,
            reason: `groups 里没有 ${text(group)}`,
            help: didYouMean(text(group), groups.keys()),
          },
        ]),
    ...(legal !== undefined && isLonger(limit as ItemLimit, legal as ItemLimit)
      ? [
          {
            path: `${path}.limit`,
            reason: '承诺的时限比法律规定的还长',
            help: '改短 limit:，法律规定的最长时限写在 legal:',
          },
        ]
      : []),
    ...(isCivilDate(date)
      ? []
      : [{ path: `${path}.source.date`, reason: `没有 ${date} 这一天`, help: '写作 2026-01-01' }]),
  ];
}

const repeated = (entries: readonly Source[], where: string): Fault[] =>
  entries.flatMap(({ id }, i) =>
    entries.findIndex((each) => each['id'] === id) < i
      ? [{ path: `${where}.${i}.id`, reason: `编号 ${text(id)} 前面已经用过` }]
      : [],
  );

/** `charters/catalogues/<name>.yaml`: what a window takes in. Every problem is listed. */
export function loadServiceItems(source: unknown, file: string): Result<ServiceItems, readonly Problem[]> {
  const problems = validate(serviceItemsSource, source, file, []);
  if (problems.length > 0) return err(problems);
  const plain = record(source);
  const known: Known = new Map(
    Object.entries(record(plain['materials'])).map(([id, each]) => {
      const { title, form, note } = record(each);
      const material = { id, title: text(title), form: (form ?? 'original') as ItemMaterial['form'] };
      return [id, note === undefined ? material : { ...material, note: text(note) }];
    }),
  );
  const groups = list(plain['groups']).map((group): ItemGroup => group as unknown as ItemGroup);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const items = list(plain['items']);
  const faults = [
    ...repeated(list(plain['groups']), 'groups'),
    ...repeated(items, 'items'),
    ...items.flatMap((item, i) => itemFaults(item, `items.${i}`, byId, known)),
  ];
  if (faults.length > 0) return err(faults.map((fault) => ({ file, ...fault })));
  return ok({
    id: text(plain['service-items']),
    title: text(plain['title']),
    groups,
    items: items.map((item) => readItem(item, byId, known)),
  });
}
