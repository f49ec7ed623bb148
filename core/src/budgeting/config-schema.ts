import type { JsonObject } from '../basics/json.ts';
import { completions } from './allocate.ts';
import { ballotKinds } from './ballots.ts';
import { ruleNames } from './config.ts';

const count = { type: 'integer', minimum: 0, maximum: 1_000_000 };
const part = {
  type: 'string',
  pattern: '^(100|[0-9]{1,2}(\\.[0-9]{1,4})?)%$',
  hint: '写成百分比，例如 30%',
};
const amount = {
  type: ['integer', 'string'],
  minimum: 0,
  maximum: 999_999_999_999_999,
  pattern: '^([0-9]{1,15}(\\.[0-9]{1,4})?|(100|[0-9]{1,2}(\\.[0-9]{1,4})?)%)$',
  hint: "写金额，例如 120000 或 '120000.50'；或者写预算的百分之几，例如 30%",
};
const name = { minLength: 1, maxLength: 100 };
const closed = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
});
const bounds = (of: JsonObject): JsonObject => ({ ...closed({ least: of, most: of }), minProperties: 1 });
const named = (of: JsonObject): JsonObject => ({
  type: 'object',
  minProperties: 1,
  maxProperties: 100,
  propertyNames: name,
  additionalProperties: of,
});

/** JSON Schema of `AllocationConfig`. */
export const allocationSchema: JsonObject = closed(
  {
    rule: { enum: [...ruleNames] },
    complete: { enum: [...completions] },
    ties: { enum: ['id'] },
    ballot: closed(
      {
        kind: { enum: [...ballotKinds] },
        projects: bounds(count),
        points: bounds(count),
        sum: bounds(count),
        cost: bounds(amount),
      },
      ['kind'],
    ),
    conditions: closed({
      cap: amount,
      categories: named({ ...closed({ most: amount, cap: amount }), minProperties: 1 }),
      areas: named(bounds(amount)),
      unused: { enum: ['keep', 'release'] },
      exclusions: {
        type: 'array',
        maxItems: 1000,
        items: {
          type: 'array',
          minItems: 2,
          maxItems: 100,
          uniqueItems: true,
          items: { type: 'string', ...name },
        },
      },
      support: { ...closed({ votes: count, share: part }), minProperties: 1 },
    }),
  },
  ['rule'],
);
