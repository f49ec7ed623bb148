import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { decide } from '@liren/core/engine/decide.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import { writeMeeting } from '../../store/meetings.ts';
import { actOnMatter } from '../act-on-matter.ts';
import type { Asker } from '../actor.ts';
import type { LineDeps } from '../lines.ts';
import { groundFor } from '../polls/poll-facts.ts';
import { keepsPoll } from '../polls/poll-seats.ts';
import { readWhole } from '../read-whole.ts';
import { findSeen, type Seen } from '../seen.ts';
import { inTransaction } from '../transact.ts';
import { findStage, type MeetStage } from './stage.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export interface ConveneWish {
  /** Made by the page: a repetition convenes nothing again. */
  readonly id: string;
  readonly community: string;
  readonly starts: string;
  readonly place: string;
  /** In the order of the agenda. */
  readonly items: readonly { readonly matter: string; readonly text: string }[];
}
export type ConveneFailure =
  | { readonly kind: 'not-found' | 'not-yours' | 'not-together' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly title: string };

interface Item {
  readonly seen: Seen;
  readonly stage: MeetStage;
  readonly input: { readonly starts: string; readonly place: string; readonly text: string };
}

async function itemsOf(
  deps: LineDeps,
  asker: Person,
  { community, starts, place, items }: ConveneWish,
): Promise<Result<readonly Item[], ConveneFailure>> {
  const found: Item[] = [];
  for (const { matter, text } of items) {
    const seen = await findSeen(deps, asker, community, matter);
    const stage = seen && findStage(seen.definition, seen.matter);
    if (seen === undefined || stage === undefined) return err({ kind: 'not-found' });
    if (!keepsPoll(seen.definition, seen.matter, seen.facts, stage.step)) return err({ kind: 'not-yours' });
    found.push({ seen, stage, input: { starts, place, text } });
  }
  const rolls = new Set(found.map(({ stage }) => stage.step.rule.id));
  return rolls.size === 1 ? ok(found) : err({ kind: 'not-together' });
}

/** Whether each may be convened so, before any of them is: notices are not sent by halves. */
async function findRefusal(
  deps: LineDeps,
  { seen, stage, input }: Item,
): Promise<ConveneFailure | undefined> {
  const { definition, matter, facts } = seen;
  const command = { type: 'convene', input };
  // Convened already by the same request, whose answer was lost.
  if (stage.state.convened !== undefined && stage.state.begun === undefined) return undefined;
  const ground = await groundFor(deps.shell, definition, matter, command, facts);
  const decided = decide(definition, matter, command, ground.facts);
  if (decided.ok) return undefined;
  return { kind: 'refused', refusal: decided.error, title: (await readWhole(deps, seen)).title };
}

/** 一次会议，几个议题: one notice for each matter, one time and place, one check-in for all. */
export async function conveneSeveral(
  deps: LineDeps,
  asker: Person,
  wish: ConveneWish,
): Promise<Result<{ readonly matters: number }, ConveneFailure>> {
  const items = await itemsOf(deps, asker, wish);
  if (!items.ok) return items;
  for (const item of items.value) {
    const refused = await findRefusal(deps, item);
    if (refused !== undefined) return err(refused);
  }
  const { shell } = deps;
  for (const { seen, input } of items.value) {
    const { community, id } = seen.matter;
    const commandId = uuidFromHash(`meeting/${wish.id}/${id}`);
    const command = { type: 'convene', input };
    const done = await actOnMatter(shell, asker, { commandId, community, matter: id, command });
    if (done.ok) continue;
    if (done.error.kind === 'not-found') return err({ kind: 'not-found' });
    return err({ kind: 'refused', refusal: done.error.refusal, title: (await readWhole(deps, seen)).title });
  }
  const meeting = { id: wish.id, person: asker.person, at: shell.now() };
  const polls = items.value.map(({ stage }) => stage.step.id);
  await inTransaction(shell.pool, (client) => writeMeeting(client, wish.community, meeting, polls));
  return ok({ matters: polls.length });
}
