const narrow = /[\s.,:;'"!|()[\]·ijlft]/;
const wide = /[A-Z0-9mw%&@+–—]/;
const neverFirst = /^[，。、；：！？）》」』】〉…％%·)\]!?,.:;]/;
const neverLast = /[（《「『【〈(]$/;
/** Units that stay with the figure before them: 40 万元 is never broken. */
const unit = '(?:个?工作日|小时|分钟|万元|亿元|平方米|[天日月年周元条人户次件名份%％])';
const article = '第\\s?[0-9一二三四五六七八九十百零〇]+\\s?[条款项次届]';
const pieces = new RegExp(
  `${article}|[0-9][0-9.,:/-]*(?:\\s?${unit})*|[A-Za-z0-9][A-Za-z0-9.,'’/_-]*|\\s+|.`,
  'gsu',
);

function glyphWidth(glyph: string): number {
  if ((glyph.codePointAt(0) ?? 0) > 0x2e7f) return 1;
  if (narrow.test(glyph)) return 0.36;
  return wide.test(glyph) ? 0.68 : 0.58;
}

/** An estimate that errs on the wide side, for system CJK type; the same unit as `size`. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const glyph of text) width += glyphWidth(glyph);
  return width * size;
}

/** Pieces that may not be broken: a word, a figure with its unit, or one ideograph with the marks that cling to it. */
function unbreakable(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const before = found.at(-1);
    if (before !== undefined && (neverFirst.test(piece) || neverLast.test(before))) {
      found[found.length - 1] = before + piece;
    } else found.push(piece);
  }
  return found;
}

function shorten(line: string, size: number, limit: number): string {
  let kept = [...line.trimEnd()];
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, size) > limit) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}

function hardBreak(piece: string, size: number, limit: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const glyph of piece) {
    if (part !== '' && textWidth(part + glyph, size) > limit) {
      parts.push(part);
      part = '';
    }
    part += glyph;
  }
  return part === '' ? parts : [...parts, part];
}

function fill(pieces: readonly string[], size: number, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > limit) {
      // A separator has done its work where the line ends.
      lines.push(line.replace(/[\s·]+$/, ''));
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** When a character or two would be left alone on the last line: the narrowest column that needs no more lines. */
function balance(pieces: readonly string[], size: number, limit: number, lines: string[]): string[] {
  if (textWidth(lines.at(-1) ?? '', size) > size * 2.2) return lines;
  const widest = Math.max(...pieces.map((piece) => textWidth(piece, size)));
  let best = lines;
  for (let narrower = limit - size / 2; narrower >= widest; narrower -= size / 2) {
    const tried = fill(pieces, size, narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/**
 * Break text into lines no wider than `limit`, by Chinese rules: no mark begins a line, no unit leaves its figure,
 * no character is left alone at the end. The last of `maxLines` ends with an ellipsis when something was left out.
 */
export function wrapText(text: string, size: number, limit: number, maxLines = 3): string[] {
  const fitting = unbreakable(text.trim()).flatMap((piece) =>
    textWidth(piece, size) > limit ? hardBreak(piece, size, limit) : [piece],
  );
  const lines = fill(fitting, size, limit);
  if (lines.length < 2) return lines;
  if (lines.length <= maxLines) return balance(fitting, size, limit, lines);
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(`${kept[maxLines - 1] ?? ''}${lines[maxLines] ?? ''}`, size, limit);
  return kept;
}
