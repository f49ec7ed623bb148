import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Browsers, launchBrowsers, type Visitor } from './chromium.ts';
import { send } from './households.ts';
import { keepEvidence } from './keep-evidence.ts';
import { type Street, startStreetServer } from './start-street.ts';

/** A street and its browsers, for the stories of one file; they are there once the stories begin. */
export interface Stage {
  readonly street: Street;
  readonly browsers: Browsers;
  /** By the name of whoever sits before it. */
  readonly pages: Map<string, Page>;
  /** A window for somebody with a name. */
  readonly open: (name: string, role?: string, size?: { width: number; height: number }) => Promise<Visitor>;
  /** Sends as whoever is signed in there; what is refused is an error. */
  readonly post: (visitor: Visitor, path: string, data: object) => ReturnType<typeof send>;
}

export const useStage = (plant?: Parameters<typeof startStreetServer>[0]): Stage =>
  stageOf(() => startStreetServer(plant));

/** Set up before the stories of a file and taken down after them; of one that fails, what each window shows is kept. */
export function stageOf(start: () => Promise<Street>): Stage {
  let server: Street | undefined;
  let chromium: Browsers | undefined;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    [server, chromium] = await Promise.all([start(), launchBrowsers()]);
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(pages);
  });
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the stories of this file have not begun');
    return thing;
  };
  const street: Street = {
    get address() {
      return there(server).address;
    },
    now: () => there(server).now(),
    pass: (time) => there(server).pass(time),
    goAway: () => there(server).goAway(),
    stop: () => there(server).stop(),
  };
  return {
    street,
    browsers: {
      open: (...wish) => there(chromium).open(...wish),
      close: () => there(chromium).close(),
    },
    pages,
    open: async (name, role, size) => {
      const visitor = await there(chromium).open(there(server), role, size);
      pages.set(name, visitor.page);
      return visitor;
    },
    post: (visitor, path, data) => send(visitor, there(server), path, data),
  };
}
