import { contentWords, type Segment } from './normalise.ts';
import { joinFields, type Vector, weighWords } from './vector.ts';

/** What was learnt of a word: how rare it is, and its weight toward each class in the order of `classes`. */
export interface LearntWord {
  readonly rarity: number;
  readonly weights: readonly number[];
}

/** A linear model: a class scores the sum of its words' weights, so each word's part can be told. */
export interface ClassModel {
  readonly classes: readonly string[];
  readonly words: ReadonlyMap<string, LearntWord>;
  /** What each class scores for a text without words. */
  readonly bias: readonly number[];
  /** Scores are multiplied by this before they become probabilities. */
  readonly sharpness: number;
}

export interface Suggestion {
  readonly class: string;
  /** Probability that the class is right, 0 to 1, as measured on texts the model had not seen. */
  readonly confidence: number;
  readonly runnerUp: string;
  /** Words of the text that speak for the class against the runner-up, the strongest first. */
  readonly why: readonly string[];
}

const mostWhy = 5;

/** Fields (title, text, …) as the model sees them. */
export function readFields(model: Pick<ClassModel, 'words'>, fields: readonly (readonly string[])[]): Vector {
  return joinFields(fields.map((words) => weighWords(words, (word) => model.words.get(word)?.rarity ?? 0)));
}

export function scoreClasses(model: ClassModel, vector: Vector): readonly number[] {
  const scores = [...model.bias];
  for (const [word, value] of vector) {
    model.words.get(word)?.weights.forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight * value;
    });
  }
  return scores;
}

/** Probabilities in the order of the scores. */
export function toProbabilities(scores: readonly number[], sharpness: number): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) * sharpness));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Places of the scores, the highest first; equal scores keep the order of the classes. */
const ranked = (scores: readonly number[]): readonly number[] =>
  scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);

/** The likeliest class of a text; undefined when it holds no word that the model knows. A person decides, always. */
export function suggestClass(
  model: ClassModel,
  fields: readonly string[],
  segment: Segment,
): Suggestion | undefined {
  const vector = readFields(
    model,
    fields.map((field) => contentWords(field, segment)),
  );
  if (vector.size === 0) return undefined;
  const scores = scoreClasses(model, vector);
  const [first = 0, second = 0] = ranked(scores);
  const reasons = [...vector]
    .map(([word, value]) => {
      const weights = model.words.get(word)?.weights ?? [];
      return { word, toward: ((weights[first] ?? 0) - (weights[second] ?? 0)) * value };
    })
    .filter(({ toward }) => toward > 0)
    .sort((a, b) => b.toward - a.toward || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
  return {
    class: model.classes[first] ?? '',
    confidence: toProbabilities(scores, model.sharpness)[first] ?? 0,
    runnerUp: model.classes[second] ?? '',
    why: withoutParts(reasons).slice(0, mostWhy),
  };
}

/** '公积金' already says '积金': a word inside a stronger or longer reason is left out. */
const withoutParts = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)));

/** How likely each class is for a text, 0 to 1; all equally where no word is known. */
export function classLikelihood(
  model: ClassModel,
  fields: readonly string[],
  segment: Segment,
): (name: string) => number {
  const words = fields.map((field) => contentWords(field, segment));
  const scores = scoreClasses(model, readFields(model, words));
  const probabilities = toProbabilities(scores, model.sharpness);
  return (name) => probabilities[model.classes.indexOf(name)] ?? 0;
}
