import { err, ok, type Result } from '../basics/result.ts';
import type { ClassModel, LearntWord } from './classifier.ts';
import type { Rarity } from './rarity.ts';

/** What the product ships: words and weights, no sentence, no name, no number. */
export interface Learnt {
  readonly model: ClassModel;
  /** How rare words are in complaints, for the likeness of texts. */
  readonly rarity: Rarity;
  /** How it was learnt and how well it did, for people. */
  readonly about: string;
}

const decimals = 100;
const rounded = (value: number): number => Math.round(value * decimals) / decimals;

const line = (indent: number, name: string, value: unknown): string =>
  `${' '.repeat(indent)}${JSON.stringify(name)}: ${spaced(value)}`;
const spaced = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((each) => JSON.stringify(each)).join(', ')}]` : JSON.stringify(value);
const block = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? `  "${name}": {}` : `  "${name}": {\n${lines.join(',\n')}\n  }`;
const byWord = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** JSON as the formatter leaves it, one word a line: `"公积金": [rarity, weight of each class …]`, two decimals. */
export function writeLearnt({ model, rarity, about }: Learnt): string {
  const words = [...model.words]
    .sort(byWord)
    .map(([word, learnt]) => line(4, word, [learnt.rarity, ...learnt.weights].map(rounded)));
  const common = [...rarity.textsWith].sort(byWord).map(([word, texts]) => line(4, word, texts));
  const parts = [
    line(2, 'about', about),
    line(2, 'classes', model.classes),
    line(2, 'bias', model.bias.map(rounded)),
    line(2, 'sharpness', rounded(model.sharpness)),
    line(2, 'texts', rarity.texts),
    block('common', common),
    block('words', words),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number' && Number.isFinite(each));
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isFolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what `writeLearnt` wrote; the error says what does not fit. */
export function readLearnt(text: string): Result<Learnt, string> {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    return err('不是完整的 JSON');
  }
  if (!isFolder(plain)) return err('最外层应是一个对象');
  const { about, classes, bias, sharpness, texts, common, words } = plain;
  if (!isTexts(classes) || classes.length < 2) return err('classes 应是两个以上的类别');
  if (!isNumbers(bias) || bias.length !== classes.length) return err('bias 应和 classes 一样多');
  if (typeof sharpness !== 'number' || typeof texts !== 'number') return err('缺 sharpness 或 texts');
  if (!isFolder(words) || !isFolder(common)) return err('缺 words 或 common');
  const learnt = readWords(words, classes.length);
  if (!learnt.ok) return learnt;
  const textsWith = new Map<string, number>();
  for (const [word, count] of Object.entries(common)) {
    if (typeof count !== 'number') return err(`common 里“${word}”应是次数`);
    textsWith.set(word, count);
  }
  return ok({
    model: { classes, words: learnt.value, bias, sharpness },
    rarity: { texts, textsWith },
    about: typeof about === 'string' ? about : '',
  });
}

function readWords(
  words: Readonly<Record<string, unknown>>,
  classes: number,
): Result<ReadonlyMap<string, LearntWord>, string> {
  const learnt = new Map<string, LearntWord>();
  for (const [word, numbers] of Object.entries(words)) {
    if (!isNumbers(numbers) || numbers.length !== classes + 1)
      return err(`words 里“${word}”应有 ${classes + 1} 个数`);
    const [rarity = 0, ...weights] = numbers;
    learnt.set(word, { rarity, weights });
  }
  return ok(learnt);
}
