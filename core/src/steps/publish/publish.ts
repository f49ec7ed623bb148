import type { Json } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Context, type Decision, defineKind } from '../../engine/kind.ts';

/** 公示: post a notice for a time; objections are answered before it ends. */
export interface PublishConfig {
  readonly for: Duration;
  readonly objections?: { readonly answeredWithin: Duration };
  /** The notice carries a table of figures that the product computes. */
  readonly figures?: 'three-rates';
}
interface Objection {
  readonly n: number;
  readonly answered: boolean;
}
interface State {
  readonly published?: { readonly at: number; readonly until: number };
  readonly objections: readonly Objection[];
}
type Publish = Context<PublishConfig, State>;

const unanswered = (state: State): readonly Objection[] => state.objections.filter((each) => !each.answered);
const running = ({ state, facts }: Publish): boolean =>
  state.published !== undefined && facts.now < state.published.until;
const closes = (context: Publish, left: number): Decision =>
  left === 0 && context.state.published !== undefined && !running(context)
    ? { events: [], outcome: 'clear' }
    : { events: [] };

export const publish = defineKind<PublishConfig, State>({
  kind: 'publish',
  schema: {
    type: 'object',
    required: ['for'],
    properties: {
      for: { $ref: '#/$defs/duration' },
      objections: {
        type: 'object',
        required: ['answeredWithin'],
        properties: { answeredWithin: { $ref: '#/$defs/duration' } },
        additionalProperties: false,
      },
      figures: { const: 'three-rates' },
    },
    additionalProperties: false,
  },
  outcomes: () => ['clear'],
  powers: () => ['decide', 'execute', 'supervise'],
  actions: [
    {
      name: 'publish',
      title: '发布公示',
      main: true,
      by: ({ step, state }) => (state.published === undefined ? step.by : undefined),
      fields: ({ config }) => [
        textField('title', '公示标题', { type: 'text', most: 100, audience: 'public' }),
        textField('text', '公示内容', { audience: 'public', most: 20000 }),
        ...(config.figures === undefined
          ? []
          : [plainField('figures', '数据', 'figures', { most: 200_000 })]),
      ],
      decide: ({ config, facts }, { plain, sealed }) => {
        const until = dueAt(facts.calendar, facts.now, config.for);
        // Publishing meets the step's own limit; from here the notice's window runs.
        const clocks: Json = { limit: null, window: until };
        return ok({ events: [{ type: 'published', data: { ...plain, until, clocks }, sealed }] });
      },
    },
    {
      name: 'object',
      title: '提出异议',
      by: ({ config }) => (config.objections === undefined ? undefined : { who: 'resident' }),
      hindrance: (context) => (running(context) ? undefined : { code: 'window-closed' }),
      fields: () => [textField('text', '异议内容', { audience: 'handlers' })],
      decide: ({ config, state, facts }, { sealed }) => {
        const n = state.objections.length + 1;
        const within = config.objections?.answeredWithin;
        const clocks: Json =
          within === undefined ? {} : { [`answer-${n}`]: dueAt(facts.calendar, facts.now, within) };
        return ok({ events: [{ type: 'objected', data: { n, clocks }, sealed }] });
      },
    },
    {
      name: 'answer',
      title: '答复异议',
      main: true,
      by: ({ step, config }) => (config.objections === undefined ? undefined : step.by),
      hindrance: ({ state }) => (unanswered(state).length === 0 ? { code: 'nothing-asked' } : undefined),
      fields: () => [
        plainField('n', '第几条异议', 'number', { most: 100_000 }),
        textField('text', '答复', { audience: 'public' }),
      ],
      decide: (context, { plain, sealed }) => {
        const open = unanswered(context.state).find((each) => each.n === plain['n']);
        if (open === undefined) return err({ code: 'nothing-asked', about: 'n' });
        const data = { ...plain, clocks: { [`answer-${open.n}`]: null } };
        const after = closes(context, unanswered(context.state).length - 1);
        return ok({ ...after, events: [{ type: 'objection-answered', data, sealed }] });
      },
    },
  ],
  enter: () => ({ state: { objections: [] } }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'published':
        return { ...state, published: { at: event.at, until: Number(event.data['until']) } };
      case 'objected':
        return {
          ...state,
          objections: [...state.objections, { n: Number(event.data['n']), answered: false }],
        };
      case 'objection-answered':
        return {
          ...state,
          objections: state.objections.map((each) =>
            each.n === event.data['n'] ? { ...each, answered: true } : each,
          ),
        };
      default:
        return state;
    }
  },
  onClock: (context, clock) =>
    clock === 'window'
      ? { late: false, ...closes(context, unanswered(context.state).length) }
      : { events: [] },
});
