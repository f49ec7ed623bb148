import { PassThrough } from 'node:stream';
import { sightOf } from '@liren/core/access/access.ts';
import { matterId } from '@liren/core/basics/ids.ts';
import { findMatter } from '../store/read-record.ts';
import type { Asker } from '../usecases/actor.ts';
import { factsFor, timeFor } from '../usecases/settle.ts';
import type { Moved, Shell } from '../usecases/shell.ts';
import type { Live } from './live.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** Who listens: a person, with the keys under which things concern them, or a wall that shows certain matters. */
type Listener =
  | { readonly asker: Person; readonly audiences: ReadonlySet<string> }
  | { readonly wall: string; readonly shows: (change: Moved) => boolean };
type Reader = Listener & { readonly tell: (change: Moved) => void; readonly end: () => void };
export interface Streams {
  /** Undefined when this person, or the server, holds as many as it may. `stands` is asked at every pulse. */
  readonly open: (
    reader: Listener & { readonly stands: () => Promise<boolean> },
  ) => { readonly stream: PassThrough; readonly end: () => void } | undefined;
  /** Ends all of them: a server that waits for its readers to leave would never stop. */
  readonly close: () => void;
}

const pulseMilliseconds = 25_000;
const mostStreams = 5_000;
/** A person's phones, screens and forgotten tabs. */
const mostOfOne = 12;
const mostWaitingCharacters = 100_000;

type PersonReader = Extract<Reader, { asker: Person }>;
const ownerOf = (listener: Listener): string => ('asker' in listener ? listener.asker.person : listener.wall);
const concerns = (reader: Reader, change: Moved): boolean =>
  'asker' in reader
    ? change.audiences.some((audience) => reader.audiences.has(audience))
    : reader.shows(change);

/** Everybody who listens on this server. A matter that moved is read once, however many listen. */
export function createStreams(shell: Shell, live: Live): Streams {
  const readers = new Set<Reader>();
  live.listen((change) => {
    const others: PersonReader[] = [];
    for (const reader of readers)
      if (concerns(reader, change)) reader.tell(change);
      else if ('asker' in reader) others.push(reader);
    // Somebody may be looking at a matter that asks nothing of them.
    if (others.length > 0) tellWhoSees(shell, others, change).catch(() => undefined);
  });
  const ofOne = (owner: string): number => [...readers].filter((reader) => ownerOf(reader) === owner).length;

  return {
    open: ({ stands, ...listener }) => {
      if (readers.size >= mostStreams || ofOne(ownerOf(listener)) >= mostOfOne) return undefined;
      const stream = new PassThrough();
      const send = (text: string): void => {
        // A reader that does not keep up is cut off; it reconnects and asks anew.
        if (!stream.write(text) && stream.writableLength > mostWaitingCharacters) stream.destroy();
      };
      const reader: Reader = {
        ...listener,
        tell: ({ community, matter, version }) =>
          send(`event: moved\ndata: ${JSON.stringify({ community, matter, version })}\n\n`),
        end: () => {
          clearInterval(pulse);
          readers.delete(reader);
          stream.destroy();
        },
      };
      const { end } = reader;
      const pulse = setInterval(() => {
        send(': still here\n\n');
        // Signed out elsewhere, or another post by now: the reader comes back as who they are.
        stands().then(
          (holds) => (holds ? undefined : end()),
          () => undefined,
        );
      }, pulseMilliseconds);
      stream.once('close', end);
      readers.add(reader);
      send('retry: 3000\n\nevent: ready\ndata: {}\n\n');
      return { stream, end };
    },
    close: () => {
      for (const reader of readers) reader.end();
    },
  };
}

async function tellWhoSees(shell: Shell, readers: readonly PersonReader[], change: Moved): Promise<void> {
  const stored = await findMatter(shell.pool, change.community, change.matter);
  if (stored === undefined) return;
  const { matter } = stored;
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  for (const reader of readers) {
    const facts = factsFor(
      shell,
      change.community,
      matterId(change.matter),
      reader.asker,
      timeFor(shell, matter),
    );
    const sight = sightOf(matter, definition, facts);
    if (sight === 'parties' || sight === 'handlers') reader.tell(change);
  }
}
