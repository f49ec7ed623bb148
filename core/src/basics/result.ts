/** A value that may have failed in a way the caller must handle. Bugs throw; everything else is a `Result`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The value, or a thrown bug: use only where failure was already excluded (tests, loaded data). */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`unwrap of a failure: ${JSON.stringify(result.error)}`);
}

/** Narrow a closed union to nothing: a new member that is not handled fails to compile. */
export function never(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
