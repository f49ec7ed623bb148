import type { Json, JsonObject } from '../basics/json.ts';
import { record } from '../checker/plain.ts';
import { awaited } from '../engine/actions.ts';
import { type Holder, holdersOf } from '../engine/actors.ts';
import type { Definition, Draft, Facts, Matter, Procedure } from '../engine/types.ts';
import { audiencesOf } from './tasks.ts';

/** 消息: something that happened, told to whom it concerns. `key` chooses the words. */
export interface Message {
  readonly audience: string;
  readonly key: string;
  readonly params: JsonObject;
}

/** Which events the opener hears of, in words of their own. */
const toldToOpener = new Set([
  'assigned',
  'taken-in',
  'told-lacking',
  'rejected',
  'progress-noted',
  'work-done',
  'extension-decided',
  'children-opened',
  'ended',
  'published',
]);

/** The messages that a decision sends: to the opener and who joined, to who was assigned, and to who is told of lateness. */
export function messagesOf(
  definition: Definition,
  matter: Matter,
  drafts: readonly Draft[],
  facts: Facts,
): readonly Message[] {
  return drafts.flatMap((draft) => {
    const params: JsonObject = { step: draft.step ?? '', title: stepTitle(definition, draft.step) };
    const tell = (holders: readonly Holder[], key: string): readonly Message[] =>
      audiencesOf(holders).map((audience) => ({ audience, key, params }));
    const told: readonly Message[] = isTold(definition, draft)
      ? tell(concerned(matter, draft.type), keyFor(matter, draft))
      : [];
    if (draft.type === 'assigned')
      return [
        ...told,
        ...tell(holdersOf({ who: 'assignee' }, matter, definition.charter, facts.organs), 'handed-to-you'),
      ];
    if (asksInTurn(definition, draft)) return tell(askedNow(definition, matter, facts), 'asked-in-turn');
    if (draft.type === 'clock-passed' && draft.data['late'] === true) return tell(toldIn(draft), 'late');
    if (draft.type === 'vote-announced' || draft.type === 'convened')
      return tell(toldIn(draft), 'notice-given');
    if (draft.type === 'supervised')
      return tell(holdersOf({ who: 'assignee' }, matter, definition.charter, facts.organs), 'supervised');
    return told;
  });
}

const toldIn = ({ data }: Draft): readonly Holder[] => (data['told'] ?? []) as unknown as readonly Holder[];

/** What is done is not always handed over yet: only then is the opener asked how it went. */
const keyFor = ({ stage }: Matter, { type }: Draft): string =>
  type === 'work-done' && stage.status === 'open' && stage.visit.kind !== 'rate' ? 'work-finished' : type;

/** Whether the opener hears of the event; of a form that was filled in, where the procedure says so. */
const isTold = ({ procedure }: Definition, { type, step }: Draft): boolean =>
  toldToOpener.has(type) || (type === 'submitted' && configOf(procedure, step)['tells'] === 'opener');

/** Whether the event makes it somebody's turn. */
const asksInTurn = ({ procedure }: Definition, { type, step }: Draft): boolean =>
  type === 'turn-passed' || (type === 'step-entered' && 'inTurn' in configOf(procedure, step));

const configOf = ({ steps }: Procedure, step: string | undefined): Readonly<Record<string, unknown>> =>
  record(step === undefined ? undefined : steps[step]?.config);
const askedNow = (definition: Definition, matter: Matter, facts: Facts): readonly Holder[] =>
  awaited(definition, matter, facts).flatMap((rule) =>
    holdersOf(rule, matter, definition.charter, facts.organs),
  );

/** How it ended, everyone who joined hears as well. */
const concerned = (matter: Matter, event: string): readonly Holder[] =>
  [matter.opener, ...(event === 'ended' ? matter.joined : [])].map((handle) => ({ handle }));

const stepTitle = (definition: Definition, step: string | undefined): Json =>
  (step === undefined ? undefined : definition.procedure.steps[step]?.title) ?? '';
