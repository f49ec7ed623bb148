import { percent } from '@liren/core/projections/rates.ts';
import { readMeasures } from '../store/measures.ts';
import type { LineDeps } from './lines.ts';

interface TimelyProcedure {
  readonly id: string;
  readonly timely: { readonly step: string; readonly title: string };
}

/** Procedures that show a 及时率, each as its newest version has it. */
export const timelyProcedures = ({ library }: Pick<LineDeps, 'library'>): readonly TimelyProcedure[] => {
  const found = new Map<string, TimelyProcedure>();
  for (const { procedures } of library.charters.values())
    for (const versions of procedures.values()) {
      const newest = versions.at(-1)?.procedure;
      if (newest?.timely !== undefined) found.set(newest.id, { id: newest.id, timely: newest.timely });
    }
  return [...found.values()];
};

/** 及时率 of a month over these communities; a procedure without a matter to judge has none. */
export async function timelyShares(deps: LineDeps, communities: readonly string[], month: string) {
  const shares = await Promise.all(
    timelyProcedures(deps).map(async ({ id, timely: { title } }) => {
      const rows = await readMeasures(deps.shell.pool, communities, month, id, 'community');
      const timed = rows.reduce((sum, row) => sum + row.timed, 0);
      const timely = rows.reduce((sum, row) => sum + row.timely, 0);
      return { procedure: id, title, timed, timely };
    }),
  );
  return shares
    .filter(({ timed }) => timed > 0)
    .map((each) => ({
      ...each,
      share: percent({ numerator: BigInt(each.timely), denominator: BigInt(each.timed) }),
    }));
}
