import { type CivilDate, civilDate } from '@liren/core/basics/ids.ts';
import { rateWeights } from '@liren/core/law/three-rates.ts';
import { type Counts, countNames, noCounts } from '@liren/core/projections/measures.ts';
import { percent, type RateWeights, ranked, ratesOf } from '@liren/core/projections/rates.ts';
import { type MeasureBy, readMeasures, readMonths } from '../store/measures.ts';
import type { LineDeps } from './lines.ts';

/** The procedure whose matters are rated and ranked. */
export const ratedProcedure = 'complaint';

const sum = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(countNames.map((name) => [name, a[name] + b[name]])) as unknown as Counts;

/** Weights hold for a whole month: those in force on its last day that has come. */
const weightsFor = ({ library }: LineDeps, month: string) =>
  rateWeights(library.law, civilDate(`${month}-28`) as CivilDate);

function rowOf(key: string, title: string, counts: Counts, weights: RateWeights, rank?: number) {
  const rates = ratesOf(counts, weights);
  return {
    ...counts,
    key,
    title,
    ...(rank !== undefined && { rank }),
    ...(rates !== undefined && {
      contactedRate: percent(rates.contacted),
      solvedRate: percent(rates.solved),
      satisfiedRate: percent(rates.satisfied),
      score: percent(rates.score, 2),
    }),
  };
}
export type RateRow = ReturnType<typeof rowOf>;

function titleOf({ directory }: LineDeps, by: MeasureBy, key: string): string {
  if (by === 'organ') return key === '' ? '尚未派单' : (directory.findOrgan(key)?.title ?? key);
  if (by === 'community') return directory.findCommunity(key)?.title ?? key;
  if (by === 'street') return directory.findPlace(key)?.title ?? key;
  return key === '' ? '未分类' : key;
}

/** 三率 of a month by organ, community, class or street, ranked; each count can be opened onto its matters. */
export async function threeRates(
  deps: LineDeps,
  communities: readonly string[],
  month: string,
  by: MeasureBy,
) {
  const { pool } = deps.shell;
  const weights = weightsFor(deps, month);
  const measured = await readMeasures(pool, communities, month, ratedProcedure, by);
  const byKey = new Map<string, Counts>();
  for (const { key, ...counts } of measured) {
    const name = by === 'street' ? (deps.directory.findCommunity(key)?.streetId ?? key) : key;
    byKey.set(name, sum(byKey.get(name) ?? noCounts, counts));
  }
  // Among equal scores whoever was rated more often stands first; they share the rank.
  const rows = [...byKey]
    .map(([key, counts]) => ({ key, counts, rates: ratesOf(counts, weights) }))
    .sort((a, b) => b.counts.calls - a.counts.calls);
  const total = [...byKey.values()].reduce(sum, noCounts);
  return {
    month,
    by,
    weights: {
      from: weights.from,
      contacted: percent(weights.contacted, 0),
      solved: percent(weights.solved, 0),
      satisfied: percent(weights.satisfied, 0),
      basically: percent(weights.basically, 0),
      source: deps.library.law.parameters.get('three-rates')?.title ?? '三率',
    },
    formula: `综合得分 = 响应率 × ${percent(weights.contacted, 0)}% + 解决率 × ${percent(weights.solved, 0)}% + 满意率 × ${percent(weights.satisfied, 0)}%；分母是有效回访数，“基本满意”按 ${percent(weights.basically, 0)}% 计。`,
    rows: ranked(rows).map(({ key, counts, rank }) =>
      rowOf(key, titleOf(deps, by, key), counts, weights, rank),
    ),
    total: rowOf('', '合计', total, weights),
    months: [...(await readMonths(pool, communities))],
  };
}
