import type { Topic } from '@liren/core/text/hot-topics.ts';

/** What the product understands of words; see core/src/text for the rules. */
export interface TextTools {
  /** Segments for the index. */
  readonly forIndex: (text: string) => string;
  /** A safe `simple` tsquery; undefined when nothing searchable was typed. */
  readonly forQuery: (text: string) => string | undefined;
  /** The likeliest first-level class, with the words that speak for it. */
  readonly suggestClass: (
    text: string,
  ) => { readonly class: string; readonly confidence: number; readonly why: readonly string[] } | undefined;
  readonly suggestAffairs: (
    text: string,
  ) => readonly { readonly id: string; readonly title: string; readonly why: readonly string[] }[];
  /** A tsquery that finds matters which may say the same; undefined for too few words. */
  readonly candidateQuery: (text: string) => string | undefined;
  /** How alike two texts are, 0 to 1, and the words they share. */
  readonly similarity: (a: string, b: string) => { readonly score: number; readonly why: readonly string[] };
  /** From this score on two texts are shown as telling of the same. */
  readonly similarFrom: number;
  /** What several of these texts tell of, the most frequent first; other work goes on between them. */
  readonly recurring: (
    told: readonly { readonly id: string; readonly text: string }[],
  ) => Promise<readonly Topic[]>;
}
