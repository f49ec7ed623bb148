import type { JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { denominators } from '../law/law.ts';
import { type RollRule, rollSources } from '../voting/types.ts';
import { record, text, texts } from './plain.ts';
import type { Problem } from './problem.ts';
import { namePattern } from './source-defs.ts';
import { validate } from './validate.ts';

const names: JsonObject = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  uniqueItems: true,
  items: { type: 'string', pattern: namePattern },
};

/** `charters/rolls.yaml`: the electorates by name, and by what rule somebody is on them. */
export const rollsSource: JsonObject = {
  type: 'object',
  required: ['rolls'],
  properties: {
    rolls: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: namePattern },
      additionalProperties: {
        type: 'object',
        required: ['title', 'from', 'counts-as'],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 60 },
          from: {
            enum: rollSources,
            description:
              'residents 居民，households 每户一名代表，owners 业主，posts 岗位上的人，listed 自己列的名单',
          },
          age: { type: 'integer', minimum: 1, maximum: 120, description: '满几周岁' },
          group: { type: 'string', pattern: namePattern, description: '居民里登记在这个人群的' },
          within: { const: 'grid', description: '只到这件事所在的网格（村民小组）为止' },
          posts: { ...names, description: '在这些岗位上的人' },
          'counts-as': {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: { enum: denominators },
            description: '法律把这份名册的全体叫什么',
          },
          law: {
            type: 'array',
            minItems: 1,
            items: { type: 'string', minLength: 1 },
            description: '由它决定的事，至少要守哪些条文',
          },
          elections: {
            type: 'array',
            minItems: 1,
            items: { type: 'string', minLength: 1 },
            description: '由它选举的时候，至少要守哪些条文',
          },
        },
        if: { properties: { from: { const: 'posts' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: { required: ['posts'] },
        dependentSchemas: {
          group: { properties: { from: { const: 'residents' } } },
          within: { properties: { from: { enum: ['residents', 'households'] } } },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

export type Rolls = Readonly<Record<string, RollRule>>;

export function loadRolls(source: unknown, file: string): Result<Rolls, readonly Problem[]> {
  const problems = validate(rollsSource, source, file, []);
  if (problems.length > 0) return err(problems);
  return ok(
    Object.fromEntries(
      Object.entries(record(record(source)['rolls'])).map(([id, roll]): [string, RollRule] => {
        const {
          title,
          from,
          age,
          group,
          within,
          posts,
          'counts-as': countsAs,
          law,
          elections,
        } = record(roll);
        return [
          id,
          {
            id,
            title: text(title),
            from: from as RollRule['from'],
            countsAs: countsAs as RollRule['countsAs'],
            law: texts(law),
            elections: texts(elections),
            ...(age !== undefined && { age: Number(age) }),
            ...(group !== undefined && { group: text(group) }),
            ...(within !== undefined && { within: 'grid' as const }),
            ...(posts !== undefined && { posts: texts(posts) }),
          },
        ];
      }),
    ),
  );
}
