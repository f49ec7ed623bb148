import { matterId } from '@liren/core/basics/ids.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { listsIn } from '@liren/core/steps/receive/receive.ts';
import { findMatter, readRecord } from '../store/read-record.ts';
import { system } from './actor.ts';
import { limitOf } from './limit-of.ts';
import type { LineDeps } from './lines.ts';
import { isMark, linkMark } from './link-marks.ts';
import { nextOf } from './next-of.ts';
import { asOfNow } from './seen.ts';
import { factsFor, timeFor } from './settle.ts';
import type { Shell } from './shell.ts';
import { stationBodies } from './station-bodies.ts';

/** How long after its end a matter's receipt still opens. */
const openDaysAfterEnd = 180;

/** The receipt's page, for those who may hand it on; only a matter that is taken in at a window has one. */
export const receiptPath = (shell: Shell, about: 'service-items' | undefined, matter: Matter) =>
  about === undefined
    ? {}
    : { receipt: `/r/${matter.community}/${matter.id}/${linkMark(shell, 'receipt', matter.id)}` };

/** What was taken in, or what is lacking until when: the last that was said of the papers. */
function papersOf(events: readonly ChainedEvent[]) {
  const last = events.findLast(({ type }) => type === 'taken-in' || type === 'told-lacking');
  return last === undefined
    ? {}
    : { papers: { at: last.at, whole: last.type === 'taken-in', lists: listsIn(last) } };
}

/**
 * 受理单 by its link, without signing in: where the matter stands, and the papers. Nobody's name, address or number is
 * in it, nor how it was decided. Undefined for a wrong mark, as for a matter that is not there.
 */
export async function viewReceipt(deps: LineDeps, community: string, id: string, mark: string) {
  const { shell, directory, library } = deps;
  if (!isMark(linkMark(shell, 'receipt', id), mark)) return undefined;
  const stored = await findMatter(shell.pool, community, id);
  if (stored === undefined) return undefined;
  const { number } = stored;
  const definition = shell.definitions.at(
    stored.matter.charter,
    stored.matter.procedure,
    stored.matter.procedureVersion,
  );
  const facts = factsFor(shell, community, matterId(id), system, timeFor(shell, stored.matter));
  const matter = asOfNow(definition, stored.matter, facts);
  const { stage, affair } = matter;
  if (stage.status === 'ended' && facts.now > stage.at + openDaysAfterEnd * 86_400_000) return undefined;
  const promised = limitOf(affair?.limit, matter);
  const holder = matter.assignee === undefined ? undefined : directory.findOrgan(matter.assignee);
  return {
    number,
    item: (affair && library.affairs[affair.id]?.title) ?? definition.procedure.title,
    community: directory.findCommunity(community)?.title ?? '',
    askedAt: matter.openedAt,
    ...(promised !== undefined && { promised }),
    ...(holder !== undefined && { holder: holder.title }),
    ...papersOf(await readRecord(shell.pool, community, id)),
    status: stage.status,
    ...(stage.status === 'ended' && { outcome: stage.outcome, endedAt: stage.at }),
    ...nextOf(deps, { matter, definition, facts }),
    stations: stationBodies(deps, { matter, definition, facts }),
  };
}
