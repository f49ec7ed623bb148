import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browsers, launchBrowsers } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startCharterServer } from './street/start-street.ts';
import { Town } from './walk/town.ts';
import { walk } from './walk/walk.ts';

let browsers: Browsers;
beforeAll(async () => {
  browsers = await launchBrowsers();
});
afterAll(() => browsers?.close());

/** A street under this charter for the stories of one block. */
function townUnder(charter: string): () => Town {
  let street: Street;
  let town: Town;
  beforeAll(async () => {
    street = await startCharterServer(charter);
    town = new Town(street, browsers, charter);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(town.pages);
  });
  afterAll(() => street?.stop());
  return () => town;
}

describe('yidu-village', () => {
  const town = townUnder('yidu-village');
  it('四议两公开', async () => {
    const matter = await town().open('four-deliberations-two-disclosures', { 议题: '修东头那条路' });
    expect(await walk(town(), matter)).toBe('carried-out');
  }, 400_000);
});
