import { uuidFromHash } from '@liren/core/basics/hash.ts';
import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import { type Checklist, noteOf, photosOf } from '@liren/core/fieldwork/checklist.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import { linkMatter, openWords } from '../store/fieldwork.ts';
import { followUp, type UnopenedFault, unopenedFaults } from '../store/inspections.ts';
import type { Asker } from './actor.ts';
import { openMatter } from './open-matter.ts';
import type { Shell } from './shell.ts';

type Person = Extract<Asker, { kind: 'person' }>;
const mostTitle = 120;

/** What the matter says of its own accord: which organisation, which item, and what the inspector wrote and saw. */
function inputOf(
  { items }: Checklist,
  { item, name }: UnopenedFault,
  answers: Readonly<Record<string, Json | undefined>>,
): JsonObject {
  const title = items.find(({ id }) => id === item)?.title ?? item;
  const photos = answers[photosOf(item)];
  return {
    title: `${name}：${title}`.slice(0, mostTitle),
    text: answers[noteOf(item)] ?? title,
    ...(photos !== undefined && { photos }),
  };
}

/**
 * Opens one matter for each failed item of an entry that has none: also for an entry that was taken down before the
 * server stopped. An organisation that fails an item which a matter still follows up gets no second one.
 */
export async function openFaults(
  shell: Shell,
  asker: Person,
  fieldwork: Fieldwork,
  { community, entry }: { readonly community: string; readonly entry: string },
): Promise<Result<undefined, Refusal>> {
  for (const fault of await unopenedFaults(shell.pool, community, entry)) {
    const checklist = fieldwork.rounds[fault.round]?.checklist;
    if (checklist === undefined) continue;
    const matter = await matterFor(shell, asker, checklist, { community, entry, fault });
    if (!matter.ok) return matter;
    await followUp(shell.pool, community, entry, fault.item, matter.value);
    await linkMatter(shell.pool, community, entry, matter.value);
  }
  return ok(undefined);
}

async function matterFor(
  shell: Shell,
  asker: Person,
  checklist: Checklist,
  {
    community,
    entry,
    fault,
  }: { readonly community: string; readonly entry: string; readonly fault: UnopenedFault },
): Promise<Result<string, Refusal>> {
  if (fault.open_matter !== null) return ok(fault.open_matter);
  const affair = checklist.items.find(({ id }) => id === fault.item)?.affair;
  const answers = { ...fault.plain, ...openWords(shell.sealer, entry, fault.words_sealed) };
  const opened = await openMatter(shell, asker, {
    // The same however often it is tried.
    commandId: uuidFromHash(`fault/${community}/${entry}/${fault.item}`),
    procedure: checklist.opens,
    community,
    place: fault.grid_id,
    urgency: 'normal',
    channel: 'grid',
    input: inputOf(checklist, fault, answers),
    ...(affair !== undefined && { affair }),
  });
  return opened.ok ? ok(opened.value.matter) : opened;
}
