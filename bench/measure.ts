/** What every bench is told; each has its own defaults. */
export interface BenchOptions {
  /** How often both sides of a ratio are measured, turn about. */
  readonly rounds?: number;
  /** Numbers of matters. */
  readonly sizes?: readonly number[];
  /** Of one measurement, in milliseconds. */
  readonly lastsMilliseconds?: number;
}
export type Say = (line: string) => void;

/** The value below which the share `p` (0–1) of the sorted values lies. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

const figure = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumFractionDigits: 2 });

/** Median with the lowest and the highest. */
export const spread = (values: readonly number[]): string =>
  `${figure(median(values))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})`;

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))),
    )
    .map((row) => `  ${row.join('  ').trimEnd()}`)
    .join('\n');
}

/** One side of a comparison: does its work once and says how many things it did. */
export type Side = () => number;

/** Things per second of each side, measured turn about so that a busy machine slows all alike. */
export function race(
  sides: Readonly<Record<string, Side>>,
  { rounds, lastsMilliseconds }: { readonly rounds: number; readonly lastsMilliseconds: number },
): Readonly<Record<string, readonly number[]>> {
  const rates: Record<string, number[]> = {};
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, side] of Object.entries(sides)) {
      const rate = rateOf(side, lastsMilliseconds);
      if (round === 0) rates[name] = [];
      else rates[name]?.push(rate);
    }
  }
  return rates;
}

function rateOf(side: Side, lastsMilliseconds: number): number {
  const start = process.cpuUsage();
  const until = performance.now() + lastsMilliseconds;
  let count = 0;
  do count += side();
  while (performance.now() < until);
  // CPU time, not the clock on the wall: what others do on the machine does not count against either side.
  const { user, system } = process.cpuUsage(start);
  return (count * 1e6) / (user + system);
}

/** Each round's ratio of one side to the other. */
export const ratios = (of: readonly number[], to: readonly number[]): readonly number[] =>
  of.map((value, i) => value / (to[i] ?? Number.NaN));
