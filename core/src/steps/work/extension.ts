import type { Json, JsonObject } from '../../basics/json.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import type { Duration } from '../../calendar/calendar.ts';
import { fieldsOnce, plainField, textField } from '../../engine/fields.ts';
import type { Answers, Context, Decision } from '../../engine/kind.ts';
import { extendedFrom } from '../../engine/limits.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ActorRule, Field, MatterEvent } from '../../engine/types.ts';

/** 延期: asked for by who does the work, granted by somebody else, in the unit in which the procedure bounds it. */
export interface ExtendConfig {
  readonly times: number;
  readonly atMost: Duration;
  readonly grantedBy: ActorRule;
}
export interface ExtensionState {
  /** How many were granted in this stay. */
  readonly extensions: number;
  /** By how much each time; shown beside the limit. */
  readonly granted?: readonly Duration[];
  /** `length` in the unit of the procedure; a record from before lengths were asked has none. */
  readonly asked?: { readonly at: number; readonly by: string; readonly length?: number };
}
type Work = Context<{ readonly extend?: ExtendConfig }, ExtensionState>;

const unitWords: Readonly<Record<string, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '日',
  workingMinutes: '个工作分钟',
  workingHours: '个工作小时',
  workingDays: '个工作日',
} satisfies Record<Duration extends infer D ? (D extends unknown ? keyof D : never) : never, string>;

/** A duration has one unit and an amount of it. */
const partsOf = (duration: Duration): readonly [unit: string, amount: number] => {
  const [[unit, amount] = ['days', 0]] = Object.entries(duration);
  return [unit, amount];
};
/** The given number of the procedure's own unit. */
const inUnitOf = (atMost: Duration, length: number): Duration => {
  const [unit] = partsOf(atMost);
  return { [unit]: length } as unknown as Duration;
};
const said = (atMost: Duration, length: number): string => {
  const [unit] = partsOf(atMost);
  return `${length} ${unitWords[unit] ?? unit}`;
};
/** Whole units: what is asked and granted is counted, not measured. */
const most = (atMost: Duration): number => Math.floor(partsOf(atMost)[1]);
const lengthField = (atMost: Duration, verb: string, more: Partial<Field>): Field =>
  plainField('length', `${verb}多少${unitWords[partsOf(atMost)[0]] ?? ''}`, 'number', {
    most: most(atMost),
    ...more,
  });

export const askFields = fieldsOnce(({ atMost }: ExtendConfig): readonly Field[] => [
  lengthField(atMost, '申请延长', { hint: `最多 ${said(atMost, most(atMost))}` }),
  textField('reason', '延期的原因'),
]);

const askedLength = ({ asked }: ExtensionState, { atMost }: ExtendConfig): number =>
  asked?.length ?? most(atMost);

export function decideFields({ config: { extend }, state }: Work): readonly Field[] {
  if (extend === undefined) return [];
  const { atMost } = extend;
  const asked = said(atMost, askedLength(state, extend));
  return [
    plainField('granted', '同意延期', 'yes-no'),
    lengthField(atMost, '同意延长', {
      required: false,
      hint: `申请了 ${asked}，最多 ${said(atMost, most(atMost))}；不填就按申请的算`,
    }),
    textField('text', '意见', { required: false }),
  ];
}

const tooShort: Result<never, Refusal> = err({ code: 'field-invalid', about: 'length' });

export function askExtension(
  { config: { extend } }: Work,
  { plain, sealed }: Answers,
): Result<Decision, Refusal> {
  const length = Number(plain['length']);
  if (extend === undefined || length < 1) return tooShort;
  const by = inUnitOf(extend.atMost, length) as unknown as Json;
  return ok({ events: [{ type: 'extension-asked', data: { by }, sealed }] });
}

/** What is granted is added to what was left, not to now: asking late gains nothing. */
export function decideExtension(context: Work, { plain, sealed }: Answers): Result<Decision, Refusal> {
  const { config, state, matter, facts } = context;
  const { extend } = config;
  const length = plain['length'] ?? (extend && askedLength(state, extend));
  if (extend === undefined || Number(length) < 1) return tooShort;
  const limit = matter.stage.status === 'open' ? matter.stage.visit.clocks['limit'] : undefined;
  const granted = plain['granted'] === true;
  const by = inUnitOf(extend.atMost, Number(length));
  const data: JsonObject = {
    granted,
    ...(granted && { by: by as unknown as Json }),
    ...(granted &&
      limit !== undefined && { clocks: { limit: extendedFrom(facts.calendar, limit.dueAt, by) } }),
  };
  return ok({ events: [{ type: 'extension-decided', data, sealed }] });
}

const durationIn = ({ by }: JsonObject): Duration | undefined =>
  typeof by === 'object' && by !== null && !Array.isArray(by) ? (by as unknown as Duration) : undefined;

export function evolveExtension(state: ExtensionState, event: MatterEvent): ExtensionState {
  const by = durationIn(event.data);
  if (event.type === 'extension-asked') {
    const length = by === undefined ? {} : { length: partsOf(by)[1] };
    return { ...state, asked: { at: event.at, by: event.actor.handle, ...length } };
  }
  if (event.type !== 'extension-decided') return state;
  const { asked: _, ...rest } = state;
  if (event.data['granted'] !== true) return rest;
  const granted = by === undefined ? {} : { granted: [...(state.granted ?? []), by] };
  return { ...rest, extensions: state.extensions + 1, ...granted };
}
