import { figuresOf, plainWidth } from './plain-width.ts';

/** Where an exclusive area is written, the strongest first (区分所有权解释 8: registered, else surveyed, else contract). */
export const areaBases = ['registered', 'surveyed', 'contract'] as const;
export type AreaBasis = (typeof areaBases)[number];
export const isWeaker = (basis: AreaBasis, than: AreaBasis): boolean =>
  areaBases.indexOf(basis) > areaBases.indexOf(than);

const mostSquareMetres = 100_000;

/** An exclusive area as tables write it: 89.5, 89.50㎡, 89．5平方米. Square centimetres; undefined where it is none. */
export function readArea(text: string): number | undefined {
  const said = /^(\d{1,6})(?:\.(\d{1,18}))?\s*(?:m2|平方米|平米|平方|平)?$/i.exec(plainWidth(text));
  if (said === null) return undefined;
  const [, whole, part = ''] = said;
  const area = Number(whole) * 10_000 + Math.round(Number(`0.${part}0`) * 10_000);
  return area > 0 && area <= mostSquareMetres * 10_000 ? area : undefined;
}

/** A part of a home, in lowest terms; 1/1 is the whole. */
export interface Share {
  readonly top: number;
  readonly bottom: number;
}
export const wholeShare: Share = { top: 1, bottom: 1 };
const mostBottom = 1_000_000;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
function shareOf(top: number, bottom: number): Share | undefined {
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom) || top < 1 || top > bottom)
    return undefined;
  const by = divisor(top, bottom);
  return bottom / by > mostBottom ? undefined : { top: top / by, bottom: bottom / by };
}

const inWords = /^([零〇一二两三四五六七八九十百]+|\d{1,7})分之([零〇一二两三四五六七八九十百]+|\d{1,7})$/;
const figures = (word: string): number => Number(/^\d/.test(word) ? word : figuresOf(word));

/** A share as tables write it: 1/2, 50%, 0.5, 二分之一; empty or 全部 is the whole. Undefined where it is none. */
export function readShare(text: string): Share | undefined {
  const said = plainWidth(text).replaceAll(/\s+/g, '');
  if (/^(全部|单独所有|整套)?$/.test(said)) return wholeShare;
  const words = inWords.exec(said);
  if (words !== null) return shareOf(figures(words[2] ?? ''), figures(words[1] ?? ''));
  const parts = /^(\d{1,7})[/⁄](\d{1,7})$/.exec(said);
  if (parts !== null) return shareOf(Number(parts[1]), Number(parts[2]));
  const decimal = /^(\d{1,3})(?:\.(\d{1,6}))?(%?)$/.exec(said);
  if (decimal === null) return undefined;
  const [, whole = '', part = '', percent] = decimal;
  return shareOf(Number(`${whole}${part}`), 10 ** part.length * (percent === '' ? 1 : 100));
}

/** Whether shares of one home are together no more than the home. */
export function sharesFit(shares: readonly Share[]): boolean {
  let [top, bottom] = [0n, 1n];
  for (const share of shares) {
    top = top * BigInt(share.bottom) + BigInt(share.top) * bottom;
    bottom *= BigInt(share.bottom);
  }
  return top <= bottom;
}

/** Somebody who has a share of a home, as far as it takes to tell one from another. */
export interface Owner {
  /** Of the identity number or credit code; undefined where none is known. */
  readonly mark: string | undefined;
  readonly name: string;
  readonly share: Share;
}

const isShared = (held: Owner, told: Owner): boolean =>
  held.share.top === told.share.top && held.share.bottom === told.share.bottom;
/** By the number; where neither has one, the name tells who it is within one home. */
const isSame = (held: Owner, told: Owner): boolean =>
  held.mark === told.mark && (told.mark !== undefined || held.name === told.name) && isShared(held, told);
/** A table without numbers says nothing against one that is known. */
const isUnnumbered = (held: Owner, told: Owner): boolean =>
  told.mark === undefined && held.name === told.name && isShared(held, told);

/** What becomes of a home whose owners are now those that are told: whose rows end, and whose begin. */
export function succession<Held extends Owner, Told extends Owner>(
  held: readonly Held[],
  told: readonly Told[],
): { readonly ended: readonly Held[]; readonly begun: readonly Told[] } {
  const left = new Set(held);
  let begun = told;
  for (const known of [isSame, isUnnumbered])
    begun = begun.filter((each) => {
      const same = [...left].find((one) => known(one, each));
      if (same !== undefined) left.delete(same);
      return same === undefined;
    });
  return { ended: [...left], begun };
}

/** The same owners together, in whatever order they are written; whoever has two shares of a home is in it once. */
export const ownersKey = (marks: readonly string[]): string => [...new Set(marks)].sort().join(' ');

/**
 * How many heads own these homes: one home is one head however many have a share of it, and whoever has several homes is
 * one (区分所有权解释 9).
 * @param homes of each, the marks of those who own it; without any it counts for nobody.
 */
export const headsOf = (homes: Iterable<readonly string[]>): number =>
  new Set([...homes].filter(({ length }) => length > 0).map(ownersKey)).size;
