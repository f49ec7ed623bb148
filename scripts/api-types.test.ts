import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open311Routes } from '../server/src/open311/routes.ts';
import { importRoutes } from '../server/src/routes/imports/routes.ts';
import { testDatabase } from '../server/src/testing/postgres.ts';
import { startStreet, type TestStreet } from '../server/src/testing/street.ts';
import { apiTypes } from '../web/scripts/api-types.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool, { doors: [open311Routes, importRoutes] });
});
afterAll(() => street.close());

const committed = new URL('../web/src/shared/api/generated/openapi.ts', import.meta.url);

it('the pages are written against what the server answers now', async () => {
  const described = await street.app.inject({ method: 'GET', url: '/api/openapi.json' });
  const types = await apiTypes(described.json());
  expect(types).toContain('"/api/matters/{community}/{id}"');
  const fresh = types === readFileSync(committed, 'utf8');
  expect(fresh, 'start the server, then npm run api -w @liren/web').toBe(true);
});
