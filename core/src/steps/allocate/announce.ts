import type { JsonObject } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import type { Action } from '../../engine/kind.ts';
import type { Child } from '../../engine/types.ts';
import { noticeFields } from '../vote/announce.ts';
import { boxHours, rollHindrance, toldOf } from '../vote/poll.ts';
import type { Allocate, AllocateConfig, AllocateState, ProjectOption } from './config.ts';
import { conditionsFor, electionOf } from './election.ts';

/** The child matters that wait to be chosen. */
const waitingFor = ({ config, matter }: Allocate): readonly Child[] =>
  matter.children.filter(
    ({ fromStep, waiting, ended }) =>
      fromStep === config.from && waiting !== undefined && ended === undefined,
  );

const textOf = (about: JsonObject, name: string): string | undefined => {
  const value = about[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Numbered in the order in which they were proposed. What costs nothing known cannot be chosen under a budget. */
function optionsOf(context: Allocate): readonly ProjectOption[] {
  return waitingFor(context).flatMap(({ id, waiting = {} }, at) => {
    const cost = waiting['cost'];
    if (typeof cost !== 'number' || cost < 1) return [];
    const category = textOf(waiting, 'category');
    const area = textOf(waiting, 'area');
    return [
      {
        id: `p${at + 1}`,
        title: textOf(waiting, 'title') ?? `p${at + 1}`,
        child: id,
        cost,
        ...(category !== undefined && { category }),
        ...(area !== undefined && { area }),
      },
    ];
  });
}

export const announce: Action<AllocateConfig, AllocateState> = {
  name: 'announce',
  title: '发出表决通知',
  main: true,
  makes: 'vote-announced',
  by: ({ step, state }) => (state.announced === undefined ? step.by : undefined),
  hindrance: (context) =>
    rollHindrance(context) ?? (optionsOf(context).length === 0 ? { code: 'nothing-to-choose' } : undefined),
  fields: () => noticeFields,
  decide: (context, { sealed }) => {
    const { config, facts } = context;
    const budget = facts.opening?.[config.budget];
    if (typeof budget !== 'number' || budget < 1) return err({ code: 'field-invalid', about: config.budget });
    const options = optionsOf(context);
    const { election } = electionOf(config, { options, budget }, []);
    if (!conditionsFor(config.allocation.conditions ?? {}, election).ok)
      return err({ code: 'conditions-clash' });
    const data = {
      ...boxHours(context),
      budget,
      options: options.map((option) => ({ ...option })),
      ...toldOf(context),
    };
    return ok({ events: [{ type: 'vote-announced', data, sealed }] });
  },
};
