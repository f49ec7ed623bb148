import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Segment } from '@liren/core/text/normalise.ts';
import { Jieba } from '@node-rs/jieba';
import { readSeeds, seedsFile } from '../text/shipped.ts';

export interface Segmenters {
  /** Words as a reader would cut them; names and roads unknown to the dictionary are guessed. */
  readonly cut: Segment;
  /** Dictionary words alone, long ones also in their parts: what may be learnt and compared. */
  readonly parts: Segment;
  /** Both together: a name guessed whole and its parts, so that two ways of cutting it still meet. */
  readonly all: Segment;
  /** A word the dictionary takes for the name of a person, place or organisation. */
  readonly isName: (word: string) => boolean;
  /** A word that can say what a text is about: no name of a person or place, no number or time, no mere grammar. */
  readonly isTelling: (word: string) => boolean;
}

// Its own module would keep the file, and another that nobody asks for, in memory for good.
const dictionaryFile = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

let loaded: Segmenters | undefined;

/** Loads jieba's dictionary at the first call (about 0.2 s and 40 MB); afterwards the same for the whole process. */
export function segmenters(): Segmenters {
  loaded ??= load();
  return loaded;
}

/** Names (nr person, ns place, nt organisation, nz other), numbers, times, and words of grammar, as jieba tags them. */
const emptyTags = /^(?:nr|ns|nt|nz|[mtrcdpufqyeoxzk]$|ug|ud|uj|ul|uv|uz|mq|rr|rz|df|ad$|dg)/;
const nameTags = /^n[rstz]/;
/** What every letter of complaint says, whatever it is about. */
const courtesy = new Set(
  (
    '请问 希望 问题 情况 反映 部门 有关 相关 领导 政府 市长 书记 局长 处理 解决 请求 要求 咨询 投诉 建议 举报 感谢 ' +
    '尊敬 您好 你好 谢谢 导致 造成 影响 严重 进行 没有 需要 可以 不能 应该 是否 知道 出现 发现 回复 答复 群众 老百姓 ' +
    '人民 市民 居民 百姓 关于 时候 时间 电话 打电话 工作 工作人员 人员 单位 地方 事情 原因 办法 方式 方面 实际 存在 ' +
    '目前 现在 开始 多次 一直 强烈 期待 恳请 本人 网友 平台 留言 国家 政策 规定 西地'
  ).split(' '),
);

/** Frequent enough that the dictionary's words around do not tear them apart. */
const ownFrequency = 2000;

/** Words of the seed file as jieba's dictionary lines: what residents speak of is never cut across (路灯, not 灯不亮). */
const ownWords = (seeds: string): string =>
  [...new Set(Object.values(readSeeds(seeds)).flatMap((lines) => lines.flatMap((line) => line.split(' '))))]
    .map((word) => `${word} ${ownFrequency} n`)
    .join('\n');

function load(): Segmenters {
  const jieba = Jieba.withDict(readFileSync(dictionaryFile));
  jieba.loadDict(Buffer.from(ownWords(readFileSync(seedsFile, 'utf8'))));
  return {
    cut: (text) => jieba.cut(text, true),
    parts: (text) => jieba.cutForSearch(text, false),
    all: (text) => [...jieba.cut(text, true), ...jieba.cutForSearch(text, false)],
    isName: (word) => jieba.tag(word, false).some(({ tag }) => nameTags.test(tag)),
    isTelling: (word) =>
      !courtesy.has(word) && !jieba.tag(word, false).some(({ tag }) => emptyTags.test(tag)),
  };
}
