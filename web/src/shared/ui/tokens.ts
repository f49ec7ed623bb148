import { type Colour, elderPalette, fontFamily, palette } from '@liren/core/drawing/palette.ts';

/** Lengths in pixels at the ordinary size. Colours come from the palette that drawings use too. */
export const measures = {
  space1: 4,
  space2: 8,
  space3: 16,
  space4: 24,
  space5: 32,
  space6: 48,
  radius: 6,
  /** The least height and width of anything one presses. */
  touch: 44,
  column: 720,
  columnWide: 1120,
} as const;

/** Three sizes a page: heading, text, small. Staff screens are one step smaller; 长者版 one and a half larger. */
export const type = {
  resident: { large: 24, text: 16, small: 14 },
  staff: { large: 20, text: 14, small: 13 },
  elder: { large: 28, text: 20, small: 18 },
} as const;

export const lineHeight = { reading: 1.7, table: 1.45, heading: 1.35 } as const;

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);
/** The CSS variable of a colour: `accentSoft` is `--accent-soft`. */
export const colourVariable = (colour: Colour): string => `--${kebab(colour)}`;
export const colourValue = (colour: Colour): string => `var(${colourVariable(colour)})`;

type Declarations = Record<string, string>;

const colours = (chosen: Partial<Record<Colour, string>>): Declarations =>
  Object.fromEntries(
    (Object.keys(chosen) as Colour[]).map((name) => [
      colourVariable(name),
      (chosen[name] ?? '').toLowerCase(),
    ]),
  );

const sizes = (chosen: { large: number; text: number; small: number }): Declarations => ({
  '--size-large': `${chosen.large / 16}rem`,
  '--size-text': `${chosen.text / 16}rem`,
  '--size-small': `${chosen.small / 16}rem`,
});

const rule = (selector: string, declarations: Declarations): string =>
  `${selector} {\n${Object.entries(declarations)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;

/** The text of tokens.css. Sizes are in rem, so that a person's own larger type in the browser is obeyed. */
export function tokensCss(): string {
  const lengths = Object.fromEntries(
    Object.entries(measures).map(([name, pixels]) => [`--${kebab(name)}`, `${pixels}px`]),
  );
  return [
    '/* Written by `npm run -w web tokens` from tokens.ts; a test holds the two together. */\n',
    rule(':root', {
      ...colours(palette),
      ...lengths,
      ...sizes(type.resident),
      '--line-reading': String(lineHeight.reading),
      '--line-table': String(lineHeight.table),
      '--line-heading': String(lineHeight.heading),
      '--font': fontFamily,
      '--motion': '120ms',
    }),
    rule(':root[data-face="staff"]', sizes(type.staff)),
    rule(':root[data-mode="elder"]', {
      ...colours(elderPalette),
      ...sizes(type.elder),
      '--touch': '56px',
      '--column': '800px',
    }),
    `@media (prefers-reduced-motion: reduce) {\n  :root {\n    --motion: 0ms;\n  }\n}\n`,
  ].join('\n');
}
