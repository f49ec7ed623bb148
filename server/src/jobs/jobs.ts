import { instant } from '@liren/core/basics/ids.ts';
import type { LawBook } from '@liren/core/law/law.ts';
import { expireUploads } from '../adapters/files/file-records.ts';
import type { FileStore } from '../adapters/files/file-store.ts';
import { uploadExpiryMilliseconds } from '../adapters/files/files-plugin.ts';
import type { NewsGateway } from '../adapters/sms/news-gateway.ts';
import { toldOf } from '../http/told.ts';
import type { Log } from '../platform/log.ts';
import { removeExpiredSignIn, type SignIn } from '../signin/sign-in.ts';
import { applyGridChanges, type GridDeps } from '../usecases/apply-grid-changes.ts';
import { keepTerms } from '../usecases/keep-terms.ts';
import { sealAll } from '../usecases/make-checkpoint.ts';
import type { Shell } from '../usecases/shell.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';
import { drainOutbox } from './outbox.ts';

export interface JobDeps {
  readonly shell: Shell;
  readonly grids: GridDeps;
  readonly law: LawBook;
  readonly signIn: SignIn;
  readonly fileStore: FileStore;
  readonly news: NewsGateway;
  readonly log: Log;
}
interface Job {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly run: () => Promise<unknown>;
}

const second = 1000;
const minute = 60 * second;

function jobsOf({ shell, grids, law, signIn, fileStore, news, log }: JobDeps): readonly Job[] {
  const clockFailed = (error: unknown, matter: string): void =>
    log.error({ matter, err: toldOf(error) }, 'a clock could not speak');
  return [
    { name: 'clocks', everyMilliseconds: second, run: () => wakeDueMatters(shell, clockFailed) },
    { name: 'outbox', everyMilliseconds: 2 * second, run: () => drainOutbox(shell, signIn, news) },
    // Also hears of places that another server changed.
    { name: 'grids', everyMilliseconds: 10 * second, run: () => applyGridChanges(grids) },
    { name: 'checkpoints', everyMilliseconds: 10 * minute, run: () => sealAll(shell) },
    { name: 'sessions', everyMilliseconds: 10 * minute, run: () => removeExpiredSignIn(signIn) },
    {
      name: 'retention',
      everyMilliseconds: 6 * 60 * minute,
      run: () => keepTerms({ shell, directory: grids.directory, law, fileStore }),
    },
    {
      name: 'uploads',
      everyMilliseconds: 60 * minute,
      run: () => expireUploads(shell.pool, fileStore, instant(shell.now() - uploadExpiryMilliseconds)),
    },
  ];
}

/**
 * Runs each job over and over, never two of the same at once. All of them may run on several servers: what they
 * do is decided by rows, not by who does it. `stop` waits for what is running.
 */
export function startJobs(deps: JobDeps): { readonly stop: () => Promise<void> } {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const runOnce = async (job: Job): Promise<void> => {
    try {
      await job.run();
    } catch (error) {
      deps.log.error({ job: job.name, err: toldOf(error) }, 'a job failed');
    }
  };
  const schedule = (job: Job, delay: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const work = runOnce(job).finally(() => {
        running.delete(work);
        if (!stopped) schedule(job, job.everyMilliseconds);
      });
      running.add(work);
    }, delay);
    timers.add(timer);
  };
  for (const job of jobsOf(deps)) schedule(job, 0);
  return {
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
