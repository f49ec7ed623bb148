import { uuidFromHash } from '../../basics/hash.ts';
import type { Json } from '../../basics/json.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { fieldsOnce, photosField, plainField, textField } from '../../engine/fields.ts';
import { type Answers, type Context, type Decision, defineKind } from '../../engine/kind.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ActorRule, Choice } from '../../engine/types.ts';
import {
  askExtension,
  askFields,
  decideExtension,
  decideFields,
  type ExtendConfig,
  type ExtensionState,
  evolveExtension,
} from './extension.ts';

/** 办理: the assignee does it, reports, asks for time, returns it, or is helped by organs that a whistle calls in. */
export interface WorkConfig {
  readonly proof?: { readonly photos?: number; readonly text?: 'required' };
  /** 办理结果: what it may come to, which the record names. */
  readonly results?: readonly Choice[];
  readonly return?: { readonly within?: Duration };
  readonly extend?: ExtendConfig;
  readonly whistle?: { readonly opens: string; readonly by: ActorRule; readonly reasons: readonly Choice[] };
}
interface State extends ExtensionState {
  readonly returnUntil?: number;
}
type Work = Context<WorkConfig, State>;

const openChildren = ({ matter, name }: Work): boolean =>
  matter.children.some((child) => child.fromStep === name && child.ended === undefined);

/** What it came to, where the procedure names what it may come to. */
export const resultFields = fieldsOnce(({ results }: WorkConfig) =>
  results === undefined ? [] : [plainField('result', '办理结果', 'choice', { choices: results })],
);
const proofFields = fieldsOnce((config: WorkConfig) => [
  ...resultFields(config),
  textField('text', '办理情况', { required: config.proof?.text === 'required' }),
  photosField('photos', '现场照片', { required: (config.proof?.photos ?? 0) > 0 }),
]);
const progressFields = [textField('text', '进展（提出这件事的人看得到）'), photosField('photos', '照片')];
const insideFields = [textField('text', '备注（只有办理人员看得到）', { audience: 'handlers' })];

function done({ config }: Work, { plain, sealed }: Answers): Result<Decision, Refusal> {
  const photos = Array.isArray(sealed['photos']) ? sealed['photos'].length : 0;
  if (photos < (config.proof?.photos ?? 0)) return err({ code: 'field-required', about: 'photos' });
  return ok({ events: [{ type: 'work-done', data: { ...plain, photos }, sealed }], outcome: 'done' });
}

function whistle({ config, matter, facts }: Work, { plain, sealed }: Answers): Result<Decision, Refusal> {
  const organs = plain['organs'] as readonly string[];
  const unknown = organs.find((id) => facts.organs.every((organ) => organ.id !== id));
  if (unknown !== undefined) return err({ code: 'unknown-organ', about: unknown });
  // Child ids follow from the record, so a repeated decision opens the same matters.
  const children: Json = organs.map((organ, i) => ({
    id: uuidFromHash(`${matter.id}/${matter.version}/${i}`),
    procedure: config.whistle?.opens ?? '',
    organ,
  }));
  return ok({
    events: [{ type: 'children-opened', data: { children, reason: plain['reason'] ?? '' }, sealed }],
  });
}

/**
 * The seats of a rule, without those who act for themselves: a note that only handlers read is between colleagues, and
 * whoever adopted a flower bed could not read their own again.
 */
function seatsOf(rule: ActorRule | undefined): ActorRule | undefined {
  switch (rule?.who) {
    case 'post':
    case 'organ':
    case 'assignee':
    case 'parent-assignee':
      return rule;
    case 'any': {
      const of = rule.of.flatMap((each) => seatsOf(each) ?? []);
      return of.length === 0 ? undefined : { who: 'any', of };
    }
    default:
      return undefined;
  }
}

const grantor = ({ config }: Work) => config.extend?.grantedBy;
const notDecidable = ({ state, facts }: Work): Refusal | undefined => {
  if (state.asked === undefined) return { code: 'nothing-asked' };
  return state.asked.by === facts.actor.handle ? { code: 'same-person' } : undefined;
};

const limitPassed = ({ stage }: Work['matter']): boolean =>
  stage.status === 'open' && stage.visit.clocks['limit']?.passedAt !== undefined;

export const work = defineKind<WorkConfig, State>({
  kind: 'work',
  schema: {
    type: 'object',
    properties: {
      proof: {
        type: 'object',
        properties: { photos: { type: 'integer', minimum: 0, maximum: 9 }, text: { const: 'required' } },
        additionalProperties: false,
      },
      results: { $ref: '#/$defs/choices' },
      return: {
        type: 'object',
        properties: { within: { $ref: '#/$defs/duration' } },
        additionalProperties: false,
      },
      extend: {
        type: 'object',
        required: ['times', 'atMost', 'grantedBy'],
        properties: {
          times: { type: 'integer', minimum: 1, maximum: 9 },
          atMost: { $ref: '#/$defs/duration' },
          grantedBy: { $ref: '#/$defs/actor' },
        },
        additionalProperties: false,
      },
      whistle: {
        type: 'object',
        required: ['opens', 'by', 'reasons'],
        properties: {
          opens: { type: 'string' },
          by: { $ref: '#/$defs/actor' },
          reasons: { $ref: '#/$defs/choices' },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
  powers: () => ['execute'],
  outcomes: (config) => (config.return === undefined ? ['done'] : ['done', 'returned']),
  actions: [
    {
      name: 'done',
      title: '报告办结',
      makes: 'work-done',
      main: true,
      by: ({ step }) => step.by,
      hindrance: (context) => (openChildren(context) ? { code: 'waiting-for-others' } : undefined),
      fields: ({ config }) => proofFields(config),
      decide: done,
    },
    {
      name: 'note-progress',
      title: '记录进展',
      makes: 'progress-noted',
      by: ({ step }) => step.by,
      fields: () => progressFields,
      decide: (_, { sealed }) => ok({ events: [{ type: 'progress-noted', sealed }] }),
    },
    {
      name: 'note-inside',
      title: '内部备注',
      makes: 'inside-noted',
      by: ({ step }) => seatsOf(step.by),
      fields: () => insideFields,
      decide: (_, { sealed }) => ok({ events: [{ type: 'inside-noted', sealed }] }),
    },
    {
      name: 'return',
      title: '退回派单',
      makes: 'returned',
      by: ({ config, step }) => (config.return === undefined ? undefined : step.by),
      hindrance: (context) => {
        if (openChildren(context)) return { code: 'waiting-for-others' };
        const { returnUntil } = context.state;
        return returnUntil !== undefined && context.facts.now >= returnUntil
          ? { code: 'window-closed' }
          : undefined;
      },
      fields: () => [textField('reason', '退回的原因', { audience: 'handlers' })],
      decide: (_, { sealed }) => ok({ events: [{ type: 'returned', sealed }], outcome: 'returned' }),
    },
    {
      name: 'ask-extension',
      title: '申请延期',
      by: ({ config, step }) => (config.extend === undefined ? undefined : step.by),
      hindrance: ({ config, state, matter }) => {
        if (state.asked !== undefined) return { code: 'already-asked' };
        // Who is already late gets no more time; to be late is on record and asking cannot undo it.
        if (limitPassed(matter)) return { code: 'window-closed' };
        return state.extensions >= (config.extend?.times ?? 0) ? { code: 'times-used-up' } : undefined;
      },
      fields: ({ config }) => (config.extend === undefined ? [] : askFields(config.extend)),
      decide: askExtension,
    },
    {
      name: 'decide-extension',
      title: '审批延期',
      main: true,
      by: grantor,
      hindrance: notDecidable,
      fields: decideFields,
      decide: decideExtension,
    },
    {
      name: 'whistle',
      title: '吹哨',
      by: ({ config }) => config.whistle?.by,
      fields: ({ config }) => [
        plainField('organs', '请哪些部门报到', 'organs', { most: 12 }),
        plainField('reason', '吹哨的情形', 'choice', { choices: config.whistle?.reasons ?? [] }),
        textField('text', '需要做什么'),
      ],
      decide: whistle,
    },
  ],
  enter: ({ config, facts }) => ({
    state: {
      extensions: 0,
      ...(config.return?.within !== undefined && {
        returnUntil: dueAt(facts.calendar, facts.now, config.return.within),
      }),
    },
  }),
  evolve: evolveExtension,
  // A handler who returns the matter no longer holds it; the first receiver of the next dispatch does.
  evolveMatter: (next, event) => {
    if (event.type === 'returned') {
      next.assignee = undefined;
      next.answerable = undefined;
    }
    return next;
  },
});
