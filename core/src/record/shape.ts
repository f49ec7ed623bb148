import { asJson, isWellFormed } from '../basics/canonical.ts';
import { isSha256Hex } from '../basics/hash.ts';

/** Looks at one value of somebody else's file; answers where it is wrong, as a JSON pointer, or undefined. */
export type Shape = (value: unknown, pointer: string) => string | undefined;

const when =
  (fits: (value: unknown) => boolean): Shape =>
  (value, pointer) =>
    fits(value) ? undefined : pointer || '/';

/** At most `most` UTF-16 code units, all whole characters. */
export const text = (most: number): Shape =>
  when((value) => typeof value === 'string' && value.length <= most && isWellFormed(value));
export const exactly = (expected: string): Shape => when((value) => value === expected);
export const oneOf = (...choices: readonly string[]): Shape =>
  when((value) => choices.some((choice) => choice === value));
export const flag: Shape = when((value) => typeof value === 'boolean');
export const hash: Shape = when((value) => typeof value === 'string' && isSha256Hex(value));
/** A whole number, both ends included. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Shape =>
  when((value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most);
export const json: Shape = when((value) => asJson(value).ok);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const jsonObject: Shape = when((value) => isObject(value) && asJson(value).ok);

const memberOf = (shapes: Readonly<Record<string, Shape>>, name: string): Shape | undefined =>
  Object.hasOwn(shapes, name) ? shapes[name] : undefined;

/** The first problem among the members, each looked at by the shape that `shapeOf` finds for its name. */
function firstProblem(
  value: object,
  pointer: string,
  shapeOf: (name: string) => Shape | undefined,
): string | undefined {
  for (const [name, member] of Object.entries(value)) {
    const below = `${pointer}/${name}`;
    const shape = shapeOf(name);
    const problem = shape === undefined ? below : shape(member, below);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Nothing but the named members, so that a file cannot carry statements which nobody checks. */
export const object =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, pointer) => {
    if (!isObject(value)) return pointer || '/';
    const absent = Object.keys(required).find((name) => !Object.hasOwn(value, name));
    if (absent !== undefined) return `${pointer}/${absent}`;
    return firstProblem(value, pointer, (name) => memberOf(required, name) ?? memberOf(optional, name));
  };

/** These members, beside any others: of an event, which anybody's procedure may have added something to. */
export const having =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, pointer) => {
    if (!isObject(value)) return pointer || '/';
    const given = Object.entries(value).filter(
      ([name]) => Object.hasOwn(required, name) || Object.hasOwn(optional, name),
    );
    return object(required, optional)(Object.fromEntries(given), pointer);
  };

export const list =
  (item: Shape, most: number): Shape =>
  (value, pointer) => {
    if (!Array.isArray(value) || value.length > most) return pointer || '/';
    for (const [index, member] of value.entries()) {
      const problem = item(member, `${pointer}/${index}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** An object whose keys are data. */
export const map =
  (item: Shape, most: number, key: RegExp = /^.{1,200}$/su): Shape =>
  (value, pointer) => {
    if (!isObject(value) || Object.keys(value).length > most) return pointer || '/';
    return firstProblem(value, pointer, (name) => (key.test(name) ? item : undefined));
  };
