import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject } from '../basics/json.ts';
import { record } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
const compiled = new WeakMap<JsonObject, ValidateFunction>();

function validatorOf(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = ajv.compile(schema);
  compiled.set(schema, made);
  return made;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};
const typeTitles: Readonly<Record<string, string>> = {
  object: '若干“名称: 内容”',
  array: '列表',
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
};
const typesText = (type: unknown): string =>
  [type]
    .flat()
    .map((each) => typeTitles[String(each)] ?? String(each))
    .join('或');

const knownNames = (error: ErrorObject): string[] =>
  Object.keys(record(record(error.parentSchema)['properties']));

type Told = { readonly reason: string; readonly help?: string; readonly at?: string };
const texts: Readonly<Record<string, (error: ErrorObject) => Told>> = {
  required: ({ params }) => ({
    reason: `缺少 ${params['missingProperty']}`,
    help: `加上 ${params['missingProperty']}:`,
  }),
  additionalProperties: (error) => {
    const name = String(error.params['additionalProperty']);
    return { reason: `不认识 ${name}`, help: didYouMean(name, knownNames(error)), at: name };
  },
  dependentRequired: ({ params }) => ({
    reason: `写了 ${params['property']}，就要写 ${params['missingProperty']}`,
  }),
  enum: ({ params, data }) => ({
    reason: `${shown(data)} 不在可选范围内`,
    help: didYouMean(String(data), (params['allowedValues'] as unknown[]).map(String)),
  }),
  const: ({ params, data }) => ({ reason: `${shown(data)} 应当是 ${shown(params['allowedValue'])}` }),
  type: ({ params, data }) => ({ reason: `应当是${typesText(params['type'])}，实际是 ${shown(data)}` }),
  pattern: ({ data, parentSchema }) => ({
    reason: `${shown(data)} 的写法不对`,
    help: String(record(parentSchema)['hint'] ?? '名称用小写字母、数字和连字符，例如 call-back'),
  }),
  propertyNames: ({ params }) => ({
    reason: `名称 ${params['propertyName']} 的写法不对`,
    help: '名称用小写字母、数字和连字符，例如 call-back',
  }),
  minItems: () => ({ reason: '列表太短' }),
  maxItems: () => ({ reason: '列表太长' }),
  uniqueItems: () => ({ reason: '列表里有重复' }),
  minLength: () => ({ reason: '不能为空' }),
  maxLength: ({ params }) => ({ reason: `不能超过 ${params['limit']} 个字` }),
  minProperties: ({ params }) => ({ reason: `至少要写 ${params['limit']} 项` }),
  maxProperties: ({ params }) => ({ reason: `最多写 ${params['limit']} 项` }),
  minimum: ({ params }) => ({ reason: `不能小于 ${params['limit']}` }),
  exclusiveMinimum: ({ params }) => ({ reason: `要大于 ${params['limit']}` }),
  maximum: ({ params }) => ({ reason: `不能大于 ${params['limit']}` }),
};

const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Every place where the source departs from the schema, in the words of the person who writes it. */
export function validate(
  schema: JsonObject,
  source: unknown,
  file: string,
  path: readonly string[],
): Problem[] {
  const check = validatorOf(schema);
  if (check(source)) return [];
  return (check.errors ?? [])
    .filter(({ keyword, propertyName }) => keyword === 'propertyNames' || propertyName === undefined)
    .map((error) => {
      const { reason, help, at } = texts[error.keyword]?.(error) ?? {
        reason: error.message ?? error.keyword,
      };
      const place = [...path, ...pathOf(error.instancePath), ...(at === undefined ? [] : [at])];
      return { file, path: place.join('.'), reason, ...(help !== undefined && { help }) };
    });
}
