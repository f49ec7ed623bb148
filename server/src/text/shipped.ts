import { fileURLToPath } from 'node:url';

const catalogues = new URL('../../../charters/catalogues/', import.meta.url);

/** What the class suggestion learnt, shipped with the product. */
export const shippedLearntFile = fileURLToPath(new URL('suggestion.json', catalogues));
/** Seed words of each class, written by hand. */
export const seedsFile = fileURLToPath(new URL('suggestion-seeds.yaml', catalogues));
