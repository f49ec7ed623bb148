import { type ClassModel, type LearntWord, readFields } from './classifier.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import { seeded, shuffled } from './seeded.ts';
import type { Vector } from './vector.ts';

export interface Example {
  readonly class: string;
  /** Words of each field: title, text, …; or of a line of seed words. */
  readonly fields: readonly (readonly string[])[];
  /** How much it counts; a labelled text counts 1. */
  readonly weight: number;
}

export interface Training {
  readonly classes: readonly string[];
  readonly examples: readonly Example[];
  readonly rarity: Rarity;
  /** Words that may be learnt: names of people and places stay out. */
  readonly mayLearn: (word: string) => boolean;
  /** The most telling words kept. */
  readonly mostWords: number;
}

/** Higher follows the examples more closely. */
const cost = 1;
/** Passes over the examples; more change no figure. */
const rounds = 25;

/** A one-against-rest linear support vector machine (squared hinge). The order of the examples does not matter. */
export function trainModel(training: Training): ClassModel {
  const examples = inFixedOrder(training.examples);
  const first = fit(training, examples, learnable(training, examples));
  if (first.words.size <= training.mostWords) return first;
  const kept = [...first.words]
    .map(([word, learnt]) => ({ word, spread: Math.max(...learnt.weights) - Math.min(...learnt.weights) }))
    .sort((a, b) => b.spread - a.spread || (a.word < b.word ? -1 : 1))
    .slice(0, training.mostWords);
  return fit(training, examples, new Set(kept.map(({ word }) => word)));
}

function inFixedOrder(examples: readonly Example[]): readonly Example[] {
  const key = (example: Example): string =>
    JSON.stringify([example.class, example.weight, example.fields.map((words) => [...words].sort())]);
  return examples
    .map((example) => ({ example, key: key(example) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ example }) => example);
}

function learnable({ mayLearn }: Training, examples: readonly Example[]): ReadonlySet<string> {
  return new Set(examples.flatMap(({ fields }) => fields.flat()).filter(mayLearn));
}

function fit(training: Training, examples: readonly Example[], vocabulary: ReadonlySet<string>): ClassModel {
  const { classes, rarity } = training;
  const places = new Map([...vocabulary].sort().map((word, at) => [word, at]));
  const blank: LearntWord = { rarity: 0, weights: [] };
  const known = new Map(
    [...places.keys()].map((word) => [word, { ...blank, rarity: rarityOf(rarity, word) }]),
  );
  const rows = examples.map(({ fields }) => toRow(readFields({ words: known }, fields), places));
  const planes = classes.map((wanted) =>
    separate(rows, examples, places.size, (example) => example.class === wanted, classes.length),
  );
  return {
    classes,
    words: new Map(
      [...known].map(([word, { rarity: rare }], at) => [
        word,
        { rarity: rare, weights: planes.map((plane) => plane[at] ?? 0) },
      ]),
    ),
    bias: planes.map((plane) => plane[places.size] ?? 0),
    sharpness: 1,
  };
}

interface Row {
  readonly places: Int32Array;
  readonly values: Float64Array;
  /** Squared length, the constant feature included. */
  readonly square: number;
}

function toRow(vector: Vector, places: ReadonlyMap<string, number>): Row {
  const entries = [...vector]
    .flatMap(([word, value]) => {
      const place = places.get(word);
      return place === undefined ? [] : [[place, value] as const];
    })
    .sort((a, b) => a[0] - b[0]);
  const withBias = [...entries, [places.size, 1] as const];
  return {
    places: Int32Array.from(withBias, ([place]) => place),
    values: Float64Array.from(withBias, ([, value]) => value),
    square: withBias.reduce((sum, [, value]) => sum + value * value, 0),
  };
}

/** Dual coordinate descent for the L2-loss support vector machine (Hsieh et al., ICML 2008, algorithm 1). */
function separate(
  rows: readonly Row[],
  examples: readonly Example[],
  bias: number,
  belongs: (example: Example) => boolean,
  classes: number,
): Float64Array {
  const balance = balanceOf(examples.filter(belongs).length, examples.length, classes);
  const plane = new Float64Array(bias + 1);
  const pulls = new Float64Array(rows.length);
  const random = seeded(1);
  const order = rows.map((row, at) => {
    const example = examples[at];
    const inside = example !== undefined && belongs(example);
    const softness = 0.5 / (cost * (example?.weight ?? 1) * (inside ? balance : 1));
    return { row, at, side: inside ? 1 : -1, softness };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const { row, at, side, softness } of shuffled(order, random)) {
      const pull = pulls[at] ?? 0;
      const slope = side * dot(row, plane) - 1 + softness * pull;
      const next = Math.max(pull - slope / (row.square + softness), 0);
      if (next === pull) continue;
      pulls[at] = next;
      add(row, plane, (next - pull) * side);
    }
  }
  return plane;
}

/** How much an example of a class counts against one of the others: a rare class as much as a frequent one. */
function balanceOf(members: number, total: number, classes: number): number {
  return members === 0 ? 1 : total / (classes * members);
}

function dot({ places, values }: Row, plane: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (values[at] ?? 0) * (plane[places[at] ?? 0] ?? 0);
  return sum;
}

function add({ places, values }: Row, plane: Float64Array, times: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    plane[place] = (plane[place] ?? 0) + times * (values[at] ?? 0);
  }
}
