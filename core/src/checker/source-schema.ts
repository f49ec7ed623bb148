import type { Json, JsonObject } from '../basics/json.ts';
import { kinds } from '../steps/index.ts';
import { isRecord } from './plain.ts';
import { namePattern, sourceDefs } from './source-defs.ts';

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const asObject = (value: Json | undefined): JsonObject => (isRecord(value) ? (value as JsonObject) : {});

/** A kind's own schema with its property names as people write them, and forms by name. */
function written(schema: Json): Json {
  if (!isRecord(schema)) return schema;
  const object = schema as JsonObject;
  const required = object['required'];
  return {
    ...object,
    ...(isRecord(object['properties']) && {
      properties: Object.fromEntries(
        Object.entries(asObject(object['properties'])).map(([name, value]) => [kebab(name), written(value)]),
      ),
    }),
    ...(Array.isArray(required) && { required: required.map((name) => kebab(String(name))) }),
  };
}

const properties = (schema: JsonObject): JsonObject => asObject(schema['properties']);

const toStep: JsonObject = { type: 'string', pattern: namePattern };
/** What people write beside a kind's own configuration, because it reads better there. */
const asForm = ({ fields: _, ...own }: JsonObject): JsonObject => ({
  ...own,
  form: { $ref: '#/$defs/fields' },
});
const sugar: Readonly<Record<string, (own: JsonObject) => JsonObject>> = {
  form: asForm,
  check: asForm,
  gather: asForm,
  work: ({ return: back, extend, whistle, ...own }) => ({
    ...own,
    may: {
      type: 'object',
      additionalProperties: false,
      properties: {
        return: {
          ...asObject(back),
          required: ['to'],
          properties: { to: toStep, ...properties(asObject(back)), because: { const: 'required' } },
        },
        extend: asObject(extend),
        whistle: {
          ...asObject(whistle),
          properties: { ...properties(asObject(whistle)), wait: { const: 'all' } },
        },
      },
    },
  }),
  rate: (own) => ({
    ...own,
    asks: {
      type: 'array',
      items: { enum: ['contacted', 'solved', 'satisfied'] },
      minItems: 3,
      uniqueItems: true,
    },
  }),
  end: (own) => ({ ...own, tells: { $ref: '#/$defs/actor' } }),
};

const common: JsonObject = {
  title: { type: 'string', minLength: 1, maxLength: 60 },
  by: { $ref: '#/$defs/actor' },
  limit: { $ref: '#/$defs/limit' },
  late: {
    type: 'array',
    items: {
      type: ['string', 'object'],
      pattern: '^(mark|tell-[a-z][a-z0-9-]*)$',
      required: ['tell'],
      properties: { tell: { $ref: '#/$defs/actor' } },
      additionalProperties: false,
    },
    description: '超时之后告诉谁，例如 [tell-supervisor]；超时总会记录，不用写',
  },
  // biome-ignore lint/suspicious/noThenProperty: a procedure calls the ways out of a step so.
  then: {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: namePattern },
    additionalProperties: { $ref: '#/$defs/way' },
  },
  says: { $ref: '#/$defs/says' },
  law: { type: ['string', 'array'], items: { type: 'string', minLength: 1 }, minLength: 1 },
};
const withoutActor = new Set(['end', 'wait']);
const withoutWays = new Set(['end']);

/** What may be written in a step of this kind. */
export function stepSource(kind: string): JsonObject {
  const schema = kinds[kind]?.schema;
  if (schema === undefined) throw new Error(`no step kind ${kind}`);
  const source = asObject(written(schema));
  const own = (sugar[kind] ?? ((same: JsonObject) => same))(properties(source));
  const shared = kind === 'end' ? { title: common['title'] ?? {}, law: common['law'] ?? {} } : common;
  const required = (Array.isArray(source['required']) ? source['required'] : []).map((name) =>
    kind === 'form' && name === 'fields' ? 'form' : String(name),
  );
  return {
    type: 'object',
    required: [
      'kind',
      ...(kind === 'end' ? [] : ['title']),
      ...(withoutActor.has(kind) ? [] : ['by']),
      ...(withoutWays.has(kind) ? [] : ['then']),
      ...required,
    ],
    properties: { ...shared, kind: { const: kind }, ...own },
    additionalProperties: false,
  };
}

const actorOrBy: JsonObject = { $ref: '#/$defs/actor' };
/** A procedure file, with its steps left open: each step is checked against the schema of its kind. */
export const procedureSource: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '程序',
  $defs: sourceDefs,
  type: 'object',
  required: ['procedure', 'title', 'opens', 'steps'],
  properties: {
    procedure: { type: 'string', pattern: namePattern },
    title: { type: 'string', minLength: 1, maxLength: 60 },
    sources: { type: 'array', items: { type: 'string' } },
    publicity: { enum: ['public', 'parties'], description: 'public：任何人可以跟踪；parties：只有相关的人' },
    opens: {
      type: 'object',
      required: ['by', 'form'],
      properties: {
        by: { $ref: '#/$defs/actor' },
        form: { $ref: '#/$defs/fields' },
        opener: {
          type: 'string',
          minLength: 1,
          maxLength: 12,
          description: '发起的人叫什么；不写就叫发起人',
        },
        about: { const: 'service-items', description: '办的是办事目录里的一项，发起时必须选定' },
      },
      additionalProperties: false,
    },
    first: {
      type: ['string', 'object'],
      pattern: namePattern,
      required: ['by', 'cases'],
      properties: {
        by: { type: 'string', minLength: 1 },
        cases: {
          type: 'object',
          minProperties: 2,
          propertyNames: { pattern: namePattern },
          additionalProperties: toStep,
        },
      },
      additionalProperties: false,
      description: '从哪个环节开始；或 { by, cases }：看发起时表单里的选择 by，每个选项从哪个环节开始',
    },
    says: { $ref: '#/$defs/says' },
    timely: {
      type: 'object',
      required: ['step', 'title'],
      properties: { step: toStep, title: { type: 'string', minLength: 1, maxLength: 60 } },
      additionalProperties: false,
      description: '及时率：第一次走过 step 这个环节时没有超过时限的占多少，叫什么名称；数字是公开的',
    },
    steps: { type: 'object', minProperties: 2, propertyNames: { pattern: namePattern } },
    always: {
      type: 'object',
      properties: {
        join: actorOrBy,
        withdraw: actorOrBy,
        supervise: actorOrBy,
        exclude: {
          type: 'object',
          required: ['ask', 'decide', 'reasons'],
          properties: {
            ask: { $ref: '#/$defs/actor' },
            decide: { $ref: '#/$defs/actor' },
            reasons: { $ref: '#/$defs/choices' },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

/** The whole of it for editors: one schema in which a step's kind decides what else may stand in the step. */
export function procedureEditorSchema(): JsonObject {
  const names = Object.keys(kinds);
  const step: JsonObject = {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: names } },
    allOf: names.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: { $ref: `#/$defs/step-${kind}` },
    })),
  };
  const steps = asObject(properties(procedureSource)['steps']);
  return {
    ...procedureSource,
    $defs: {
      ...sourceDefs,
      ...Object.fromEntries(names.map((kind) => [`step-${kind}`, stepSource(kind)])),
    },
    properties: { ...properties(procedureSource), steps: { ...steps, additionalProperties: step } },
  };
}
