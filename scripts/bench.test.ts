import { describe, expect, it } from 'vitest';
import { bench as engine } from '../bench/engine.ts';
import { bench as growth } from '../bench/growth.ts';
import { bench as registry } from '../bench/registry.ts';
import { bench as replay } from '../bench/replay.ts';
import { bench as tally } from '../bench/tally.ts';

/** Runs a bench in small; what it said. */
async function said(bench: typeof engine, options: Parameters<typeof engine>[0]): Promise<string> {
  const lines: string[] = [];
  await bench(options, (line) => lines.push(line));
  return lines.join('\n');
}

/** Nothing here is timed: only that each bench still runs over the product as it is, and ends with its ratio. */
describe('the benches', () => {
  it('engine', async () => {
    expect(await said(engine, { rounds: 1, lastsMilliseconds: 20 })).toMatch(/ratio: .* = \d/);
  });
  it('tally', async () => {
    expect(await said(tally, { sizes: [500], rounds: 1 })).toMatch(/ratio: .* = \d/);
  });
  // It makes a database cluster of its own and opens thirty pages.
  it('growth', async () => {
    expect(await said(growth, { sizes: [400], rounds: 2 })).toMatch(/ratio: .* = \d/);
  }, 120_000);
  it('registry', async () => {
    expect(await said(registry, { sizes: [300], rounds: 2 })).toMatch(/ratio: .* = \d/);
  }, 120_000);
  it('replay', async () => {
    expect(await said(replay, { sizes: [10], rounds: 1 })).toMatch(/ratio: .* = \d/);
  });
});
