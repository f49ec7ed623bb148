import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** Filters live in the address, so a list can be linked to, gone back to and found as it was left. */
export function useFilters<Name extends string>(
  names: readonly Name[],
): readonly [
  Readonly<Partial<Record<Name, string>>>,
  (change: Partial<Record<Name, string | undefined>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filters: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  const change = useCallback(
    (next: Partial<Record<Name, string | undefined>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(next)) {
            if (value === undefined || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}
