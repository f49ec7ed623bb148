import { readRecord, readSealed } from '../../store/read-record.ts';
import type { Seen } from '../seen.ts';
import type { VoterDeps } from './own-entries.ts';

/** What the notice of a vote or meeting says; of the newest where no stay is named. */
export async function announcedIn(
  { shell }: VoterDeps,
  { matter, definition }: Seen,
  at?: { readonly step: string },
): Promise<{ readonly title: string; readonly text: string }> {
  const events = await readRecord(shell.pool, matter.community, matter.id);
  const notice = events.findLast(
    ({ type, step }) =>
      (type === 'vote-announced' || type === 'convened') && (at === undefined || step === at.step),
  );
  const said = await readSealed(shell.pool, shell.sealer, matter.community, matter.id, ['public']);
  const of = (name: string): string | undefined => {
    const value = said.find((each) => each.seq === notice?.seq && each.name === name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const step = at === undefined ? undefined : definition.procedure.steps[at.step];
  return { title: of('title') ?? step?.title ?? definition.procedure.title, text: of('text') ?? '' };
}
