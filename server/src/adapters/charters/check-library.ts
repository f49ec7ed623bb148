import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, type Result } from '@liren/core/basics/result.ts';
import { type CheckContext, type CheckedProcedure, checkGovernance } from '@liren/core/checker/check.ts';
import type { Problem } from '@liren/core/checker/problem.ts';
import { retentionProblems } from '@liren/core/law/retention.ts';
import { type Library, type LoadedCharter, loadLibrary } from './library.ts';

/** A charter with its procedures as they read on the day. */
export function checkContext(library: Library, loaded: LoadedCharter, on: CivilDate): CheckContext {
  const procedures = new Map(
    [...loaded.procedures].flatMap(([id, versions]): [string, CheckedProcedure][] => {
      const version = versions.findLast(({ from }) => from <= on);
      return version === undefined ? [] : [[id, version]];
    }),
  );
  const { charter, fieldwork } = loaded;
  return { charter, fieldwork, procedures, affairs: library.affairs, law: library.law, on };
}

const key = ({ file, path, reason }: Problem): string => `${file}\n${path}\n${reason}`;

/** Everything that keeps any charter or procedure from running on the day; a fault of a shared file is told once. */
export function checkLibrary(library: Library, on: CivilDate): readonly Problem[] {
  const problems = [...library.charters.values()].flatMap((loaded) =>
    checkGovernance(loaded.file, checkContext(library, loaded, on)),
  );
  return [
    ...new Map(problems.map((problem) => [key(problem), problem])).values(),
    ...retentionProblems(library.law, on),
  ];
}

/** The library, refused whole when anything in it could not run on the day: a server starts with nothing less. */
export function loadCheckedLibrary(folder: string, on: CivilDate): Result<Library, readonly Problem[]> {
  const library = loadLibrary(folder);
  if (!library.ok) return library;
  const problems = checkLibrary(library.value, on);
  return problems.length > 0 ? err(problems) : library;
}
