import { readFileSync } from 'node:fs';
import { unwrap } from '@liren/core/basics/result.ts';
import { type AffairWords, indexAffairs, suggestAffairs } from '@liren/core/text/affairs.ts';
import { classLikelihood, suggestClass } from '@liren/core/text/classifier.ts';
import { readLearnt } from '@liren/core/text/model-text.ts';
import { anyOf, segmentForIndex, segmentForQuery } from '@liren/core/text/search.ts';
import { similarFrom, similarity, tellingWords } from '@liren/core/text/similar.ts';
import { segmenters } from '../adapters/segment.ts';
import { shippedLearntFile } from './shipped.ts';
import type { TextTools } from './text-tools.ts';

/** Typing is read at every pause: beyond this much, the beginning is enough to tell what it is about. */
const mostTyped = 4000;

/** Reads the dictionary and what was learnt (about 0.3 s); called once when the server starts. */
export function loadTextTools(affairs: Iterable<AffairWords>): TextTools {
  const { parts, all } = segmenters();
  const { model, rarity } = unwrap(readLearnt(readFileSync(shippedLearntFile, 'utf8')));
  const index = indexAffairs([...affairs], parts);
  return {
    forIndex: segmentForIndex,
    forQuery: (text) => segmentForQuery(text, parts),
    suggestClass: (text) => suggestClass(model, toFields(text), parts),
    suggestAffairs: (text) => {
      const typed = text.slice(0, mostTyped);
      return suggestAffairs(typed, index, rarity, parts, classLikelihood(model, toFields(typed), parts));
    },
    candidateQuery: (text) => {
      return anyOf(tellingWords(text.slice(0, mostTyped), rarity, all));
    },
    similarity: (a, b) => similarity(a, b, rarity, all),
    similarFrom,
  };
}

/** The first line is the title; a text of one line is all there is. */
function toFields(text: string): readonly string[] {
  const [title = '', ...rest] = text.slice(0, mostTyped).split('\n');
  return [title, rest.join('\n')];
}
