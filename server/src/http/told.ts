/** SQLSTATE of a database error. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
};

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');

/**
 * An error as it may stand in a log. The database quotes what it was given (a value, a row) in messages and details,
 * and so may parsers: those of others are left out, ours hold no personal word.
 */
export function toldOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const state = sqlStateOf(error);
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  const isOurs = error.constructor === Error && state === undefined;
  return {
    type: error.name,
    ...(state !== undefined && { state }),
    ...(constraint !== undefined && { constraint }),
    ...(isOurs && { message: error.message }),
    stack: framesOf(error),
  };
}
