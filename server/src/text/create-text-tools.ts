import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Library } from '../adapters/charters/library.ts';
import type { TextTools } from './text-tools.ts';

const searchable = /[\p{L}\p{N}]/u;

/** Tools over the segmenter and the library's catalogue. */
export function createTextTools(library: Library): TextTools {
  const jieba = Jieba.withDict(dict);
  const words = (text: string): readonly string[] => [
    ...new Set(
      jieba
        .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
        .map((word) => word.trim())
        .filter((word) => searchable.test(word)),
    ),
  ];
  const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, ' ')}'`;
  const query = (list: readonly string[], joint: string): string | undefined =>
    list.length === 0 ? undefined : list.map(quoted).join(joint);
  return {
    forIndex: (text) => words(text).join(' '),
    forQuery: (text) => query(words(text).slice(0, 20), ' & '),
    suggestClass: () => undefined,
    suggestAffairs: (text) =>
      [...library.catalogue.affairs.values()]
        .map((affair) => ({
          id: affair.id,
          title: affair.title,
          why: [affair.title, ...affair.words].filter((word) => text.includes(word)),
        }))
        .filter(({ why }) => why.length > 0)
        .sort((a, b) => b.why.length - a.why.length)
        .slice(0, 3),
    candidateQuery: (text) =>
      query(
        words(text)
          .filter((word) => word.length > 1)
          .slice(0, 20),
        ' | ',
      ),
    similarity: (a, b) => {
      const [left, right] = [new Set(words(a)), new Set(words(b))];
      const shared = [...left].filter((word) => right.has(word));
      return {
        score: shared.length / Math.max(1, left.size + right.size - shared.length),
        why: shared.slice(0, 5),
      };
    },
    similarFrom: 0.35,
  };
}
