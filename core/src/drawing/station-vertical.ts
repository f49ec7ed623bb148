import type { Station, StationEdge, StationLayout, StationNode, StationWords } from './station.ts';
import { lastReached, type Measures, setBranches, setWords, wordsOf } from './station-text.ts';

interface Lanes {
  lane: number;
  textX: number;
  limit: number;
}

function place(
  station: Station,
  row: number,
  top: number,
  lanes: Lanes,
  titles: ReadonlyMap<string, string>,
  words: StationWords,
  m: Measures,
): { node: StationNode; edges: StationEdge[] } {
  const back = (station.backTo ?? []).flatMap(({ id, label }) => {
    const title = titles.get(id);
    if (title === undefined) return [];
    return [[label, words.backTo.replace('{title}', title)].filter(Boolean).join(' → ')];
  });
  const text = setWords(wordsOf(station, words, back, true), lanes.textX, top, lanes.limit, m);
  const indent = 20 * m.scale;
  const set = setBranches(station, lanes.textX + indent, text.bottom, lanes.limit - indent, m);
  const y = top + m.titleLeading / 2;
  const branchX = lanes.textX + m.branchRadius;
  const bend = 10 * m.scale;
  const edges = set.ys.map(
    (branchY, index): StationEdge => ({
      from: station.id,
      to: `${station.id}/${index}`,
      kind: 'branch',
      walked: (station.branches?.[index]?.state ?? 'to-come') === 'done',
      path: `M${lanes.lane} ${y}V${branchY - bend}q0 ${bend} ${bend} ${bend}H${branchX - m.branchRadius}`,
    }),
  );
  const radius = station.state === 'here' || station.state === 'late' ? m.hereRadius : m.radius;
  const left = lanes.lane - m.haloRadius;
  const boxTop = Math.min(top, y - m.haloRadius);
  const node: StationNode = {
    station,
    x: lanes.lane,
    y,
    radius,
    row,
    lines: [...text.lines, ...set.lines],
    branches: (station.branches ?? []).map(({ state }, index) => ({
      state,
      x: branchX,
      y: set.ys[index] ?? y,
      radius: m.branchRadius,
    })),
    box: { x: left, y: boxTop, width: Math.max(text.right, set.right) - left, height: set.bottom - boxTop },
  };
  return { node, edges };
}

function backArcs(nodes: readonly StationNode[], m: Measures): StationEdge[] {
  return nodes.flatMap((from, index) =>
    (from.station.backTo ?? []).flatMap(({ id, taken }): StationEdge[] => {
      const to = nodes.slice(0, index).find(({ station }) => station.id === id);
      if (to === undefined) return [];
      const x = from.x - m.haloRadius * 0.8;
      const reach = x - 22 * m.scale;
      const end = to.y + 3 * m.scale;
      return [
        {
          from: from.station.id,
          to: id,
          kind: 'back',
          walked: taken === true,
          path: `M${x} ${from.y}C${reach} ${from.y} ${reach} ${end} ${x} ${end}`,
          arrow: { x: x + 1 * m.scale, y: end, angle: 0 },
        },
      ];
    }),
  );
}

/** One stop below the other, words to the right; ways back bend out to the left. */
export function layoutVertical(
  stations: readonly Station[],
  width: number,
  words: StationWords,
  m: Measures,
): StationLayout {
  const loops = stations.some(({ backTo }) => (backTo ?? []).length > 0);
  const lane = (loops ? 32 : 16) * m.scale;
  const textX = lane + 26 * m.scale;
  const lanes = { lane, textX, limit: Math.max(width - textX - 4 * m.scale, m.titleSize * 4) };
  const titles = new Map(stations.map(({ id, title }) => [id, title]));
  const nodes: StationNode[] = [];
  const edges: StationEdge[] = [];
  const reached = lastReached(stations);
  let top = 8 * m.scale;
  for (const [row, station] of stations.entries()) {
    const placed = place(station, row, top, lanes, titles, words, m);
    const before = nodes.at(-1);
    if (before !== undefined) {
      edges.push({
        from: before.station.id,
        to: station.id,
        kind: 'line',
        walked: row <= reached,
        path: `M${lane} ${before.y + before.radius}V${placed.node.y - placed.node.radius}`,
      });
    }
    nodes.push(placed.node);
    edges.push(...placed.edges);
    top = Math.max(placed.node.box.y + placed.node.box.height, placed.node.y + m.haloRadius) + 20 * m.scale;
  }
  edges.push(...backArcs(nodes, m));
  const height = Math.max(top - 12 * m.scale, 0);
  return { orientation: 'vertical', width, height, scale: m.scale, nodes, edges };
}
