import { readHomeAddress, showHomeAddress } from './address.ts';
import { plainWidth } from './plain-width.ts';

const bare = (text: string): string => plainWidth(text).replaceAll(/\s+/g, '').toUpperCase();
const isDigit = (character: string | undefined): boolean => /^[0-9]$/.test(character ?? '');

export interface NumberedLine {
  readonly no: number;
  readonly label: string;
}
/**
 * Which lines of a roll a clerk means who types these words: a number, part of a name, or a door in any spelling (3-2-501
 * is 3 号楼 2 单元 501). A figure is found whole: who looks for 101 is not shown 1101 or 1012. No words mean every line.
 */
export function linesMeant(words: string): (line: NumberedLine) => boolean {
  const said = words.trim();
  const address = readHomeAddress(said);
  const wanted = bare(address.ok ? showHomeAddress(address.value) : said);
  return ({ no, label }) => {
    if (said === '' || said === String(no)) return true;
    const within = bare(label);
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
      const [before, after] = [within[at - 1], within[at + wanted.length]];
      const cutsFigure =
        (isDigit(wanted[0]) && isDigit(before)) || (isDigit(wanted.at(-1)) && isDigit(after));
      if (!cutsFigure) return true;
    }
    return false;
  };
}
