import type { Deps } from '../../http/deps.ts';

/** A number is looked up as such; anything else is searched as words; nothing searchable finds nothing. */
export function soughtBy(
  deps: Pick<Deps, 'text'>,
  q: string | undefined,
): { number?: string; words?: string; ids?: readonly string[] } {
  const text = q?.trim() ?? '';
  if (text === '') return {};
  if (/^\d{6}-[a-z0-9]{4,6}$/i.test(text)) return { number: text.toUpperCase() };
  const words = deps.text.forQuery(text);
  return words === undefined ? { ids: [] } : { words };
}
