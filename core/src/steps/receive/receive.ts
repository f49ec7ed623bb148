import type { Json } from '../../basics/json.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Answers, type Context, type Decision, defineKind } from '../../engine/kind.ts';
import { affairIn } from '../../engine/powers.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Choice, Field, Material, MatterEvent } from '../../engine/types.ts';

/**
 * 接件: somebody takes in what the matter's service item asks for. What is lacking is told once and whole (行政许可法 32):
 * the list follows from what was ticked, and what was not on it cannot be asked for later.
 */
export interface ReceiveConfig {
  /** How long the person has to bring what was lacking. */
  readonly supplement: Duration;
}
type Named = { readonly id: string; readonly title: string };
/** Absent until something was found lacking. */
interface State {
  readonly lacking?: readonly Named[];
  readonly brought?: readonly Named[];
}
type Receive = Context<ReceiveConfig, State>;

const materialsOf = ({ matter, facts }: Receive): readonly Material[] =>
  affairIn(facts.affairs, matter.affair?.id)?.service?.materials ?? [];

/** What may still be handed in: all that the item names, and after the one notice only what stood on it. */
const wanted = (context: Receive): readonly Material[] => context.state.lacking ?? materialsOf(context);

const nameOf = ({ id, title }: Named): Named => ({ id, title });
const choiceOf = ({ id, title, when }: Material): Choice => ({
  value: id,
  title,
  ...(when !== undefined && { hint: when }),
});

function fields(context: Receive): readonly Field[] {
  const all = wanted(context);
  const onlySome = all.filter(({ when }) => when !== undefined);
  const ticks = (name: string, title: string, of: readonly Material[]): Field[] =>
    of.length === 0
      ? []
      : [plainField(name, title, 'choices', { required: false, most: of.length, choices: of.map(choiceOf) })];
  return [
    ...ticks('brought', '收到的材料', all),
    ...ticks('needed', '这次还要补的（有这种情形才要）', onlySome),
    textField('note', '备注', { required: false, most: 500 }),
  ];
}

const ticked = (answers: Answers, name: string): ReadonlySet<string> =>
  new Set((answers.plain[name] ?? []) as readonly string[]);

function takeIn(context: Receive, answers: Answers): Result<Decision, Refusal> {
  const { config, facts, state } = context;
  const brought = ticked(answers, 'brought');
  const needed = ticked(answers, 'needed');
  if ([...needed].some((id) => brought.has(id))) return err({ code: 'field-invalid', about: 'needed' });
  const all = wanted(context);
  const lacking = all.filter(({ id, when }) => !brought.has(id) && (when === undefined || needed.has(id)));
  const held = [...(state.brought ?? []), ...all.filter(({ id }) => brought.has(id)).map(nameOf)];
  const sealed = answers.sealed;
  if (lacking.length === 0)
    return ok({ events: [{ type: 'taken-in', data: { materials: held }, sealed }], outcome: 'complete' });
  const named = lacking.map(nameOf);
  // Told once: whoever comes back with a part is not given more time, nor another list.
  const clocks =
    state.lacking === undefined
      ? { clocks: { limit: dueAt(facts.calendar, facts.now, config.supplement) } }
      : {};
  return ok({
    events: [{ type: 'told-lacking', data: { lacking: named, brought: held, ...clocks }, sealed }],
  });
}

const namesIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as unknown as readonly Named[]).map(({ title }) => title) : [];

/** The papers that an event of this kind speaks of, under the words for them. */
export const listsIn = ({ type, data }: Pick<MatterEvent, 'type' | 'data'>) =>
  type !== 'taken-in' && type !== 'told-lacking'
    ? []
    : [
        { title: '还缺的材料', values: namesIn(data['lacking']) },
        { title: '收到的材料', values: namesIn(data['materials'] ?? data['brought']) },
      ].filter(({ values }) => values.length > 0);

export const receive = defineKind<ReceiveConfig, State>({
  kind: 'receive',
  schema: {
    type: 'object',
    required: ['supplement'],
    properties: {
      supplement: { $ref: '#/$defs/duration' },
    },
    additionalProperties: false,
  },
  outcomes: () => ['complete', 'lapsed'],
  optionalOutcomes: ['handed-back'],
  clockOutcomes: ['lapsed'],
  powers: () => ['propose', 'execute'],
  actions: [
    {
      name: 'take-in',
      title: '接件',
      main: true,
      by: ({ step }) => step.by,
      fields,
      decide: takeIn,
    },
    {
      name: 'hand-back',
      title: '改由别处接件',
      makes: 'handed-back',
      by: ({ step }) => (step.then['handed-back'] === undefined ? undefined : step.by),
      fields: () => [textField('reason', '为什么')],
      decide: (_, { sealed }) => ok({ events: [{ type: 'handed-back', sealed }], outcome: 'handed-back' }),
    },
  ],
  enter: () => ({ state: {} }),
  evolve: (state, event) =>
    event.type === 'told-lacking'
      ? {
          lacking: event.data['lacking'] as unknown as readonly Named[],
          brought: event.data['brought'] as unknown as readonly Named[],
        }
      : state,
  // Before anything was told it is the window that is late; afterwards the person let the time pass.
  onClock: ({ state }, clock) => ({
    events: [],
    ...(clock === 'limit' && state.lacking !== undefined && { outcome: 'lapsed' }),
  }),
});
