import type { JsonObject } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Action, type Context, defineKind } from '../../engine/kind.ts';
import type { ActorRule, Facts } from '../../engine/types.ts';

/** 征求意见: for a time people say in their own words what they think, and every opinion gets its answer. */
export interface DiscussConfig {
  readonly who: ActorRule;
  readonly for: Duration;
  readonly answeredWithin: Duration;
  /** Who reads what was said; everybody, unless it is said otherwise. */
  readonly readBy?: 'public' | 'parties';
  /** Short statements may be voted on beside it; that stands outside the record. */
  readonly statements?: true;
}
/** No opinion itself: hundreds of them would be carried along with every step of the matter. */
interface State {
  /** Not inside. */
  readonly until: number;
  readonly count: number;
  /** Numbers of those without an answer. */
  readonly open: readonly number[];
}
type DiscussAction = Action<DiscussConfig, State>;

const isOver = ({ state, facts }: Context<DiscussConfig, State>): boolean => facts.now >= state.until;

const register: DiscussAction = {
  name: 'register-opinion',
  title: '提意见',
  makes: 'opinion-registered',
  by: ({ config }) => config.who,
  hindrance: (context) => (isOver(context) ? { code: 'window-closed' } : undefined),
  fields: ({ config }) => [textField('text', '你的意见', { audience: config.readBy ?? 'public' })],
  decide: ({ config, state, facts }, { sealed }) => {
    const n = state.count + 1;
    const clocks = { [`answer-${n}`]: dueAt(facts.calendar, facts.now, config.answeredWithin) };
    return ok({ events: [{ type: 'opinion-registered', data: { n, clocks }, sealed }] });
  },
};

const answer: DiscussAction = {
  name: 'answer-opinion',
  title: '答复意见',
  main: true,
  makes: 'opinion-answered',
  by: ({ step }) => step.by,
  hindrance: ({ state }) => (state.open.length === 0 ? { code: 'nothing-asked' } : undefined),
  fields: ({ config }) => [
    plainField('n', '第几条意见', 'number', { most: 1_000_000 }),
    plainField('adopted', '采纳', 'yes-no'),
    textField('text', '理由', { audience: config.readBy ?? 'public' }),
  ],
  decide: ({ state }, { plain, sealed }) => {
    const n = Number(plain['n']);
    if (!state.open.includes(n)) return err({ code: 'nothing-asked', about: 'n' });
    const data = { ...plain, clocks: { [`answer-${n}`]: null } };
    return ok({ events: [{ type: 'opinion-answered', data, sealed }] });
  },
};

function conversationData({ conversation }: Facts): JsonObject {
  if (conversation === undefined) return {};
  const { waiting: _, ...figures } = conversation;
  return { conversation: figures };
}

const close: DiscussAction = {
  name: 'close',
  title: '汇总意见，结束征求',
  main: true,
  makes: 'discussed',
  by: ({ step }) => step.by,
  hindrance: (context) => {
    if (!isOver(context)) return { code: 'window-still-open' };
    if (context.state.open.length > 0) return { code: 'opinions-open' };
    return (context.facts.conversation?.waiting ?? 0) > 0 ? { code: 'statements-waiting' } : undefined;
  },
  fields: () => [textField('text', '意见汇总', { audience: 'public', most: 20_000 })],
  decide: ({ config, state, facts }, { sealed }) => {
    if (config.statements === true && facts.conversation === undefined)
      throw new Error('a discussion with statements closes without what was voted');
    const data = { opinions: state.count, ...conversationData(facts) };
    return ok({ events: [{ type: 'discussed', data, sealed }], outcome: 'discussed' });
  },
};

export const discuss = defineKind<DiscussConfig, State>({
  kind: 'discuss',
  schema: {
    type: 'object',
    required: ['who', 'for', 'answeredWithin'],
    properties: {
      who: { $ref: '#/$defs/actor' },
      for: { $ref: '#/$defs/duration' },
      answeredWithin: { $ref: '#/$defs/duration' },
      readBy: { enum: ['public', 'parties'] },
      statements: { const: true },
    },
    additionalProperties: false,
  },
  outcomes: () => ['discussed'],
  powers: () => ['propose', 'decide', 'execute'],
  limits: () => true,
  actions: [register, answer, close],
  enter: ({ config, facts }) => {
    const until = dueAt(facts.calendar, facts.now, config.for);
    // The last opinion may come at the last moment, and still has the whole time for its answer.
    const clocks = { window: until, close: dueAt(facts.calendar, until, config.answeredWithin) };
    return { state: { until, count: 0, open: [] }, clocks };
  },
  evolve: (state, event) => {
    const n = Number(event.data['n']);
    if (event.type === 'opinion-registered') return { ...state, count: n, open: [...state.open, n] };
    if (event.type !== 'opinion-answered') return state;
    return { ...state, open: state.open.filter((each) => each !== n) };
  },
  onClock: (_, clock) => (clock === 'window' ? { events: [], late: false } : { events: [] }),
});
