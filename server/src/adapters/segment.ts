import type { Segment } from '@liren/core/text/normalise.ts';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

export interface Segmenters {
  /** Words as a reader would cut them; names and roads unknown to the dictionary are guessed. */
  readonly cut: Segment;
  /** Dictionary words alone, long ones also in their parts: what may be learnt and compared. */
  readonly parts: Segment;
  /** A word the dictionary knows as a person, place, organisation, other name, number or time. */
  readonly isName: (word: string) => boolean;
}

let loaded: Segmenters | undefined;

/** Loads jieba's dictionary at the first call (about 0.2 s and 60 MB); afterwards the same for the whole process. */
export function segmenters(): Segmenters {
  loaded ??= load();
  return loaded;
}

const nameTags = /^(?:nr|ns|nt|nz|m|t$)/;

function load(): Segmenters {
  const jieba = Jieba.withDict(dict);
  return {
    cut: (text) => jieba.cut(text, true),
    parts: (text) => jieba.cutForSearch(text, false),
    isName: (word) => jieba.tag(word, false).some(({ tag }) => nameTags.test(tag)),
  };
}
