const most = 40;

/** The first sentence of what was said, short enough for a list; undefined when nothing was said. */
export function titleFrom(text: string | undefined): string | undefined {
  const [sentence = ''] = (text ?? '').trim().split(/[\n。！？!?；;]/u);
  const signs = Array.from(sentence.trim());
  if (signs.length === 0) return undefined;
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`;
}
