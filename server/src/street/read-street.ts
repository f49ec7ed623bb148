import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Charter } from '@liren/core/engine/types.ts';
import {
  type Division,
  type DivisionLevel,
  liesIn,
  readDivisionCode,
} from '@liren/core/registry/division-code.ts';
import { z } from 'zod';
import type { StreetPlan } from '../store/lay-street.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, '编号只用小写字母、数字和连字符');
const Title = z.string().min(1).max(60);
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** Corners as [longitude, latitude], WGS-84; the ring closes itself. */
const Shape = z.array(Position).min(3).max(2000);
const Code = z.string().max(12);
const Grid = z.strictObject({ id: Id, title: Title, shape: Shape.optional() });
const Source = z.strictObject({
  charter: z.string(),
  district: z.strictObject({ id: Id, title: Title, code: Code.optional() }),
  street: z.strictObject({ id: Id, title: Title, code: Code.optional() }),
  communities: z
    .array(
      z.strictObject({
        id: Id,
        title: Title,
        code: Code.optional(),
        shape: Shape.optional(),
        grids: z.array(Grid).default([]),
      }),
    )
    .min(1),
  organs: z.array(z.strictObject({ id: Id, kind: z.string(), title: Title, area: Id })).min(1),
});
type Source = z.infer<typeof Source>;

const polygon = (ring: z.infer<typeof Shape> | undefined) => {
  const [first] = ring ?? [];
  return ring === undefined || first === undefined
    ? undefined
    : { type: 'Polygon' as const, coordinates: [[...ring, first]] };
};

/** Twelve digits, where a code is told and right. */
function whole(code: string | undefined): string | undefined {
  const read = code === undefined ? undefined : readDivisionCode(code);
  return read?.ok ? read.value.code : undefined;
}

/** What is wrong with the official codes: their form, their level, or where they lie. */
function codeProblems({ district, street, communities }: Source): readonly string[] {
  const read = (code: string | undefined): Division | undefined => {
    const found = code === undefined ? undefined : readDivisionCode(code);
    return found?.ok ? found.value : undefined;
  };
  const of = (
    { title, code }: { readonly title: string; readonly code?: string | undefined },
    levels: readonly DivisionLevel[],
    outer: Division | undefined,
  ): readonly string[] => {
    if (code === undefined) return [];
    const own = read(code);
    if (own === undefined) return [`${title}：${code} 不是区划代码，应当是 12 位数字`];
    if (!levels.includes(own.level)) return [`${title}：${code} 是另一级的区划代码`];
    return outer === undefined || liesIn(own, outer) ? [] : [`${title}：${code} 不在上一级 ${outer.code} 里`];
  };
  const [above, own] = [read(district.code), read(street.code)];
  return [
    ...of(district, ['city', 'county'], undefined),
    ...of(street, ['street'], above),
    ...communities.flatMap((community) => of(community, ['community'], own ?? above)),
  ];
}

function planOf({ charter, district, street, communities, organs }: Source): StreetPlan {
  return {
    charter,
    street: street.id,
    places: [
      { ...district, code: whole(district.code), level: 'district' },
      { ...street, code: whole(street.code), parent: district.id, level: 'street' },
      ...communities.map(({ id, title, code, shape }) => ({
        id,
        title,
        code: whole(code),
        parent: street.id,
        level: 'community' as const,
        shape: polygon(shape),
      })),
      ...communities.flatMap((community) =>
        community.grids.map(({ id, title, shape }) => ({
          id,
          title,
          parent: community.id,
          level: 'grid' as const,
          shape: polygon(shape),
        })),
      ),
    ],
    communities: [
      ...communities.map(({ id, title }) => ({ id, title, place: id })),
      // Matters whose community is not known yet are kept by the street itself.
      { id: street.id, title: street.title, place: street.id },
    ],
    organs,
  };
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

/** A street's file as a plan, or every problem found in it, in words for whoever wrote it. */
export function readStreet(
  source: unknown,
  charters: ReadonlyMap<string, Charter>,
): Result<StreetPlan, readonly string[]> {
  const read = Source.safeParse(source);
  if (!read.success)
    return err(read.error.issues.map((issue) => `${issue.path.join('.') || '文件'}：${issue.message}`));
  const charter = charters.get(read.data.charter);
  if (charter === undefined)
    return err([`charter：没有“${read.data.charter}”这个章程，可用的有 ${[...charters.keys()].join('、')}`]);
  const plan = planOf(read.data);
  const places = new Set(plan.places.map((place) => place.id));
  const problems = [
    ...codeProblems(read.data),
    ...repeated(plan.places.map((place) => place.id)).map((id) => `地点编号 ${id} 用了不止一次`),
    ...repeated(plan.organs.map((organ) => organ.id)).map((id) => `机构编号 ${id} 用了不止一次`),
    ...plan.organs
      .filter((organ) => !Object.hasOwn(charter.organs, organ.kind))
      .map((organ) => `机构 ${organ.id}：章程里没有“${organ.kind}”这类机构`),
    ...plan.organs
      .filter((organ) => !places.has(organ.area))
      .map((organ) => `机构 ${organ.id}：没有 ${organ.area} 这个地点`),
  ];
  return problems.length > 0 ? err(problems) : ok(plan);
}
