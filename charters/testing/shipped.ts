import { readdirSync, readFileSync } from 'node:fs';
import { civilDate } from '@liren/core/basics/ids.ts';
import { type Result, unwrap } from '@liren/core/basics/result.ts';
import { affairsForEngine } from '@liren/core/catalogue/affair.ts';
import { parseCatalogue } from '@liren/core/catalogue/parse-catalogue.ts';
import { type CheckedProcedure, checkProcedure } from '@liren/core/checker/check.ts';
import { loadCharter, loadForm, loadProcedure } from '@liren/core/checker/load.ts';
import { loadRolls } from '@liren/core/checker/load-rolls.ts';
import type { Problem } from '@liren/core/checker/problem.ts';
import type { Charter, Procedure } from '@liren/core/engine/types.ts';
import { parseLawBook } from '@liren/core/law/parse-law.ts';
import { urgencyGrades } from '@liren/core/law/urgency-grades.ts';
import { parse } from 'yaml';

// The governance that ships, as it stands in charters/.
const root = new URL('../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const plain = (path: string): unknown => parse(textOf(path));
const on = civilDate('2026-11-28');

const law = unwrap(
  parseLawBook(
    readdirSync(new URL('law/', root)).map((file): [string, unknown] => [file, plain(`law/${file}`)]),
  ),
);
const rolls = unwrap(loadRolls(plain('rolls.yaml'), 'rolls.yaml'));
const forms = Object.fromEntries(
  readdirSync(new URL('forms/', root)).map((file) => {
    const { id, fields } = unwrap(loadForm(plain(`forms/${file}`), file));
    return [id, fields];
  }),
);
const affairs = affairsForEngine(unwrap(parseCatalogue('affairs.yaml', plain('catalogues/affairs.yaml'))));

/** Every procedure that charters share. */
export const procedureIds: readonly string[] = readdirSync(new URL('procedures/', root)).map((file) =>
  file.replace('.yaml', ''),
);
export const procedureText = (id: string): string => textOf(`procedures/${id}.yaml`);
export const readProcedure = (id: string, text = procedureText(id)): Result<Procedure, readonly Problem[]> =>
  loadProcedure(parse(text), { file: `${id}.yaml`, forms, rolls, grades: urgencyGrades(law, on) });

export const charterCalled = (id: string): Charter =>
  unwrap(loadCharter(plain(`gallery/${id}/charter.yaml`), id));

/** What the checker says of a procedure under a charter that ships, with its text changed or not. */
export function problemsOf(charterId: string, id: string, text = procedureText(id)): readonly Problem[] {
  const loaded = readProcedure(id, text);
  if (!loaded.ok) return loaded.error;
  const charter = charterCalled(charterId);
  const procedures = new Map(
    charter.procedures.map((each): [string, CheckedProcedure] => [
      each,
      { file: each, procedure: each === id ? loaded.value : unwrap(readProcedure(each)) },
    ]),
  );
  return checkProcedure({ file: id, procedure: loaded.value }, { charter, procedures, affairs, law, on });
}
