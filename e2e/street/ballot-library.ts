import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { loadCheckedLibrary } from '../../server/src/adapters/charters/check-library.ts';

const charters = fileURLToPath(new URL('../../charters', import.meta.url));
/** The round that residents vote on, as a community may have it: by points, and by ranks. */
const ballots = {
  'livelihood-points': '{ kind: cumulative, sum: { most: 10 }, projects: { least: 1, most: 5 } }',
  'livelihood-ranks': '{ kind: ranked, projects: { least: 1, most: 3 } }',
} as const;

/** What ships, and the two rounds beside it. */
export async function libraryWithBallots() {
  const folder = await mkdtemp(join(tmpdir(), 'liren-charters-'));
  const file = (name: string) => join(folder, name);
  try {
    await cp(charters, folder, { recursive: true });
    const round = await readFile(file('procedures/livelihood-vote.yaml'), 'utf8');
    for (const [id, ballot] of Object.entries(ballots)) {
      const own = round
        .replace('procedure: livelihood-vote', `procedure: ${id}`)
        .replace(/ballot: \{ kind: approval.*\}/, `ballot: ${ballot}`);
      await writeFile(file(`procedures/${id}.yaml`), own);
    }
    const name = 'gallery/beijing-12345/charter.yaml';
    const charter = await readFile(file(name), 'utf8');
    const all = Object.keys(ballots).join(', ');
    await writeFile(file(name), charter.replace('procedures: [', `procedures: [${all}, `));
    return unwrap(loadCheckedLibrary(folder, civilDate('2026-11-09')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
