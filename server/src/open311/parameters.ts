import { withoutControls } from '../usecases/without-controls.ts';

/** Parameters of a request: each name with all its values, empty ones left out as if they had not been sent. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** More pairs than any client has reason to send. */
const mostPairs = 200;

/** `a=1&b[]=2&b[]=3` → a: 1; b: 2, 3. Undefined when there are too many. */
export function readParameters(text: string): Parameters | undefined {
  const found = new Map<string, string[]>();
  let pairs = 0;
  for (const [rawName, rawValue] of new URLSearchParams(text)) {
    pairs += 1;
    if (pairs > mostPairs) return undefined;
    const value = withoutControls(rawValue);
    const name = rawName.replace(/\[\]$/, '');
    if (value.trim() === '') continue;
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

export const one = (parameters: Parameters, name: string): string | undefined => parameters.get(name)?.at(-1);

/** Values that may be repeated or separated by commas. */
export const many = (parameters: Parameters, name: string): readonly string[] | undefined => {
  const values = (parameters.get(name) ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values.length === 0 ? undefined : values;
};
