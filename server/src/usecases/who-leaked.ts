import { bareAddress, fitsCopy } from '../adapters/spreadsheet/copy-mark.ts';
import { openResident } from '../store/registry.ts';
import {
  type ExportCopy,
  holdExport,
  readCopied,
  readCopies,
  readExportResidents,
} from '../store/registry-exports.ts';
import { type ExportDeps, mostExportResidents, openExport, seatBody } from './registry-exports.ts';
import { addressOf } from './take-export.ts';

/** How well a file that turned up fits one copy. */
export interface LeakSuspect {
  readonly n: number;
  readonly copy: number;
  readonly takenAt: number;
  readonly by: string;
  readonly organ: string;
  readonly purpose: string;
  /** Rows that stand in the copy, and how many of them are spelled as it is. */
  readonly rows: number;
  readonly fitting: number;
}
/** Fewer rows tell copies apart only by luck. */
export const leastLeakRows = 10;

/**
 * Which copies of a community's registry a file fits, the best first: by name and address each row is known again, and by
 * how its address is spelled the copy. Rows may be sorted, cut or mixed with others; who moved away since is not known again.
 */
export async function whoLeaked(
  deps: ExportDeps,
  community: string,
  rows: readonly (readonly string[])[],
): Promise<readonly LeakSuspect[]> {
  const { pool, sealer } = deps.shell;
  const known = new Map<string, string>();
  const twice = new Set<string>();
  for (const each of await readExportResidents(pool, community, null, mostExportResidents * 5)) {
    const name = openResident(sealer, each.id, 'name', each.name_sealed);
    const key = `${name} ${bareAddress(addressOf(each))}`;
    if (known.has(key)) twice.add(key);
    known.set(key, each.id);
  }
  // Namesakes behind one door cannot be told apart, and would blur the copy.
  for (const key of twice) known.delete(key);
  const found = rows.flatMap((cells) =>
    cells.flatMap((cell) => {
      const id = cells.map((name) => known.get(`${name.trim()} ${bareAddress(cell)}`)).find(Boolean);
      return id === undefined ? [] : [{ id, cell }];
    }),
  );
  const suspects: LeakSuspect[] = [];
  for (const copy of await readCopies(pool, community)) {
    const inside = await readCopied(pool, community, copy.id);
    const own = found.filter(({ id }) => inside.has(id));
    if (own.length < leastLeakRows) continue;
    const fitting = own.filter(({ id, cell }) => fitsCopy(copy.seed, id, cell)).length;
    suspects.push({ ...(await told(deps, community, copy)), rows: own.length, fitting });
  }
  return suspects.toSorted((a, b) => b.fitting / b.rows - a.fitting / a.rows);
}

async function told(deps: ExportDeps, community: string, copy: ExportCopy) {
  const row = await holdExport(deps.shell.pool, community, copy.export_id);
  if (row === undefined) throw new Error(`copy ${copy.id} has no export`);
  const { by, organ } = await seatBody(deps, row.asked_by, row.asked_post, row.asked_organ, row.asked_at);
  const purpose = openExport(deps, row.id, 'purpose_sealed', row.purpose_sealed);
  return { n: row.n, copy: copy.n, takenAt: copy.at, by, organ, purpose };
}
