import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { unwrap } from '@liren/core/basics/result.ts';
import { type AffairWords, indexAffairs, suggestAffairs } from '@liren/core/text/affairs.ts';
import { classLikelihood, suggestClass } from '@liren/core/text/classifier.ts';
import { hotTopics, type Told } from '@liren/core/text/hot-topics.ts';
import { readLearnt } from '@liren/core/text/model-text.ts';
import { anyOf, segmentForIndex, segmentForQuery } from '@liren/core/text/search.ts';
import { profile, similarFrom, similarity, tellingWords } from '@liren/core/text/similar.ts';
import { segmenters } from '../adapters/segment.ts';
import { shippedLearntFile } from './shipped.ts';
import type { TextTools } from './text-tools.ts';

/** Typing is read at every pause: beyond this much, the beginning is enough to tell what it is about. */
const mostTyped = 4000;

/** Some 2 ms each: others wait no longer than that many. */
const profilesAtOnce = 10;

/** Asked of the same few thousand words again and again. */
function rememberedFor(ask: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = ask(word);
    known.set(word, answer);
    return answer;
  };
}

/** Reads the dictionary and what was learnt (about 0.3 s); called once when the server starts. */
export function loadTextTools(affairs: Iterable<AffairWords>): TextTools {
  const { parts, all, isName } = segmenters();
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
    recurring: async (told) => {
      const profiles: Told[] = [];
      for (const { id, text } of told) {
        profiles.push({ id, words: profile(text.slice(0, mostTyped), rarity, all) });
        if (profiles.length % profilesAtOnce === 0) await setImmediate();
      }
      return hotTopics(profiles, { isName: rememberedFor(isName) });
    },
  };
}

/** The first line is the title; a text of one line is all there is. */
function toFields(text: string): readonly string[] {
  const [title = '', ...rest] = text.slice(0, mostTyped).split('\n');
  return [title, rest.join('\n')];
}
