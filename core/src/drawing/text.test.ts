import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text.ts';

test('no line is wider than its column and nothing is lost when there is room', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'办理，。（一）40 万元AbW第三十条'.split('')),
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 70, max: 400 }), (said, limit) => {
      const lines = wrapText(said, 14, limit, 99);
      for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(limit);
      expect(lines.join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
    }),
  );
});

test('a unit stays with its figure and an article with its number', () => {
  for (let limit = 70; limit < 200; limit += 7) {
    const lines = wrapText('本次修缮一共花费 40 万元，依据村民委员会组织法第三十九条', 14, limit, 9);
    expect(lines.some((line) => line.includes('40 万元'))).toBe(true);
    expect(lines.some((line) => line.includes('第三十九条'))).toBe(true);
  }
});

test('no mark begins a line and no single character is left over', () => {
  for (let limit = 70; limit < 200; limit += 7) {
    const lines = wrapText('三分之二到会，全体过半数同意', 14, limit, 9);
    for (const line of lines) expect(line).not.toMatch(/^，/);
    if (lines.length > 1) expect([...(lines.at(-1) ?? '')].length).toBeGreaterThan(1);
  }
});

test('what does not fit in the lines allowed ends with an ellipsis', () => {
  const lines = wrapText('村民委员会组织法规定的村民代表会议决议程序', 14, 80, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

test('a separator does not hang at the end of a line', () => {
  expect(wrapText('11月25日(周三)前 · 第 2 次 · 青柳社区', 14, 130, 3)).toEqual([
    '11月25日(周三)前',
    '第 2 次 · 青柳社区',
  ]);
});
