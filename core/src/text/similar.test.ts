import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexAffairs, suggestAffairs } from './affairs.ts';
import { hotTopics } from './hot-topics.ts';
import { countRarity } from './rarity.ts';
import { groupAlike, profile, similarFrom, similarity, tellingWords } from './similar.ts';

const bySpace = (text: string): readonly string[] => text.split(' ');
const texts = [
  '北门 水泵 漏水 请问 何时 修理',
  '请问 北门 水泵 一直 漏水',
  '请问 仓库 门锁 损坏',
  '请问 会费 收据 何时 公布',
  '请问 番茄 秧苗 何时 发放',
  '请问 篱笆 倒塌 南门',
];
/** Everyone says 请问; what else these neighbours write about matters to nobody here. */
const neighbours = Array.from({ length: 60 }, (_, at) => `请问 邻居${at}`);
const rarity = countRarity([...texts, ...neighbours].map(bySpace));
const text = fc
  .array(fc.constantFrom('北门', '水泵', '漏水', '门锁', '会费', '公布', '秧苗', 'x'), { maxLength: 12 })
  .map((words) => words.join(' '));

test('likeness is the same whichever text comes first, between 0 and 1, and 1 for the same words', () => {
  let alike = 0;
  fc.assert(
    fc.property(text, text, (a, b) => {
      const there = similarity(a, b, rarity, bySpace);
      expect(similarity(b, a, rarity, bySpace)).toEqual(there);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
      if (there.score >= similarFrom) alike += 1;
      const self = similarity(a, a, rarity, bySpace).score;
      if (self > 0) expect(self).toBeCloseTo(1, 9);
    }),
  );
  expect(alike).toBeGreaterThan(5);
});

test('two tellings of one thing are alike, with the words that say so; courtesy alone is nothing', () => {
  const same = similarity(texts[0] ?? '', texts[1] ?? '', rarity, bySpace);
  expect(same.score).toBeGreaterThan(similarFrom);
  expect(same.why.toSorted()).toEqual(['北门', '水泵', '漏水'].toSorted());
  expect(similarity(texts[2] ?? '', texts[3] ?? '', rarity, bySpace).score).toBe(0);
});

test('a title weighs as much as the text below it', () => {
  const long = '北门 水泵\n秧苗 番茄 篱笆 南门 收据 会费 公布 门锁 仓库';
  const [titled, plain] = [long, long.replace('\n', ' ')].map(
    (each) => profile(each, rarity, bySpace).get('水泵') ?? 0,
  );
  expect(titled).toBeGreaterThan((plain ?? 0) * 1.5);
});

test('the telling words of a text leave out what everyone says', () => {
  expect(tellingWords('请问 北门 水泵 漏水', rarity, bySpace, 2)).toHaveLength(2);
  expect(tellingWords('请问 请问', rarity, bySpace)).toEqual([]);
});

test('texts nearly the same are one group, also through a third', () => {
  const groups = groupAlike([...texts, texts[0] ?? ''].map(bySpace), rarity);
  expect(groups[6]).toBe(groups[0]);
  expect(new Set(groups).size).toBeLessThan(7);
  expect(groups[2]).not.toBe(groups[3]);
});

test('recurring topics: the largest first, each matter in one, with the words they share', () => {
  const told = (many: number, words: string, name: string) =>
    Array.from({ length: many }, (_, at) => ({ id: `${name}${at}`, words: profile(words, rarity, bySpace) }));
  const matters = [...told(3, '会费 收据', 'a'), ...told(5, '水泵 漏水', 'b'), ...told(2, '门锁', 'c')];
  const topics = hotTopics(matters);
  expect(topics.map(({ members }) => members.length)).toEqual([5, 3]);
  expect(topics[0]?.why.toSorted()).toEqual(['水泵', '漏水'].toSorted());
  expect(hotTopics(matters)).toEqual(topics);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (many) => {
      const all = hotTopics(
        many.map((each, at) => ({ id: String(at), words: profile(each, rarity, bySpace) })),
        { least: 1 },
      );
      expect(all.flatMap(({ members }) => members).toSorted()).toEqual(
        many.map((_, at) => String(at)).toSorted(),
      );
    }),
  );
});

test('one place with many troubles is no topic; the same trouble in many places is', () => {
  const told = (id: string, words: string) => ({ id, words: profile(words, rarity, bySpace) });
  const place = ['北门 门锁', '北门 会费', '北门 番茄'].map((words, at) => told(`p${at}`, words));
  const trouble = ['北门 水泵 漏水', '南门 水泵 漏水', '仓库 水泵 漏水'].map((words, at) =>
    told(`t${at}`, words),
  );
  const isName = (word: string) => ['北门', '南门', '仓库'].includes(word);
  const topics = hotTopics([...place, ...trouble], { isName, from: 0.3 });
  expect(topics.map(({ members }) => members)).toEqual([['t0', 't1', 't2']]);
  expect(hotTopics(place, { from: 0.3 })).toHaveLength(1);
});

test('which matter came first decides nothing: groups that turn out alike are one topic', () => {
  const told = (id: string, words: string) => ({ id, words: profile(words, rarity, bySpace) });
  const ends = [told('a', '水泵 漏水 秧苗'), told('b', '水泵 漏水 公布')];
  const middle = Array.from({ length: 4 }, (_, at) => told(`m${at}`, '水泵 漏水'));
  for (const order of [
    [...ends, ...middle],
    [...middle, ...ends],
  ])
    expect(hotTopics(order, { from: 0.6 }).map(({ members }) => members.length)).toEqual([6]);
});

test('affairs of the catalogue by what residents say, the whole phrase before its parts', () => {
  const index = indexAffairs(
    [
      { id: 'service/pump', title: '水泵', class: '园艺', words: ['水泵 漏水', '抽不上 水'] },
      { id: 'service/gate', title: '大门', class: '钥匙', words: ['北门 门锁'] },
      { id: 'service/fee', title: '会费', class: '会费' },
    ],
    bySpace,
  );
  const found = suggestAffairs('北门 那个 水泵 漏水', index, rarity, bySpace);
  expect(found.map(({ id }) => id)).toEqual(['service/pump', 'service/gate']);
  expect(found[0]?.why).toEqual(['水泵 漏水']);
  expect(found[1]?.why).toEqual(['北门']);
  expect(suggestAffairs('你好', index, rarity, bySpace)).toEqual([]);
  const likely = (name: string): number => (name === '钥匙' ? 1 : 0);
  expect(suggestAffairs('北门 水泵', index, rarity, bySpace, likely)[0]?.id).toBe('service/gate');
});
