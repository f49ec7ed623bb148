import type { ChainedEvent } from '@liren/core/record/event.ts';
import { type OpenedValue, readRecord, readSealed } from '../store/read-record.ts';
import type { LineDeps } from './lines.ts';
import { type Names, readNames } from './said.ts';
import { audiencesSeen, type Seen } from './seen.ts';

/** A matter's record with the words that its reader may see, and what the matter is called. */
export interface WholeRecord {
  readonly events: readonly ChainedEvent[];
  readonly said: readonly OpenedValue[];
  readonly names: Names;
  readonly title: string;
  /** The title is what somebody wrote; else the affair or the procedure. */
  readonly written: boolean;
}

export async function readWhole(deps: LineDeps, { matter, definition, sight }: Seen): Promise<WholeRecord> {
  const { shell, library } = deps;
  const { community, id, affair } = matter;
  const events = await readRecord(shell.pool, community, id);
  const said = await readSealed(shell.pool, shell.sealer, community, id, audiencesSeen(sight));
  const names: Names = sight === 'public' ? new Map() : await readNames(deps, community, id);
  const written = titleIn(said) ?? plainTitle(events);
  const kind = affair === undefined ? undefined : library.affairs[affair.id]?.title;
  return {
    events,
    said,
    names,
    title: written ?? kind ?? definition.procedure.title,
    written: written !== undefined,
  };
}

const titleIn = (said: readonly OpenedValue[]): string | undefined => {
  const title = said.find((value) => value.seq === 1 && value.name === 'title')?.value;
  return typeof title === 'string' ? title : undefined;
};

/** Where the procedure asks for a public title, it stands in the record itself. */
const plainTitle = ([opened]: readonly ChainedEvent[]): string | undefined => {
  const title = opened?.data['title'];
  return typeof title === 'string' ? title : undefined;
};
