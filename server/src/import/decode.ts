import { err, ok, type Result } from '@liren/core/basics/result.ts';

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, i) => bytes[i] === sign);

/**
 * Text of a file as offices send it: UTF-8 or UTF-16 with its mark, UTF-8 without, else GB18030 (which holds GBK
 * and GB2312, what spreadsheets here write). The mark itself is left out.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'unknown-encoding'> {
  const label = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : undefined;
  for (const each of label === undefined ? ['utf-8', 'gb18030'] : [label]) {
    try {
      return ok(new TextDecoder(each, { fatal: true }).decode(bytes));
    } catch {
      // Not this one: a decoder tells so only by throwing.
    }
  }
  return err('unknown-encoding');
}
