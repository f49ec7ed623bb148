/** Write the types of the HTTP interface, as a running server (or a file, `LIREN_OPENAPI`) describes it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { apiTypes } from './api-types.ts';

const from = process.env['LIREN_OPENAPI'] ?? 'http://127.0.0.1:8080/api/openapi.json';
const text = /^https?:/.test(from) ? await (await fetch(from)).text() : readFileSync(from, 'utf8');
const folder = new URL('../src/shared/api/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('openapi.ts', folder), await apiTypes(JSON.parse(text)));
