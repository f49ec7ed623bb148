/**
 * Keeps the phone app's own files, so that it opens without a network. It keeps nothing that the office answers:
 * residents' data lies in the vault, sealed, and nowhere else.
 */

interface WaitingEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface AskedEvent extends WaitingEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Worker extends EventTarget {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
}
const worker = self as unknown as Worker;

// Both are written in by the build (scripts/grid-shell.ts).
const files = 'LIREN_GRID_SHELL'.split(' ').map((file) => `/${file}`);
const name = 'liren-grid-LIREN_GRID_VERSION';
const page = '/grid.html';

async function keepFiles(): Promise<void> {
  const cache = await caches.open(name);
  // Past any other cache in between: a file of yesterday under today's name would stay.
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((each) => each.startsWith('liren-grid-') && each !== name)
      .map((each) => caches.delete(each)),
  );
  await worker.clients.claim();
}

let opened: Promise<Cache> | undefined;
async function kept(path: string, request: Request): Promise<Response> {
  opened ??= caches.open(name);
  return (await (await opened).match(path)) ?? fetch(request);
}

worker.addEventListener('install', (event) => (event as WaitingEvent).waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => (event as WaitingEvent).waitUntil(dropOlder()));
// The page asks, when the person agreed: a page that runs must not lose the files it still has to fetch.
worker.addEventListener('message', (event) => {
  if ((event as MessageEvent<unknown>).data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as AskedEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  const path = request.mode === 'navigate' && /^\/grid(\/|$)/.test(pathname) ? page : pathname;
  if (files.includes(path)) respondWith.call(event, kept(path, request));
});

export {};
