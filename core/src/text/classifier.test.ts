import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from '../basics/result.ts';
import { classLikelihood, suggestClass } from './classifier.ts';
import { calibrationGap, crossValidate, fitSharpness, type Labelled, measure, toFolds } from './evaluate.ts';
import { readLearnt, writeLearnt } from './model-text.ts';
import { countRarity } from './rarity.ts';
import { type Example, trainModel } from './train.ts';

const bySpace = (text: string): readonly string[] => text.split(' ');
const said: readonly (readonly [string, string])[] = [
  ['园艺', '番茄 秧苗 浇水 菜畦'],
  ['园艺', '黄瓜 秧苗 肥料 我们'],
  ['园艺', '番茄 肥料 杂草 今年'],
  ['园艺', '菜畦 杂草 浇水'],
  ['钥匙', '门锁 钥匙 仓库 我们'],
  ['钥匙', '钥匙 丢失 大门'],
  ['钥匙', '仓库 门锁 损坏 今年'],
  ['钥匙', '大门 门锁 钥匙'],
  ['会费', '会费 收据 账目 今年'],
  ['会费', '会费 减免 老人'],
  ['会费', '账目 公布 会费 我们'],
  ['会费', '收据 减免 账目'],
];
const examples: readonly Example[] = said.map(([name, text]) => ({
  class: name,
  fields: [bySpace(text)],
  weight: 1,
}));
const rarity = countRarity(said.map(([, text]) => bySpace(text)));
const training = (own: readonly Example[], mostWords = 100) => ({
  classes: ['园艺', '钥匙', '会费'],
  examples: own,
  rarity,
  mayLearn: (word: string) => word !== '老人',
  mostWords,
});
const model = trainModel(training(examples));

test('a text is named with the words that speak for it', () => {
  const found = suggestClass(model, ['仓库 钥匙', '今年 有人 拿走 仓库 钥匙'], bySpace);
  expect(found?.class).toBe('钥匙');
  expect(found?.why.slice(0, 2).toSorted()).toEqual(['仓库', '钥匙']);
  expect(found?.confidence).toBeGreaterThan(1 / 3);
  expect(suggestClass(model, ['飞机'], bySpace)).toBeUndefined();
});

test('reasons stand in the text, and speak for the class against the runner-up', () => {
  const words = [...model.words.keys(), '别的', '什么'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (text) => {
      const found = suggestClass(model, [text.join(' ')], bySpace);
      if (found === undefined) return;
      const [first, second] = [found.class, found.runnerUp].map((name) => model.classes.indexOf(name));
      for (const word of found.why) {
        expect(text).toContain(word);
        const weights = model.words.get(word)?.weights ?? [];
        expect(weights[first ?? 0]).toBeGreaterThan(weights[second ?? 0] ?? 0);
      }
    }),
  );
});

test('likelihoods of all classes add up to one', () => {
  const likely = classLikelihood(model, ['会费 门锁'], bySpace);
  expect(model.classes.reduce((sum, name) => sum + likely(name), 0)).toBeCloseTo(1, 9);
});

test('the order of examples changes nothing that was learnt', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...examples], { minLength: examples.length }), (shuffled) => {
      expect(trainModel(training(shuffled))).toEqual(model);
    }),
    { numRuns: 20 },
  );
});

test('only permitted words are learnt, and no more than asked', () => {
  expect(model.words.has('老人')).toBe(false);
  const small = trainModel(training(examples, 5));
  expect(small.words.size).toBe(5);
  expect(small.words.has('我们')).toBe(false);
});

test('a model written and read back suggests the same; a damaged one is refused', () => {
  const text = writeLearnt({ model, rarity, about: 'allotment' });
  const back = unwrap(readLearnt(text));
  expect(suggestClass(back.model, ['仓库 钥匙'], bySpace)?.class).toBe('钥匙');
  expect(writeLearnt(back)).toBe(text);
  expect(readLearnt(text.slice(0, 40)).ok).toBe(false);
  expect(readLearnt(text.replace('"番茄": [', '"番茄": ["')).ok).toBe(false);
  expect(readLearnt(JSON.stringify({ ...JSON.parse(text), bias: [1] })).ok).toBe(false);
});

const labelled: readonly Labelled[] = [0, 1, 2].flatMap((round) =>
  examples.map((example, at) => ({ ...example, group: round === 2 ? at : at + round * 100 })),
);

test('folds hold every text once, never split a group, and share out the classes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const folds = toFolds(labelled, 3, seed);
      expect(folds.flat().toSorted((a, b) => a - b)).toEqual(labelled.map((_, at) => at));
      const foldsOf = new Map<number, Set<number>>();
      folds.forEach((fold, at) => {
        for (const place of fold) {
          const group = labelled[place]?.group ?? -1;
          foldsOf.set(group, (foldsOf.get(group) ?? new Set()).add(at));
        }
      });
      for (const each of foldsOf.values()) expect(each.size).toBe(1);
      for (const fold of folds) {
        const own = fold.filter((at) => labelled[at]?.class === '会费').length;
        expect(own).toBeGreaterThanOrEqual(3);
        expect(own).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test('what is judged was not learnt from', () => {
  const seen: number[] = [];
  crossValidate(
    labelled,
    (own) => {
      const groups = new Set(own.map(({ group }) => group));
      seen.push(groups.size);
      return training(own);
    },
    3,
    1,
  );
  const all = new Set(labelled.map(({ group }) => group)).size;
  expect(seen.reduce((sum, each) => sum + (all - each), 0)).toBe(all);
});

test('accuracy and macro F1 as counted by hand', () => {
  const judged = [
    { class: '甲', scores: [2, 1] },
    { class: '甲', scores: [2, 1] },
    { class: '甲', scores: [0, 1] },
    { class: '乙', scores: [0, 1] },
  ];
  const figures = measure(judged, ['甲', '乙']);
  expect(figures.accuracy).toBe(0.75);
  expect(figures.macroF1).toBeCloseTo((4 / 5 + 2 / 3) / 2, 9);
});

test('sharpness makes confidence fit what was right', () => {
  const judged = Array.from({ length: 100 }, (_, at) => ({ class: at < 80 ? '甲' : '乙', scores: [1, 0] }));
  const sharpness = fitSharpness(judged, ['甲', '乙']);
  expect(sharpness).toBeCloseTo(Math.log(4), 1);
  expect(calibrationGap(judged, ['甲', '乙'], sharpness)).toBeLessThan(0.02);
  expect(calibrationGap(judged, ['甲', '乙'], 16)).toBeGreaterThan(0.15);
});
