import type { Duration } from '../calendar/calendar.ts';
import type { ActorRule, Choice, Field, FieldType, Level, Limit, Step, Way } from '../engine/types.ts';
import { findFraction, fractionText, zero } from '../law/fraction.ts';
import type { Leg, Question } from '../voting/types.ts';
import { isRecord, record, text } from './plain.ts';

const plainActors = ['anyone', 'resident', 'opener', 'assignee', 'parent-assignee'] as const;
type PlainActor = (typeof plainActors)[number];
const isPlainActor = (name: string): name is PlainActor => plainActors.some((each) => each === name);

/** `dispatcher`, `assignee`, `{ post: dispatcher, in: street }`, `{ organ: station }`, or a list of them. */
export function readActor(source: unknown): ActorRule {
  if (Array.isArray(source)) {
    const [first, ...others] = source.map(readActor);
    return first !== undefined && others.length === 0
      ? first
      : { who: 'any', of: first === undefined ? [] : [first, ...others] };
  }
  if (typeof source === 'string')
    return isPlainActor(source) ? { who: source } : { who: 'post', post: source };
  const { post, organ, in: level } = record(source);
  if (post === undefined) return { who: 'organ', organ: text(organ) };
  return { who: 'post', post: text(post), ...(level !== undefined && { in: level as Level }) };
}

export const readChoices = (source: unknown): readonly Choice[] =>
  Object.entries(record(source)).map(([value, title]) => ({ value, title: text(title) }));

type Defaults = Pick<Field, 'sealed' | 'audience' | 'most'>;
const personal = (most: number): Defaults => ({ sealed: true, audience: 'parties', most });
const open = (most: number): Defaults => ({ sealed: false, audience: 'public', most });
/** What people write freely is personal until the form says otherwise; what they choose from a list is not. */
const defaults: Readonly<Record<FieldType, Defaults>> = {
  text: personal(100),
  'long-text': personal(2000),
  choice: open(1),
  choices: open(50),
  'yes-no': open(1),
  number: open(1_000_000_000),
  affair: open(1),
  place: open(1),
  location: personal(200),
  photos: personal(9),
  phone: { sealed: true, audience: 'handlers', most: 20 },
  organ: open(1),
  organs: open(12),
  matter: open(1),
  matters: open(200),
  figures: open(200_000),
  moment: open(1),
};

function readField(source: unknown): Field {
  const { name, title, type, required, sealed, audience, most, choices, hint } = record(source);
  const usual = defaults[type as FieldType];
  const isSealed = typeof sealed === 'boolean' ? sealed : usual.sealed;
  const readers = isSealed && usual.audience === 'public' ? 'parties' : usual.audience;
  return {
    name: text(name),
    title: text(title),
    type: type as FieldType,
    required: required !== false,
    sealed: isSealed,
    audience: isSealed ? ((audience ?? readers) as Field['audience']) : 'public',
    most: typeof most === 'number' ? most : usual.most,
    ...(choices !== undefined && { choices: readChoices(choices) }),
    ...(hint !== undefined && { hint: text(hint) }),
  };
}
export const readFields = (source: unknown): readonly Field[] =>
  Array.isArray(source) ? source.map(readField) : [];

/** Limits by urgency take the grades of the law parameter where the procedure writes no case of its own. */
export function readLimit(source: unknown, grades: Readonly<Record<string, Duration>>): Limit {
  const { by, ...cases } = record(source);
  if (by === undefined) return cases as unknown as Duration;
  if (by === 'affair') return { by };
  return { by: 'urgency', cases: { ...grades, ...(cases as Readonly<Record<string, Duration>>) } };
}

export function readWays(source: unknown): Readonly<Record<string, Way>> {
  return Object.fromEntries(
    Object.entries(record(source)).map(([outcome, way]): [string, Way] => {
      if (!isRecord(way)) return [outcome, { to: text(way) }];
      return [outcome, { to: text(way['to']), times: Number(way['times']), after: text(way['after']) }];
    }),
  );
}

/** `mark` says only what always happens; `tell-supervisor` is the post of that name. */
export function readLate(source: unknown): Step['late'] {
  const rules = Array.isArray(source) ? source : [];
  return rules.flatMap((rule: unknown) => {
    if (rule === 'mark') return [];
    return [
      typeof rule === 'string' ? readActor(rule.slice('tell-'.length)) : readActor(record(rule)['tell']),
    ];
  });
}

/** `{ over: 1/2, of: attendees }`, or several. */
export const readLegs = (source: unknown): readonly Leg[] =>
  (Array.isArray(source) ? source : [source]).map((leg) => {
    const { over, 'at-least': atLeast, of } = record(leg);
    const share = findFraction(text(over ?? atLeast)) ?? zero;
    return { op: over === undefined ? '>=' : '>', share: fractionText(share), of: of as Leg['of'] };
  });

/** Of an election all seats must be filled unless it says otherwise. */
export function readQuestion(source: unknown): Question {
  const { kind, seats, least, nominators, 'run-off': runOff } = record(source);
  if (kind !== 'elect') return { kind: kind as Exclude<Question['kind'], 'elect'> };
  const many = Number(seats);
  return {
    kind,
    seats: many,
    least: least === undefined ? many : Number(least),
    runOff: runOff === true,
    ...(nominators !== undefined && { nominators: Number(nominators) }),
  };
}
