import { readFields, scoreClasses, toProbabilities } from './classifier.ts';
import { seeded, shuffled } from './seeded.ts';
import { type Example, type Training, trainModel } from './train.ts';

export interface Figures {
  /** Share of texts whose class was named right. */
  readonly accuracy: number;
  /** Mean over classes of the harmonic mean of precision and recall. */
  readonly macroF1: number;
}

/** A labelled text; texts of one `group` say nearly the same and are never split between learning and judging. */
export interface Labelled extends Example {
  readonly group: number;
}

/** What the model said of a text when it had not learnt from it. */
export interface Judged {
  readonly class: string;
  readonly scores: readonly number[];
}

/**
 * Places of the texts in each fold. Whole groups go, in an order that follows from the seed, to the fold that has the
 * fewest of their class.
 */
export function toFolds(
  texts: readonly Labelled[],
  folds: number,
  seed: number,
): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const [at, { group }] of texts.entries()) groups.set(group, [...(groups.get(group) ?? []), at]);
  const filled: number[][] = Array.from({ length: folds }, () => []);
  for (const members of shuffled([...groups.values()], seeded(seed))) {
    const wanted = texts[members[0] ?? 0]?.class;
    const load = (fold: readonly number[]): number =>
      fold.filter((at) => texts[at]?.class === wanted).length + fold.length / (texts.length + 1);
    const lightest = filled.reduce((best, fold) => (load(fold) < load(best) ? fold : best));
    lightest.push(...members);
  }
  return filled;
}

/** Every text judged once by a model that learnt from the other folds, in the order of the texts. */
export function crossValidate(
  texts: readonly Labelled[],
  trainingOn: (examples: readonly Labelled[]) => Training,
  folds: number,
  seed: number,
): readonly Judged[] {
  const judged: Judged[] = new Array(texts.length);
  for (const fold of toFolds(texts, folds, seed)) {
    const held = new Set(fold);
    const model = trainModel(trainingOn(texts.filter((_, at) => !held.has(at))));
    for (const at of fold) {
      const text = texts[at];
      if (text === undefined) continue;
      judged[at] = { class: text.class, scores: scoreClasses(model, readFields(model, text.fields)) };
    }
  }
  return judged;
}

const highest = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

export function measure(judged: readonly Judged[], classes: readonly string[]): Figures {
  const said = judged.map(({ scores }) => classes[highest(scores)]);
  const right = judged.filter((each, at) => each.class === said[at]).length;
  const f1 = classes.map((name) => {
    const both = judged.filter((each, at) => each.class === name && said[at] === name).length;
    const either =
      judged.filter(({ class: truth }) => truth === name).length + said.filter((s) => s === name).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return {
    accuracy: right / judged.length,
    macroF1: f1.reduce((sum, each) => sum + each, 0) / classes.length,
  };
}

/** The sharpness under which the probabilities fit what was right (least log loss), between 0.25 and 16. */
export function fitSharpness(judged: readonly Judged[], classes: readonly string[]): number {
  const loss = (sharpness: number): number =>
    judged.reduce((sum, { class: truth, scores }) => {
      const probability = toProbabilities(scores, sharpness)[classes.indexOf(truth)] ?? 0;
      return sum - Math.log(Math.max(probability, 1e-12));
    }, 0);
  const tried = Array.from({ length: 121 }, (_, step) => 2 ** (step / 20 - 2));
  return tried.reduce((best, each) => (loss(each) < loss(best) ? each : best), 1);
}

/** Mean gap between confidence and share right over ten bins of confidence, weighted by texts (0 is perfect). */
export function calibrationGap(
  judged: readonly Judged[],
  classes: readonly string[],
  sharpness: number,
): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { class: truth, scores } of judged) {
    const confidence = Math.max(...toProbabilities(scores, sharpness));
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.right += classes[highest(scores)] === truth ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / judged.length;
}
