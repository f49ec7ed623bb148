import type { Option } from '@liren/core/voting/facts.ts';
import { readRecord, readSealed } from '../../store/read-record.ts';
import type { Seen } from '../seen.ts';
import type { VoterDeps } from './own-entries.ts';

export interface Announced {
  readonly title: string;
  readonly text: string;
  /** What stood on the ballot; nothing before the notice. */
  readonly options: readonly Option[];
}

/** What the notices of a matter's votes and meetings say: of one step, or the newest of all. */
export async function noticesOf(
  { shell }: VoterDeps,
  { matter, definition }: Seen,
): Promise<(step?: string) => Announced> {
  const events = await readRecord(shell.pool, matter.community, matter.id);
  const said = await readSealed(shell.pool, shell.sealer, matter.community, matter.id, ['public']);
  const { steps, title } = definition.procedure;
  return (step) => {
    const notice = events.findLast(
      (event) =>
        (event.type === 'vote-announced' || event.type === 'convened') &&
        (step === undefined || event.step === step),
    );
    const of = (name: string): string | undefined => {
      const value = said.find((each) => each.seq === notice?.seq && each.name === name)?.value;
      return typeof value === 'string' ? value : undefined;
    };
    const own = step === undefined ? undefined : steps[step]?.title;
    const options = (notice?.data['options'] ?? []) as unknown as readonly Option[];
    return { title: of('title') ?? own ?? title, text: of('text') ?? '', options };
  };
}
