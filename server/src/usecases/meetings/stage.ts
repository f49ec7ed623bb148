import type { Definition, Matter } from '@liren/core/engine/types.ts';
import type { MeetConfig, MeetState } from '@liren/core/steps/meet/config.ts';
import type { Sitting } from '@liren/core/voting/attend.ts';
import { type Item, readAgenda } from '../../store/meetings.ts';
import { findMatter } from '../../store/read-record.ts';
import type { PollStep } from '../polls/poll-step.ts';
import { findPollStep } from '../polls/poll-step.ts';
import type { Shell } from '../shell.ts';

/** A matter's stay at a meeting that still runs. */
export interface MeetStage {
  readonly step: PollStep;
  readonly config: MeetConfig;
  readonly state: MeetState;
  readonly sitting: Sitting;
}

/** Undefined where the matter does not stand at a meeting, or not at this stay in it. */
export function findStage(
  definition: Definition,
  matter: Matter,
  at?: { readonly step: string; readonly n: number },
): MeetStage | undefined {
  const { stage } = matter;
  const step = findPollStep(definition, matter);
  if (stage.status !== 'open' || step === undefined || step.kind !== 'meet') return undefined;
  if (at !== undefined && (at.step !== step.step || at.n !== step.n)) return undefined;
  const state = stage.visit.state as unknown as MeetState;
  const config = definition.procedure.steps[step.step]?.config as MeetConfig;
  const over = state.resolved !== undefined || state.minutes !== undefined;
  return { step, config, state, sitting: { startsAt: state.convened?.startsAt, over } };
}

/** One matter on the agenda, with the stage that it stands at while its meeting runs. */
export interface AgendaItem {
  readonly item: Item;
  readonly matter: Matter;
  readonly number: string;
  readonly definition: Definition;
  readonly stage: MeetStage | undefined;
}

/** All that is on the agenda of the sitting of this poll, in its order. */
export async function agendaOf(
  shell: Shell,
  community: string,
  poll: string,
): Promise<readonly AgendaItem[]> {
  const items = await readAgenda(shell.pool, community, poll);
  const found = await Promise.all(
    items.map(async (item): Promise<readonly AgendaItem[]> => {
      const stored = await findMatter(shell.pool, community, item.matter_id);
      if (stored === undefined) return [];
      const { matter, number } = stored;
      const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
      return [{ item, matter, number, definition, stage: findStage(definition, matter, item) }];
    }),
  );
  return found.flat();
}
