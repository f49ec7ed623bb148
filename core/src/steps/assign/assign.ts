import { type Instant, organId } from '../../basics/ids.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { holdersOf, mayAct } from '../../engine/actors.ts';
import { fieldsOnce, plainField, textField } from '../../engine/fields.ts';
import { type Answers, type Context, type Decision, defineKind } from '../../engine/kind.ts';
import { affairIn, isAbout, mayHandle, refTo } from '../../engine/powers.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ActorRule, AffairRef, Definition, Matter, Procedure } from '../../engine/types.ts';

/**
 * 派单: a person chooses the organ that handles the matter; place and affair may suggest one. With `inTurn` nobody
 * chooses: those whom `by` lists are asked one after another, and whoever comes first takes the matter on.
 */
export interface AssignConfig {
  readonly suggest?: readonly ('place' | 'affair')[];
  /** How long each of those in `by`, but the last, is asked before the next is asked as well. */
  readonly inTurn?: readonly Duration[];
}
/** Of `inTurn`: how many were asked before the one whose turn it is; whoever was asked stays asked. */
type State = { readonly turn?: number };

function assign(context: Context<AssignConfig, State>, answers: Answers): Result<Decision, Refusal> {
  const { matter, definition, facts } = context;
  const { organ, affair, ...plain } = answers.plain;
  const chosen = facts.organs.find((each) => each.id === organ);
  if (chosen === undefined) return err({ code: 'unknown-organ', about: 'organ' });
  const known = affairIn(facts.affairs, affair);
  if (affair !== undefined && (known === undefined || !isAbout(definition, known)))
    return err({ code: 'field-invalid', about: 'affair' });
  const named = known ?? matter.affair;
  const allowed = mayHandle(definition.charter, chosen, named);
  if (!allowed.ok) return allowed;
  const data = { ...plain, organ: chosen.id, ...(named !== undefined && { affair: refTo(named) }) };
  return ok({ events: [{ type: 'assigned', data, sealed: answers.sealed }], outcome: 'assigned' });
}

type Asking = Omit<Context<AssignConfig, State>, 'state'>;

/** Who is asked, turn by turn. */
const turnsOf = ({ step: { by } }: Pick<Asking, 'step'>): readonly ActorRule[] =>
  by === undefined ? [] : by.who === 'any' ? by.of : [by];

/** The first turn at or after `from` for which the place has an organ; the last turn when it has none. */
function turnFrom(context: Asking, from: number): number {
  const { matter, definition, facts } = context;
  const turns = turnsOf(context);
  const isThere = (rule: ActorRule): boolean =>
    holdersOf(rule, matter, definition.charter, facts.organs).length > 0;
  const found = turns.findIndex((rule, i) => i >= from && isThere(rule));
  return found === -1 ? turns.length - 1 : found;
}

/** When the one after this turn is asked as well; nothing after the last. */
function turnEnds({ config, facts }: Asking, turn: number): { turn?: Instant } {
  const wait = config.inTurn?.[turn];
  return wait === undefined ? {} : { turn: dueAt(facts.calendar, facts.now, wait) };
}

function askNext(context: Context<AssignConfig, State>, clock: string): Decision {
  if (clock !== 'turn') return { events: [] };
  const turn = turnFrom(context, (context.state.turn ?? 0) + 1);
  return { events: [{ type: 'turn-passed', data: { turn, clocks: turnEnds(context, turn) } }], late: false };
}

/** Those whose turn has come. */
const askedBy = (
  context: Pick<Context<AssignConfig, State>, 'config' | 'state' | 'step'>,
): ActorRule | undefined =>
  context.config.inTurn === undefined
    ? undefined
    : { who: 'any', of: turnsOf(context).slice(0, (context.state.turn ?? 0) + 1) };

/** Who is asked to take this matter on now, where its step asks in turn: they must read what they are asked for. */
export function askedInTurn({ steps }: Procedure, { stage }: Matter): ActorRule | undefined {
  if (stage.status !== 'open' || stage.visit.kind !== 'assign') return undefined;
  const step = steps[stage.visit.step];
  return step && askedBy({ step, config: step.config as AssignConfig, state: stage.visit.state as State });
}

/** The seat from which the actor takes it on holds it from now; the step itself names whom it asks. */
function take(context: Context<AssignConfig, State>, { plain, sealed }: Answers): Result<Decision, Refusal> {
  const { matter, definition, facts } = context;
  const asked = askedBy(context);
  const seat = asked && mayAct(asked, matter, definition.charter, facts);
  const organ = facts.organs.find(({ id }) => id === seat?.organ);
  if (organ === undefined) return err({ code: 'not-yours', about: 'take' });
  const allowed =
    matter.affair === undefined ? ok(undefined) : mayHandle(definition.charter, organ, matter.affair);
  if (!allowed.ok) return allowed;
  return ok({
    events: [{ type: 'assigned', data: { ...plain, organ: organ.id, taken: true }, sealed }],
    outcome: 'assigned',
  });
}

const takeFields = [
  textField('callMe', '怎么称呼你', { required: false, most: 30, hint: '对方看得到，例如：三单元的老王' }),
  textField('text', '捎一句话', { required: false, most: 200, hint: '例如：五分钟就到' }),
];
const rejectFields = [textField('reason', '不予受理的原因')];
const assignFields = fieldsOnce(({ procedure }: Definition) => [
  plainField('organ', '派给', 'organ'),
  // What somebody asked for at the window is what is passed on, in the time that was promised for it.
  ...(procedure.opens.about === undefined
    ? [
        plainField('affair', '事项类别', 'affair', { required: false }),
        plainField('urgency', '紧急程度', 'choice', { required: false, choices: procedure.grades }),
      ]
    : []),
  textField('note', '派单说明', { required: false, audience: 'handlers' }),
]);

export const assignKind = defineKind<AssignConfig, State>({
  kind: 'assign',
  schema: {
    type: 'object',
    properties: {
      suggest: { type: 'array', items: { enum: ['place', 'affair'] }, uniqueItems: true },
      inTurn: {
        type: 'array',
        items: { $ref: '#/$defs/duration' },
        minItems: 1,
        maxItems: 9,
        description: '依次请 by: 里的各方接办：每一方等多久没有人接，就再请下一方；比 by: 少写一个',
      },
    },
    additionalProperties: false,
  },
  outcomes: () => ['assigned'],
  optionalOutcomes: ['rejected'],
  powers: ({ inTurn }) => [inTurn === undefined ? 'decide' : 'execute'],
  actions: [
    {
      name: 'assign',
      title: '派单',
      main: true,
      by: ({ config, step }) => (config.inTurn === undefined ? step.by : undefined),
      fields: ({ definition }) => assignFields(definition),
      decide: assign,
    },
    {
      name: 'take',
      title: '我来',
      main: true,
      by: askedBy,
      fields: () => takeFields,
      decide: take,
    },
    {
      name: 'reject',
      title: '不予受理',
      by: (context) =>
        context.step.then['rejected'] === undefined ? undefined : (askedBy(context) ?? context.step.by),
      fields: () => rejectFields,
      decide: (_, { sealed }) => ok({ events: [{ type: 'rejected', sealed }], outcome: 'rejected' }),
    },
  ],
  enter: (context) => {
    if (context.config.inTurn === undefined) return { state: {} };
    const turn = turnFrom(context, 0);
    return { state: { turn }, clocks: turnEnds(context, turn) };
  },
  evolve: (state, event) => (event.type === 'turn-passed' ? { turn: Number(event.data['turn']) } : state),
  onClock: askNext,
  evolveMatter: (next, event) => {
    if (event.type !== 'assigned') return next;
    const { organ, urgency, affair } = event.data;
    const id = organId(String(organ));
    next.assignee = id;
    next.answerable ??= id;
    if (typeof urgency === 'string') next.urgency = urgency;
    if (affair !== undefined) next.affair = affair as unknown as AffairRef;
    return next;
  },
});
