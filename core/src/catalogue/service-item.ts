import type { JsonObject } from '../basics/json.ts';
import { durationUnits, namePattern } from '../checker/source-defs.ts';
import type { Affairs, Material } from '../engine/types.ts';
import type { LawSource } from '../law/law.ts';
import { type ComplaintClass, complaintClasses } from './affair.ts';

/** Who may ask for an item, and by which ways; a form that opens such matters asks for both by these names. */
export const askers = ['self', 'family', 'agent'] as const;
export const itemWays = ['window', 'home', 'phone'] as const;
export type AskerKind = (typeof askers)[number];
export type ItemWay = (typeof itemWays)[number];

export const materialForms = ['original', 'copy', 'original-and-copy', 'written'] as const;
export interface ItemMaterial extends Material {
  readonly form: (typeof materialForms)[number];
  readonly note?: string;
}
/** How long something may take, in days or working days. */
export type ItemLimit = { readonly days: number } | { readonly workingDays: number };

/** 办事事项: one thing that people have done at the window. */
export interface ServiceItem {
  /** 'item/<slug>'; stable for ever. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly class: ComplaintClass;
  /** What people call it; at least two. */
  readonly words: readonly string[];
  /** The kind of organ that decides. */
  readonly decides: string;
  readonly asks: readonly AskerKind[];
  readonly ways: readonly ItemWay[];
  readonly materials: readonly ItemMaterial[];
  /** Titles of what the community looks up itself: nobody brings it. */
  readonly lookedUp: readonly string[];
  /** 承诺时限, never longer than the 法定时限 where there is one. */
  readonly limit: ItemLimit;
  readonly legal?: ItemLimit;
  /** What the person gets in hand. */
  readonly result: string;
  readonly source: LawSource;
}
export interface ItemGroup {
  readonly id: string;
  readonly title: string;
  readonly class: ComplaintClass;
}
/** 办事目录 */
export interface ServiceItems {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly ItemGroup[];
  /** In the order of the file. */
  readonly items: readonly ServiceItem[];
}

/** The items as affairs, for the engine. */
export const itemsForEngine = (catalogue: ServiceItems): Affairs =>
  Object.fromEntries(
    catalogue.items.map((item) => [
      item.id,
      {
        id: item.id,
        title: item.title,
        class: item.class,
        group: item.group,
        handler: item.decides,
        limit: item.limit,
        service: {
          catalogue: catalogue.id,
          materials: item.materials.map(({ id, title, when }) => ({
            id,
            title,
            ...(when !== undefined && { when }),
          })),
          admits: { way: item.ways, asker: item.asks },
        },
      },
    ]),
  );

const slug: JsonObject = { type: 'string', pattern: namePattern };
const path: JsonObject = { type: 'string', pattern: '^item/[a-z][a-z0-9]*(-[a-z0-9]+)*$' };
const title: JsonObject = { type: 'string', minLength: 1, maxLength: 60 };
const chosen = (from: readonly string[]): JsonObject => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { enum: from },
});
const named: JsonObject = { type: 'array', uniqueItems: true, maxItems: 20, items: slug };
const limit: JsonObject = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties: Object.fromEntries(
    durationUnits
      .filter((unit) => unit.endsWith('ays'))
      .map((unit) => [unit, { type: 'integer', minimum: 1, maximum: 365 }]),
  ),
  additionalProperties: false,
  description: '{ workingDays: 5 } 或 { days: 15 }',
};
const listOf = (required: readonly string[], properties: JsonObject): JsonObject => ({
  type: 'array',
  minItems: 1,
  maxItems: 500,
  items: { type: 'object', required, properties, additionalProperties: false },
});

export const serviceItemsSource: JsonObject = {
  type: 'object',
  required: ['service-items', 'title', 'materials', 'groups', 'items'],
  properties: {
    'service-items': slug,
    title,
    materials: {
      type: 'object',
      description: '材料，每种写一次；事项里用名称引用',
      minProperties: 1,
      maxProperties: 500,
      propertyNames: { pattern: namePattern },
      additionalProperties: {
        type: 'object',
        required: ['title'],
        properties: {
          title,
          form: { enum: materialForms },
          note: { type: 'string', minLength: 1, maxLength: 100 },
        },
        additionalProperties: false,
      },
    },
    groups: listOf(['id', 'title', 'class'], { id: path, title, class: { enum: complaintClasses } }),
    items: listOf(
      ['id', 'title', 'group', 'words', 'decides', 'asks', 'ways', 'bring', 'limit', 'result', 'source'],
      {
        id: path,
        title,
        group: path,
        words: {
          type: 'array',
          minItems: 2,
          maxItems: 20,
          uniqueItems: true,
          items: { type: 'string', minLength: 2, maxLength: 30 },
        },
        decides: { ...slug, description: '哪一种机构决定：章程里机构的名称' },
        asks: { ...chosen(askers), description: '谁可以来办：本人、家里人、受委托的人' },
        ways: { ...chosen(itemWays), description: '怎么办：到窗口、请人上门、电话' },
        bring: { ...named, description: '都要带的材料' },
        'bring-if': {
          type: 'object',
          maxProperties: 20,
          propertyNames: { pattern: namePattern },
          additionalProperties: { type: 'string', minLength: 2, maxLength: 40 },
          description: '有某种情形才要带的材料: 什么情形',
        },
        'looked-up': { ...named, description: '社区自己能核对、不用带的' },
        limit: { ...limit, description: '承诺多久办好' },
        legal: { ...limit, description: '法律规定最长多久；承诺的不能更长' },
        result: title,
        source: {
          type: 'object',
          required: ['law', 'article', 'date'],
          properties: {
            law: title,
            article: title,
            date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
          },
          additionalProperties: false,
        },
      },
    ),
  },
  additionalProperties: false,
};
