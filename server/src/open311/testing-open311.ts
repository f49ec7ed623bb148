import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { XMLParser } from 'fast-xml-parser';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../http/deps.ts';
import { createOriginGuard } from '../signin/origin-guard.ts';
import { open311Routes } from './routes.ts';

/** A server with this door alone, behind the guard that stands before every route. */
export async function openDoorServer(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', createOriginGuard([]));
  open311Routes(app.withTypeProvider<ZodTypeProvider>(), deps);
  await app.ready();
  return app;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const data = resolve(root, process.env['LIREN_TEST_DATA'] ?? '../shared/data');
const folder = join(data, 'open311/schema-validation/schema/georeport-v2');

/** Whether the published schemas of GeoReport are at hand. */
export const hasSchemas = existsSync(folder);

/** What the published schema finds wrong in a JSON answer; an empty list when nothing. The schemas name no draft. */
export function schemaFaults(
  name: 'services' | 'service-definition' | 'requests',
  body: unknown,
): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const each of ['service', 'request'])
    ajv.addSchema(JSON.parse(readFileSync(join(folder, `${each}.json`), 'utf8')), `${each}.json`);
  const check = ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  return check(body) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const lists: ReadonlySet<string> = new Set([
  'service',
  'attribute',
  'value',
  'request',
  'error',
  'endpoint',
  'format',
]);
const parser = new XMLParser({
  parseTagValue: false,
  ignoreDeclaration: true,
  trimValues: false,
  isArray: (name) => lists.has(name),
});

/** An XML answer as the JSON answer would say it, every value a text and every null empty. */
export function fromXml(text: string): unknown {
  const [content] = Object.values(parser.parse(text) as Record<string, unknown>);
  return unwrapLists(content);
}

function unwrapLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapLists);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1 && lists.has(only[0])) return unwrapLists(only[1]);
  return Object.fromEntries(entries.map(([name, each]) => [name, unwrapLists(each)]));
}

/** A JSON answer with every value as XML can say it. */
export function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (value === null) return '';
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTexts(each)]));
  return String(value);
}
