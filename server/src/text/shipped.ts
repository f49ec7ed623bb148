import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const catalogues = new URL('../../../charters/catalogues/', import.meta.url);

/** What the class suggestion learnt, shipped with the product. */
export const shippedLearntFile = fileURLToPath(new URL('suggestion.json', catalogues));
/** Seed words of each class, written by hand. */
export const seedsFile = fileURLToPath(new URL('suggestion-seeds.yaml', catalogues));

/** Class → lines of words; a line is one topic. */
export type Seeds = Readonly<Record<string, readonly string[]>>;

const SeedsFile = z.record(z.string(), z.array(z.string()));
export const readSeeds = (text: string): Seeds => SeedsFile.parse(parse(text));

const affairsFile = fileURLToPath(new URL('affairs.yaml', catalogues));
const AffairsFile = z.object({
  affairs: z.array(z.object({ title: z.string(), class: z.string(), words: z.array(z.string()) })),
});

/** The seed words, and each affair of the catalogue as one more topic of its class. */
export async function readTopics(): Promise<Seeds> {
  const seeds = readSeeds(await readFile(seedsFile, 'utf8'));
  const { affairs } = AffairsFile.parse(parse(await readFile(affairsFile, 'utf8')));
  return Object.fromEntries(
    Object.entries(seeds).map(([name, own]) => [
      name,
      [
        ...own,
        ...affairs
          .filter((each) => each.class === name)
          .map(({ title, words }) => [title, ...words].join(' ')),
      ],
    ]),
  );
}
