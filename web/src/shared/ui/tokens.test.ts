import { readFileSync } from 'node:fs';
import { type Colour, elderPalette, palette } from '@liren/core/drawing/palette.ts';
import { expect, test } from 'vitest';
import { tokensCss } from './tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const wordColours: Colour[] = ['ink', 'muted', 'accent', 'attention', 'waitingText', 'information'];
const grounds: Colour[] = ['paper', 'surface'];
const softGrounds: [Colour, Colour][] = [
  ['accent', 'accentSoft'],
  ['attention', 'attentionSoft'],
  ['waitingText', 'waitingSoft'],
  ['information', 'informationSoft'],
  ['ink', 'accentSoft'],
];

test('tokens.css is what tokens.ts says', () => {
  const plain = (css: string): string => css.replace(/\s+/g, ' ').trim();
  expect(plain(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))).toBe(plain(tokensCss()));
});

test('words reach 4.5 : 1 on every ground they stand on, edges and marks 3 : 1', () => {
  for (const ground of grounds) {
    for (const word of wordColours)
      expect(contrast(palette[word], palette[ground])).toBeGreaterThanOrEqual(4.5);
    for (const mark of ['edge', 'waiting'] as const) {
      expect(contrast(palette[mark], palette[ground])).toBeGreaterThanOrEqual(3);
    }
  }
  for (const [word, ground] of softGrounds) {
    expect(contrast(palette[word], palette[ground])).toBeGreaterThanOrEqual(4.5);
  }
});

test('words in 长者版 reach 7 : 1', () => {
  const elder = { ...palette, ...elderPalette };
  for (const ground of grounds) {
    for (const word of wordColours) expect(contrast(elder[word], elder[ground])).toBeGreaterThanOrEqual(7);
  }
  for (const [word, ground] of softGrounds)
    expect(contrast(elder[word], elder[ground])).toBeGreaterThanOrEqual(7);
});
