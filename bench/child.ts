import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A process of its own that answers questions; see `answering`. */
export interface Child {
  readonly pid: number;
  readonly ask: <Answer>(question: string, detail?: unknown) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}
interface Message {
  readonly n: number;
  readonly answer: unknown;
}

/** Node's arguments in `npm start`: what a server really gets, without npm's own process around it. */
export async function startArguments(): Promise<readonly string[]> {
  const manifest: { readonly scripts: { readonly start: string } } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.scripts.start.split(' ').slice(1);
}
const startFlags = async (): Promise<readonly string[]> =>
  (await startArguments()).filter((argument) => argument.startsWith('--'));

/** Starts a module of this folder, bundled as the server is and with its flags. */
export async function startChild(module: string, environment: Record<string, string>): Promise<Child> {
  const child: ChildProcess = fork(fileURLToPath(new URL('run-bundled.mjs', import.meta.url)), [module], {
    execArgv: [...(await startFlags()), ...(process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [])],
    env: { ...process.env, ...environment },
  });
  let asked = 0;
  const waiting = new Map<number, (answer: unknown) => void>();
  child.on('message', ({ n, answer }: Message) => waiting.get(n)?.(answer));
  const ended = once(child, 'exit').then(([code]) => {
    if (waiting.size > 0) throw new Error(`${module} ended with ${String(code)} before it had answered`);
  });
  return {
    pid: child.pid ?? 0,
    ask: <Answer>(question: string, detail?: unknown) => {
      const n = ++asked;
      const answered = new Promise<Answer>((resolve) => {
        waiting.set(n, (answer) => {
          waiting.delete(n);
          resolve(answer as Answer);
        });
      });
      child.send({ n, question, detail });
      return Promise.race([answered, ended.then(() => answered)]);
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The child's side: answers until the parent goes. CPU and memory are known to every child. */
export function answering(
  answers: Readonly<Record<string, (detail: never) => unknown>>,
  stop: () => Promise<void>,
): void {
  const all: Record<string, (detail: never) => unknown> = {
    usage: () => {
      const { user, system } = process.cpuUsage();
      return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
    },
    ...answers,
  };
  process.on('message', async ({ n, question, detail }: { n: number; question: string; detail: never }) => {
    process.send?.({ n, answer: await all[question]?.(detail) });
  });
  process.once('disconnect', async () => {
    await stop();
    process.exit(0);
  });
}
export interface Usage {
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}
