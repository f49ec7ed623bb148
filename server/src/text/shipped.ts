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
