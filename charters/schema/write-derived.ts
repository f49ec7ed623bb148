import { writeFileSync } from 'node:fs';
import { derivedSchemas } from './derived.ts';

for (const [name, schema] of Object.entries(derivedSchemas)) {
  writeFileSync(new URL(`${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
