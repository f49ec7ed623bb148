import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Street } from './start-street.ts';

export const phone = { width: 360, height: 740 } as const;
export const desktop = { width: 1440, height: 900 } as const;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The system's own browser; nothing is downloaded. */
export function getBrowserFile(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
  if (found === undefined) throw new Error(`no browser found; looked for ${names.join(', ')}`);
  return found;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
}
export interface Browsers {
  /** A window of its own in which this role is signed in; nobody is, when `role` is absent. */
  readonly open: (
    street: Street,
    role?: string,
    size?: { width: number; height: number },
  ) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

/** Takes on one of the street's roles, as the entrance of the demonstration does. */
export async function enter({ context }: Visitor, street: Street, role: string): Promise<void> {
  const entered = await context.request.post(`${street.address}/api/demo/enter`, { data: { role } });
  if (!entered.ok()) throw new Error(`role ${role} cannot enter: ${await entered.text()}`);
}

/** A browser whose pages live in the street's time. */
export async function launchBrowsers(): Promise<Browsers> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-browser-'));
  const browser = await chromium.launch({
    executablePath: getBrowserFile(),
    args: [...browserFlags, `--crash-dumps-dir=${folder}`],
    env: { ...process.env, HOME: folder },
  });
  return {
    open: async (street, role, size = desktop) => {
      const context = await browser.newContext({
        baseURL: street.address,
        viewport: size,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        hasTouch: size.width < 500,
      });
      context.setDefaultTimeout(20_000);
      await context.clock.install({ time: street.now() });
      const visitor = { context, page: await context.newPage() };
      if (role !== undefined) await enter(visitor, street, role);
      return visitor;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
