/** Full-width letters, digits, signs and spaces as keyboards of the country write them, made half-width. */
export const plainWidth = (text: string): string => text.normalize('NFKC').trim();

/** A name in one spelling: no blanks inside, and one kind of dot between the parts of a name that has several. */
export const plainName = (text: string): string =>
  plainWidth(text)
    .replaceAll(/\s+/g, '')
    .replaceAll(/[•・‧∙.]/g, '·');

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** A run of Chinese numerals as a number in figures: 十二 → 12, 二十 → 20, 一百零三 → 103, 五零一 → 501. */
export function figuresOf(numerals: string): string {
  if (![...numerals].some((character) => character in tens))
    return [...numerals].map((character) => digits[character] ?? '').join('');
  let sum = 0;
  let held: number | undefined;
  for (const character of numerals) {
    const unit = tens[character];
    if (unit === undefined) held = digits[character] ?? 0;
    else {
      sum += (held ?? 1) * unit;
      held = undefined;
    }
  }
  return String(sum + (held ?? 0));
}

/** Every run of Chinese numerals that stands before a counting word (号, 栋, 单元, 室 …) in figures. */
export const withFigures = (text: string): string =>
  text.replaceAll(/[零〇一二两三四五六七八九十百]+(?=号|栋|幢|座|楼|单元|门|层|室|户)/g, figuresOf);
