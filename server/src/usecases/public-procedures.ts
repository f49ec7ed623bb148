import type { Library } from '../adapters/charters/library.ts';

/** Procedures whose records anyone may follow. */
export const publicProcedures = (library: Library): readonly string[] => [
  ...new Set(
    [...library.charters.values()].flatMap((loaded) =>
      [...loaded.procedures.values()]
        .flatMap((versions) => versions.at(-1) ?? [])
        .filter(({ procedure }) => procedure.publicity === 'public')
        .map(({ procedure }) => procedure.id),
    ),
  ),
];
