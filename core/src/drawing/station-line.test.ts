import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box, Station, StationState } from './station.ts';
import { layoutStations, stationLineSvg } from './station-line.ts';
import { stationSamples } from './station-samples.ts';
import { textWidth } from './text.ts';

const states: StationState[] = ['done', 'here', 'to-come', 'skipped', 'late'];
const words = fc.string({
  unit: fc.constantFrom(...'党员大会审议村民代表决公开，（3）Aw办理 11月22日'.split('')),
  minLength: 1,
  maxLength: 30,
});
const optional = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });

const bare = fc.record({
  title: words,
  state: fc.constantFrom(...states),
  who: optional(words),
  dueText: optional(words),
  rule: optional(words),
  note: optional(words),
  visits: fc.integer({ min: 1, max: 3 }),
  branches: fc.array(fc.record({ title: words, state: fc.constantFrom(...states) }), { maxLength: 4 }),
  back: fc.option(fc.nat(12), { nil: undefined, freq: 3 }),
});

/** Drop what is undefined: an optional field is absent, not undefined. */
const present = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const line: fc.Arbitrary<Station[]> = fc.array(bare, { minLength: 1, maxLength: 14 }).map((all) =>
  all.map(
    ({ back, ...rest }, index): Station => ({
      ...(present(rest) as Omit<Station, 'id' | 'kind'>),
      id: `s${index}`,
      kind: 'work',
      ...(back !== undefined && back < index ? { backTo: [{ id: `s${back}`, taken: back % 2 === 0 }] } : {}),
    }),
  ),
);
const width = fc.integer({ min: 280, max: 1600 });
const scale = fc.constantFrom(0.875, 1, 1.25);

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('no two stops overlap and nothing reaches outside the drawing', () => {
  let branched = 0;
  let rows = 0;
  fc.assert(
    fc.property(line, width, scale, (stations, wide, scaled) => {
      const layout = layoutStations(stations, wide, { scale: scaled });
      branched += stations.some((each) => (each.branches ?? []).length > 0) ? 1 : 0;
      rows += layout.orientation === 'horizontal' && (layout.nodes.at(-1)?.row ?? 0) > 0 ? 1 : 0;
      for (const [index, { box, lines }] of layout.nodes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(wide);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 0.01);
        for (const set of lines) {
          expect(set.x + textWidth(set.text, set.size)).toBeLessThanOrEqual(box.x + box.width + 0.01);
        }
        for (const other of layout.nodes.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  expect(branched).toBeGreaterThan(0);
  expect(rows).toBeGreaterThan(0);
});

test('stops keep their order: down a phone, along the rows of a screen', () => {
  fc.assert(
    fc.property(line, width, scale, (stations, wide, scaled) => {
      const { nodes, edges, orientation } = layoutStations(stations, wide, { scale: scaled });
      expect(nodes.map(({ station }) => station.id)).toEqual(stations.map(({ id }) => id));
      for (const [index, node] of nodes.slice(1).entries()) {
        const before = nodes[index];
        if (before === undefined) continue;
        const along = orientation === 'horizontal' && node.row === before.row;
        if (along) expect(node.x).toBeGreaterThan(before.x + before.radius + node.radius);
        else expect(node.y).toBeGreaterThan(before.y + before.radius + node.radius);
      }
      expect(edges.filter(({ kind }) => kind === 'line')).toHaveLength(stations.length - 1);
      expect(edges.filter(({ kind }) => kind === 'back')).toHaveLength(
        stations.reduce((count, { backTo }) => count + (backTo?.length ?? 0), 0),
      );
    }),
    { numRuns: 200 },
  );
});

test('the line is walked up to where the matter stands, over skipped stops too', () => {
  const state = (...all: StationState[]): Station[] =>
    all.map((each, index) => ({ id: `s${index}`, title: '办理', kind: 'work', state: each }));
  const walked = (stations: Station[]): boolean[] =>
    layoutStations(stations, 360)
      .edges.filter(({ kind }) => kind === 'line')
      .map((edge) => edge.walked);
  expect(walked(state('done', 'skipped', 'here', 'to-come'))).toEqual([true, true, false]);
  expect(walked(state('done', 'late', 'skipped', 'to-come'))).toEqual([true, false, false]);
});

test('wide drawings run across and narrow ones down', () => {
  expect(layoutStations(stationSamples.complaint, 1040).orientation).toBe('horizontal');
  expect(layoutStations(stationSamples.complaint, 328).orientation).toBe('vertical');
  expect(layoutStations(stationSamples.complaint, 800, { scale: 1.25 }).orientation).toBe('vertical');
});

test('the file says every title and state in words, and nothing of the text becomes markup', () => {
  const svg = stationLineSvg(
    [
      { id: 'a', title: '<办理> & "回访"', kind: 'work', state: 'here', visits: 2 },
      { id: 'b', title: '督办', kind: 'check', state: 'skipped' },
    ],
    { title: '进度' },
  );
  expect(svg).toContain('&lt;办理&gt; &amp; &quot;回访&quot;');
  expect(svg).toContain('第 2 次');
  expect(svg).toContain('现在在这里');
  expect(svg).toContain('略过');
  expect(svg).toContain('<title>进度</title>');
  expect(svg).not.toContain('<办理>');
});
