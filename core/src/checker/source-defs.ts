import type { JsonObject } from '../basics/json.ts';
import { fieldTypes, levels, rights, verbs } from '../engine/types.ts';
import { denominators } from '../law/law.ts';

export const durationUnits = [
  'minutes',
  'hours',
  'days',
  'workingMinutes',
  'workingHours',
  'workingDays',
] as const;

/** Names that people give to steps, posts, organs, outcomes. */
export const namePattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const name: JsonObject = { type: 'string', pattern: namePattern };
const title: JsonObject = { type: 'string', minLength: 1, maxLength: 60 };
const names: JsonObject = { type: 'array', minItems: 1, uniqueItems: true, items: name };

const hoursMost = 24 * 3660;
const units: JsonObject = {
  minutes: { type: 'number', exclusiveMinimum: 0, maximum: hoursMost * 60 },
  hours: { type: 'number', exclusiveMinimum: 0, maximum: hoursMost },
  days: { type: 'integer', minimum: 1, maximum: 3660 },
  workingMinutes: { type: 'number', exclusiveMinimum: 0, maximum: 100_000 },
  workingHours: { type: 'number', exclusiveMinimum: 0, maximum: 10_000 },
  workingDays: { type: 'integer', minimum: 1, maximum: 1000 },
};

const share: JsonObject = {
  type: 'string',
  pattern: '^[0-9]{1,9}/[1-9][0-9]{0,8}$',
  description: '写成分数，例如 2/3',
};
const seats: JsonObject = { type: 'integer', minimum: 1, maximum: 99 };

const field: JsonObject = {
  type: 'object',
  required: ['name', 'title', 'type'],
  properties: {
    name: { type: 'string', pattern: '^[a-z][a-zA-Z0-9]*$', maxLength: 40 },
    title,
    type: { enum: fieldTypes },
    required: { type: 'boolean' },
    sealed: { type: 'boolean', description: '写 true 的内容不进公开案卷，可以依法删除' },
    audience: { enum: ['public', 'parties', 'handlers'] },
    most: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    choices: { $ref: '#/$defs/choices' },
    hint: { type: 'string', maxLength: 200 },
  },
  additionalProperties: false,
};

/** The shapes that steps of every kind share, as people write them. */
export const sourceDefs: JsonObject = {
  duration: {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    properties: units,
    additionalProperties: false,
    description: '一个时长，例如 { workingHours: 4 } 或 { days: 7 }',
  },
  limit: {
    type: 'object',
    minProperties: 1,
    properties: { by: { enum: ['urgency', 'affair'] }, ...units },
    additionalProperties: { $ref: '#/$defs/duration' },
    description:
      '一个时长；或 { by: urgency }：按紧急程度取分级时限；或 { by: affair }：办事目录里这一项承诺的时限',
  },
  actor: {
    type: ['string', 'object', 'array'],
    minProperties: 1,
    minItems: 1,
    items: { $ref: '#/$defs/actor' },
    properties: { post: name, in: { enum: levels }, organ: name },
    additionalProperties: false,
    dependentRequired: { in: ['post'] },
    dependentSchemas: { post: { properties: { organ: false } } },
    description:
      'anyone、resident、opener、assignee、parent-assignee，或岗位名，或 { post, in }、{ organ }，或它们的列表',
  },
  choices: {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: namePattern },
    additionalProperties: title,
    description: '名称: 显示的文字',
  },
  fields: {
    type: ['string', 'array'],
    minItems: 1,
    items: field,
    description: '表单名，或字段的列表',
  },
  leg: {
    type: 'object',
    required: ['of'],
    minProperties: 2,
    maxProperties: 2,
    properties: { over: share, 'at-least': share, of: { enum: denominators } },
    additionalProperties: false,
    description: '{ over: 1/2, of: attendees } 是超过一半；{ at-least: 2/3, of: … } 是三分之二以上',
  },
  legs: {
    type: ['object', 'array'],
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { $ref: '#/$defs/leg' },
    minItems: 1,
    maxItems: 4,
    items: { $ref: '#/$defs/leg' },
    description: '一个条件，或几个要分别达到的条件',
  },
  roll: { type: 'string', pattern: namePattern, description: '名册，写在 charters/rolls.yaml' },
  question: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: ['approve', 'sign-on', 'choose', 'elect'] },
      seats,
      least: { ...seats, description: '至少选出几人选举才算成；不写就是要选满' },
      nominators: { type: 'integer', minimum: 1, maximum: 1000, description: '几名选民可以联名提名' },
      'run-off': { type: 'boolean', description: '另行选举：在上一次没有选上的人里选' },
    },
    if: { properties: { kind: { const: 'elect' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ['seats'] },
    additionalProperties: false,
    description: 'approve 同意、反对、弃权；sign-on 联名；choose 几个里选一个；elect 选举',
  },
  says: {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: namePattern },
    additionalProperties: {
      type: 'object',
      minProperties: 1,
      properties: { do: title, did: title },
      additionalProperties: false,
    },
    description: '操作自己的说法：名称: { do: 按钮上的字, did: 案卷里的话 }',
  },
  way: {
    type: ['string', 'object'],
    required: ['to', 'times', 'after'],
    properties: { to: name, times: { type: 'integer', minimum: 1, maximum: 9 }, after: name },
    additionalProperties: false,
    description: '下一个环节；或 { to, times, after }：走满 times 次之后改走 after',
  },
};

export const formSource: JsonObject = {
  $defs: sourceDefs,
  type: 'object',
  required: ['form', 'title', 'fields'],
  properties: { form: name, title, fields: { type: 'array', minItems: 1, items: field } },
  additionalProperties: false,
};

const separation: JsonObject = {
  type: 'object',
  required: ['because'],
  properties: {
    these: { type: 'array', minItems: 2, uniqueItems: true, items: { enum: verbs } },
    'never-in': { const: 'one-organ' },
    affairs: { type: 'string', minLength: 1 },
    'never-assigned-to': name,
    because: { type: 'string', minLength: 1 },
  },
  additionalProperties: false,
  dependentRequired: { these: ['never-in'], affairs: ['never-assigned-to'] },
};

const points: JsonObject = { type: 'integer', minimum: 0, maximum: 1000 };
const households: JsonObject = {
  type: 'object',
  required: ['least', 'most'],
  properties: {
    least: { type: 'integer', minimum: 1, maximum: 10_000 },
    most: { type: 'integer', minimum: 1, maximum: 10_000 },
  },
  additionalProperties: false,
};
const grids: JsonObject = {
  type: 'object',
  required: ['micro', 'general', 'workload'],
  properties: {
    micro: households,
    general: households,
    workload: {
      type: 'object',
      required: ['home', 'resident', 'matter', 'risk-home'],
      properties: { home: points, resident: points, matter: points, 'risk-home': points },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
  description: '网格的规模（户数，含两端）和工作量怎么算分',
};

const organisations: JsonObject = {
  type: 'object',
  minProperties: 1,
  maxProperties: 20,
  propertyNames: { pattern: namePattern },
  additionalProperties: {
    type: 'object',
    required: ['title'],
    properties: {
      title,
      'credit-code': { const: 'required', description: '没有统一社会信用代码，不能登记' },
      qualification: { const: true, description: '要写资质和到期日' },
    },
    additionalProperties: false,
  },
  description: '单位分哪几类',
};

export const charterSource: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '章程',
  type: 'object',
  required: ['charter', 'title', 'source', 'organs', 'posts', 'powers', 'procedures'],
  properties: {
    charter: name,
    title,
    source: { type: 'string', minLength: 1 },
    organs: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: namePattern },
      additionalProperties: {
        type: 'object',
        required: ['title', 'level'],
        properties: { title, level: { enum: levels } },
        additionalProperties: false,
      },
    },
    posts: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: namePattern },
      additionalProperties: {
        type: 'object',
        required: ['title', 'in'],
        properties: {
          title,
          in: names,
          sees: { enum: ['own', 'area'] },
          rights: { type: 'array', uniqueItems: true, items: { enum: rights } },
        },
        additionalProperties: false,
      },
    },
    powers: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['organ', 'may', 'on'],
        properties: {
          organ: name,
          may: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: verbs } },
          on: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } },
        },
        additionalProperties: false,
      },
    },
    separations: { type: 'array', items: separation },
    fieldwork: name,
    'service-items': name,
    groups: name,
    grids,
    organisations,
    procedures: names,
  },
  additionalProperties: false,
};
