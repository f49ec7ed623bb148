import { type Sight, sees, sightOf } from '@liren/core/access/access.ts';
import { advance } from '@liren/core/engine/decide.ts';
import { evolveAll } from '@liren/core/engine/evolve.ts';
import type { Audience, Definition, Facts, Matter } from '@liren/core/engine/types.ts';
import { nextClock } from '@liren/core/projections/tasks.ts';
import { findMatter, type StoredMatter } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { factsFor, timeFor } from './settle.ts';

/** A matter as one asker may see it. */
export interface Seen {
  readonly matter: Matter;
  readonly number: string;
  readonly head: string;
  readonly definition: Definition;
  readonly facts: Facts;
  readonly sight: Exclude<Sight, 'nothing'>;
}

/** The matter as time has made it, whether or not anybody has noticed yet: whose turn it is reads it at once. */
export function asOfNow(definition: Definition, matter: Matter, facts: Facts): Matter {
  const next = nextClock(matter);
  if (next === undefined || next > facts.now) return matter;
  return evolveAll(matter, advance(definition, matter, facts)) ?? matter;
}

export const audiencesSeen = (sight: Sight): readonly Audience[] =>
  (['public', 'parties', 'handlers'] as const).filter((audience) => sees(sight, audience));

/** The matter and how much of it the asker sees; undefined when nothing, or when there is none. */
export async function findSeen(
  deps: LineDeps,
  asker: Asker,
  community: string,
  id: string,
): Promise<Seen | undefined> {
  const stored = await findMatter(deps.shell.pool, community, id);
  return stored && seenBy(deps, asker, stored);
}

/** The same, of a matter that was read already. */
export function seenBy(
  { shell }: LineDeps,
  asker: Asker,
  { matter, number, head }: StoredMatter,
): Seen | undefined {
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  const facts = factsFor(shell, matter.community, matter.id, asker, timeFor(shell, matter));
  const sight = sightOf(asOfNow(definition, matter, facts), definition, facts);
  return sight === 'nothing' ? undefined : { matter, number, head, definition, facts, sight };
}
