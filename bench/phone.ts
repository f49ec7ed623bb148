import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { PhonePage } from '../e2e/pages/phone-page.ts';
import { browserFlags, getBrowserFile, phone } from '../e2e/street/chromium.ts';
import { type Street, startStreetServer } from '../e2e/street/start-street.ts';
import { gridTable } from './grid-table.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

const limitMilliseconds = 1000;
/** This machine, and about what a cheap phone is beside it (as Lighthouse has it). */
const slowdowns = [1, 4];
const pin = '246813';

/** A browser that begins anew and keeps its files in the folder, as a phone does. */
const launch = (folder: string, street: Street): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: getBrowserFile(),
    args: browserFlags,
    baseURL: street.address,
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });

async function takeIn(context: BrowserContext, street: Street, homes: number): Promise<void> {
  const enter = (role: string) =>
    context.request.post(`${street.address}/api/demo/enter`, { data: { role } });
  await enter('worker');
  const file = { name: 'bench.csv', mimeType: 'text/csv', buffer: gridTable(homes) };
  const taken = await context.request.post(`${street.address}/api/registry/imports`, {
    multipart: { community: 'c1', file },
    timeout: 120_000,
  });
  if (!taken.ok()) throw new Error(await taken.text());
  await enter('grid');
}

async function open(folder: string, street: Street, rate: number): Promise<{ pin: number; day: number }> {
  const context = await launch(folder, street);
  try {
    const [page = await context.newPage()] = context.pages();
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate });
    await context.setOffline(true);
    const app = new PhonePage(page);
    const began = performance.now();
    await page.goto('/grid', { waitUntil: 'commit' });
    await page.getByLabel('6 位数字').waitFor();
    const asked = performance.now();
    await app.tryPin(pin);
    await app.today.waitFor();
    return { pin: asked - began, day: performance.now() - asked };
  } finally {
    await context.close();
  }
}

async function measure(
  folder: string,
  street: Street,
  { rate, rounds }: { readonly rate: number; readonly rounds: number },
  say: Say,
): Promise<void> {
  const pins: number[] = [];
  const days: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { pin: asked, day } = await open(folder, street, rate);
    // The first fills the caches of the disk.
    if (round === 0) continue;
    pins.push(asked);
    days.push(day);
  }
  say(
    table([
      [`milliseconds, processor slowed ${rate} ×`, 'p50', 'least', 'most'],
      ['opened → PIN asked', quantile(pins, 0.5), Math.min(...pins), Math.max(...pins)],
      ['PIN (600,000 rounds) → the day stands', quantile(days, 0.5), Math.min(...days), Math.max(...days)],
    ]),
  );
  say(`ratio: opened ÷ 1 s = ${(quantile(pins, 0.5) / limitMilliseconds).toFixed(3)} (aim ≤ 1)`);
  say(`ratio: unlocked ÷ 1 s = ${(quantile(days, 0.5) / limitMilliseconds).toFixed(3)} (aim ≤ 1)`);
}

/** The phone app with a grid of 600 homes, opened in a browser that has just begun, with neither network nor office. */
export async function bench({ sizes = [600], rounds = 10 }: BenchOptions, say: Say): Promise<void> {
  const homes = sizes[0] ?? 600;
  const folder = await mkdtemp(join(tmpdir(), 'liren-phone-'));
  const street = await startStreetServer();
  try {
    const first = await launch(folder, street);
    await takeIn(first, street, homes);
    const app = new PhonePage(await first.newPage());
    await app.setUp(pin);
    await app.waitUntilKept();
    await first.close();
    await street.goAway();
    say(`${homes} homes, no network, the office switched off, a browser that has just begun`);
    for (const rate of slowdowns) await measure(folder, street, { rate, rounds }, say);
  } finally {
    await street.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
