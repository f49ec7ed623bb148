import type { Station, StationWords, TextLine } from './station.ts';
import { textWidth, wrapText } from './text.ts';

export interface Measures {
  scale: number;
  titleSize: number;
  smallSize: number;
  titleLeading: number;
  smallLeading: number;
  radius: number;
  hereRadius: number;
  haloRadius: number;
  branchRadius: number;
}

/** All lengths of a drawing at one scale. */
export function measuresAt(scale: number): Measures {
  return {
    scale,
    titleSize: 16 * scale,
    smallSize: 14 * scale,
    titleLeading: 23 * scale,
    smallLeading: 21 * scale,
    radius: 8 * scale,
    hereRadius: 9 * scale,
    haloRadius: 15 * scale,
    branchRadius: 4.5 * scale,
  };
}

/** Index of the furthest stop that the matter has come to; -1 before it began. */
export const lastReached = (stations: readonly Station[]): number =>
  stations.findLastIndex(({ state }) => state === 'done' || state === 'here' || state === 'late');

type Voice = TextLine['voice'];
type Words = { text: string; voice: Voice };

const join = (...parts: (string | undefined)[]): string =>
  parts.filter((part): part is string => part !== undefined && part !== '').join(' · ');

/** What a stop says, top to bottom. A stop that is passed or yet to come says its date in a quiet voice. */
export function wordsOf(
  station: Station,
  words: StationWords,
  backLines: readonly string[],
  oneLine = false,
): Words[] {
  const visits = station.visits ?? 1;
  const again = visits > 1 ? words.visits.replace('{n}', String(visits)) : undefined;
  const due = station.dueText;
  const standing: Record<Station['state'], [state: string | undefined, when: string]> = {
    here: [words.here, join(due, again)],
    late: [due ?? words.late, join(again)],
    done: [undefined, join(due, again)],
    'to-come': [undefined, join(due, again)],
    skipped: [undefined, join(words.skipped, due)],
  };
  const [state, when] = standing[station.state];
  const said: Words[] = [
    { text: station.title, voice: 'title' },
    { text: state ?? '', voice: 'state' },
    ...(oneLine ? [join(when, station.who)] : [when, station.who ?? '']).map(
      (text): Words => ({ text, voice: 'who' }),
    ),
    { text: station.note ?? '', voice: 'note' },
    ...backLines.map((text): Words => ({ text, voice: 'note' })),
    { text: station.rule ?? '', voice: 'rule' },
  ];
  return said.filter((each) => each.text !== '');
}

export interface SetText {
  lines: TextLine[];
  /** Below the last line. */
  bottom: number;
  /** Right of the widest line. */
  right: number;
}

/** Set words in a column that begins at (x, top). */
export function setWords(
  said: readonly Words[],
  x: number,
  top: number,
  limit: number,
  m: Measures,
): SetText {
  const lines: TextLine[] = [];
  let y = top;
  let right = x;
  for (const { text, voice } of said) {
    const size = voice === 'title' ? m.titleSize : m.smallSize;
    const leading = voice === 'title' ? m.titleLeading : m.smallLeading;
    for (const line of wrapText(text, size, limit, voice === 'note' ? 4 : 3)) {
      lines.push({ text: line, voice, x, y: y + leading * 0.5 + size * 0.36, size });
      right = Math.max(right, x + textWidth(line, size));
      y += leading;
    }
  }
  return { lines, bottom: y, right };
}

/** The words of the branches of a stop, set below one another; `ys` are the heights of their markers. */
export function setBranches(
  station: Station,
  x: number,
  top: number,
  limit: number,
  m: Measures,
): SetText & { ys: number[] } {
  const lines: TextLine[] = [];
  const ys: number[] = [];
  let bottom = top;
  let right = x;
  for (const branch of station.branches ?? []) {
    const said: Words[] = [{ text: branch.title, voice: 'branch' }];
    if (branch.note !== undefined && branch.note !== '')
      said.push({ text: branch.note, voice: 'branch-note' });
    const set = setWords(said, x, bottom + 4 * m.scale, limit, m);
    ys.push(bottom + 4 * m.scale + m.smallLeading / 2);
    lines.push(...set.lines);
    bottom = set.bottom;
    right = Math.max(right, set.right);
  }
  return { lines, bottom, right, ys };
}
