import {
  calibrationGap,
  crossValidate,
  type Figures,
  fitSharpness,
  type Judged,
  type Labelled,
  measure,
} from '@liren/core/text/evaluate.ts';
import type { Learnt } from '@liren/core/text/model-text.ts';
import { contentWords } from '@liren/core/text/normalise.ts';
import { countRarity, type Rarity } from '@liren/core/text/rarity.ts';
import { groupAlike } from '@liren/core/text/similar.ts';
import { type Example, type Training, trainModel } from '@liren/core/text/train.ts';
import type { Segmenters } from '../adapters/segment.ts';

/** A line of seed words counts as much as this many labelled texts. */
const seedWeight = 2;
const mostWords = 4500;
/** Words kept only to tell how common they are. */
const mostCommon = 3000;
/** A word in more than this share of texts is no one's name, whatever the dictionary takes it for. */
const commonShare = 0.01;
/** A learnt word stands in this many texts at least, so that no single text can be read from it. */
const leastTexts = 2;
const folds = 5;
const seeds = [1, 2, 3, 4, 5];

export interface Material {
  /** Fields (title, text, …) and class of people's labelled texts. */
  readonly labelled: readonly { readonly fields: readonly string[]; readonly class: string }[];
  /** Further texts without a class: they teach how common words are, nothing else. */
  readonly background: readonly (readonly string[])[];
  /** Class → lines of seed words, as in `charters/catalogues/suggestion-seeds.yaml`. */
  readonly seeds: Readonly<Record<string, readonly string[]>>;
}

/** How well classes were named on texts that were held out. */
export interface Report extends Figures {
  readonly texts: number;
  readonly groups: number;
  /** Mean gap between confidence and share right. */
  readonly calibrationGap: number;
  /** The same figures without seed words. */
  readonly withoutSeeds: Figures;
  /** Learnt from the seed words alone, on all texts. */
  readonly seedsAlone: Figures;
}

/** Everything read and cut once. */
interface Prepared {
  readonly classes: readonly string[];
  readonly texts: readonly Labelled[];
  readonly seeds: readonly Example[];
  readonly rarity: Rarity;
  readonly mayLearn: (word: string) => boolean;
  readonly mayKeep: (word: string) => boolean;
}

export function prepare(material: Material, { parts, isName, isTelling }: Segmenters): Prepared {
  const cut = (fields: readonly string[]) => fields.map((field) => contentWords(field, parts));
  const labelled = material.labelled.map((text) => ({
    class: text.class,
    fields: cut(text.fields),
    weight: 1,
  }));
  const seedExamples = Object.entries(material.seeds).flatMap(([name, lines]) =>
    lines.map((line) => ({
      class: name,
      fields: [line.split(' ').flatMap((word) => cut([word]).flat())],
      weight: seedWeight,
    })),
  );
  const background = material.background.map((fields) => cut(fields).flat());
  const own = labelled.map(({ fields }) => fields.flat());
  const rarity = countRarity([...own, ...background]);
  const groups = groupAlike(own, rarity);
  const written = new Set(
    Object.values(material.seeds).flatMap((lines) => lines.flatMap((line) => line.split(' '))),
  );
  const seedWords = new Set(seedExamples.flatMap(({ fields }) => fields.flat()));
  const often = (word: string): boolean => (rarity.textsWith.get(word) ?? 0) >= leastTexts;
  return {
    classes: [...new Set([...Object.keys(material.seeds), ...labelled.map((text) => text.class)])],
    texts: labelled.map((text, at) => ({ ...text, group: groups[at] ?? at })),
    seeds: seedExamples,
    rarity,
    mayLearn: remember(
      (word) => written.has(word) || ((seedWords.has(word) || often(word)) && isTelling(word)),
    ),
    mayKeep: (word) => !isName(word),
  };
}

/** Asks about each word once. */
function remember(ask: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const answer = known.get(word) ?? ask(word);
    known.set(word, answer);
    return answer;
  };
}

const trainingFrom =
  ({ classes, rarity, mayLearn }: Prepared, beside: readonly Example[]) =>
  (examples: readonly Example[]): Training => ({
    classes,
    rarity,
    mayLearn,
    mostWords,
    examples: [...examples, ...beside],
  });

/** Judges by stratified 5-fold cross-validation, five times with fixed seeds, texts that say the same kept together. */
function judge(
  prepared: Prepared,
  beside: readonly Example[],
  repeats: readonly number[],
): readonly (readonly Judged[])[] {
  return repeats.map((seed) => crossValidate(prepared.texts, trainingFrom(prepared, beside), folds, seed));
}

const mean = (figures: readonly Figures[]): Figures => ({
  accuracy: figures.reduce((sum, { accuracy }) => sum + accuracy, 0) / figures.length,
  macroF1: figures.reduce((sum, { macroF1 }) => sum + macroF1, 0) / figures.length,
});

export function evaluate(prepared: Prepared, repeats: readonly number[] = seeds): Report {
  const { classes, texts } = prepared;
  const judged = judge(prepared, prepared.seeds, repeats);
  const sharpness = fitSharpness(judged.slice(1).flat(), classes);
  const figures = (runs: readonly (readonly Judged[])[]) => mean(runs.map((run) => measure(run, classes)));
  return {
    ...figures(judged),
    texts: texts.length,
    groups: new Set(texts.map(({ group }) => group)).size,
    calibrationGap: calibrationGap(judged[0] ?? [], classes, sharpness),
    withoutSeeds: figures(judge(prepared, [], repeats)),
    seedsAlone: figures([
      crossValidate(prepared.texts, () => trainingFrom(prepared, prepared.seeds)([]), 2, 1),
    ]),
  };
}

/** The model that learnt from everything, with how well it is likely to do. */
export function learn(prepared: Prepared, about: string): Learnt {
  const { classes, seeds: beside, texts } = prepared;
  const judged = texts.length === 0 ? [] : judge(prepared, beside, [1]).flat();
  const sharpness = judged.length === 0 ? 1 : fitSharpness(judged, classes);
  const model = { ...trainModel(trainingFrom(prepared, beside)(texts)), sharpness };
  return { model, rarity: common(prepared), about };
}

/** The most common words; rarer names are not kept and count as rare, which they are. */
function common({ rarity, mayKeep }: Prepared): Rarity {
  const kept = [...rarity.textsWith]
    .filter(([word, texts]) => texts > rarity.texts * commonShare || mayKeep(word))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostCommon);
  return { texts: rarity.texts, textsWith: new Map(kept) };
}
