import type { Station, StationEdge, StationLayout, StationNode, StationWords } from './station.ts';
import { lastReached, type Measures, setBranches, setWords, wordsOf } from './station-text.ts';

interface Grid {
  perRow: number;
  /** x of the first marker and distance from one marker to the next. */
  left: number;
  column: number;
  width: number;
}

function gridFor(count: number, width: number, m: Measures): Grid {
  const narrowest = 136 * m.scale;
  const fitting = Math.max(1, Math.floor((width - 2 * m.haloRadius) / narrowest));
  const rows = Math.ceil(count / fitting);
  const perRow = Math.max(1, Math.ceil(count / rows));
  // With several rows the line runs down the left margin, so the markers stand further in.
  const left = rows > 1 ? 36 * m.scale : m.haloRadius + 2 * m.scale;
  const room = width - left - (rows > 1 ? 16 * m.scale : 0);
  return { perRow, left, column: Math.min(room / perRow, 240 * m.scale), width };
}

function place(
  station: Station,
  row: number,
  x: number,
  y: number,
  column: number,
  words: StationWords,
  m: Measures,
): { node: StationNode; edges: StationEdge[] } {
  const branched = (station.branches ?? []).length > 0;
  const radius = station.state === 'here' || station.state === 'late' ? m.hereRadius : m.radius;
  // The stem of the branches runs down below the marker, so the words of a branched stop stand beside it.
  const textX = branched ? x + 16 * m.scale : x - m.radius;
  const limit = Math.max(x + column - 22 * m.scale - textX, m.titleSize * 3);
  const text = setWords(wordsOf(station, words, []), textX, y + m.haloRadius + 6 * m.scale, limit, m);
  const set = setBranches(station, textX, text.bottom, limit, m);
  const edges = set.ys.map(
    (branchY, index): StationEdge => ({
      from: station.id,
      to: `${station.id}/${index}`,
      kind: 'branch',
      walked: (station.branches?.[index]?.state ?? 'to-come') === 'done',
      path: `M${x} ${index === 0 ? y + radius : (set.ys[index - 1] ?? y) + m.branchRadius}V${branchY - m.branchRadius}`,
    }),
  );
  const boxX = x - m.haloRadius;
  const node: StationNode = {
    station,
    x,
    y,
    radius,
    row,
    lines: [...text.lines, ...set.lines],
    branches: (station.branches ?? []).map(({ state }, index) => ({
      state,
      x,
      y: set.ys[index] ?? y,
      radius: m.branchRadius,
    })),
    box: {
      x: boxX,
      y: y - m.haloRadius,
      width: Math.max(text.right, set.right, x + m.haloRadius) - boxX,
      height: set.bottom - (y - m.haloRadius),
    },
  };
  return { node, edges };
}

/** Room above a row for the arcs that begin in it. */
function bandAbove(row: readonly Station[], m: Measures): number {
  const arcs = row.reduce((count, { backTo }) => count + (backTo?.length ?? 0), 0);
  return arcs === 0 ? m.haloRadius + 4 * m.scale : (58 + 18 * (arcs - 1)) * m.scale + m.haloRadius;
}

/** To the right edge, down between the rows, and in again from the left: read like lines of text. */
function turn(from: StationNode, to: StationNode, gapY: number, width: number, scale: number): string {
  const bend = 12 * scale;
  const right = width - 6 * scale;
  const left = 6 * scale;
  return [
    `M${from.x + from.radius} ${from.y}H${right - bend}q${bend} 0 ${bend} ${bend}`,
    `V${gapY - bend}q0 ${bend} ${-bend} ${bend}H${left + bend}q${-bend} 0 ${-bend} ${bend}`,
    `V${to.y - bend}q0 ${bend} ${bend} ${bend}H${to.x - to.radius}`,
  ].join('');
}

function joinLine(
  from: StationNode,
  to: StationNode,
  walked: boolean,
  gapY: number,
  width: number,
  scale: number,
): StationEdge {
  const path =
    from.row === to.row
      ? `M${from.x + from.radius} ${from.y}H${to.x - to.radius}`
      : turn(from, to, gapY, width, scale);
  return { from: from.station.id, to: to.station.id, kind: 'line', walked, path };
}

function arc(
  from: StationNode,
  to: StationNode,
  rank: number,
  words: StationWords,
  m: Measures,
): StationEdge[] {
  return (from.station.backTo ?? []).flatMap(({ id, label, taken }): StationEdge[] => {
    if (id !== to.station.id) return [];
    const base = from.y - m.haloRadius * 0.8;
    const said = label ?? words.backTo.replace('{title}', to.station.title);
    const height = (30 + 18 * rank) * m.scale;
    const far = from.row !== to.row;
    // Across rows an arc would cut through words, so only its beginning is drawn and the label says where it leads.
    const x1 = far ? from.x - 30 * m.scale : to.x + 3 * m.scale;
    const y1 = far ? base - height * 0.7 : base;
    const path = far
      ? `M${from.x} ${base}C${from.x} ${base - height * 0.6} ${from.x - 8 * m.scale} ${y1} ${x1} ${y1}`
      : `M${from.x} ${base}C${from.x} ${base - height * 1.3} ${x1} ${base - height * 1.3} ${x1} ${base}`;
    const labelY = base - height - 6 * m.scale;
    return [
      {
        from: from.station.id,
        to: id,
        kind: 'back',
        walked: taken === true,
        path,
        label: {
          text: far
            ? [label, words.backTo.replace('{title}', to.station.title)].filter(Boolean).join(' → ')
            : said,
          x: far ? from.x : (from.x + x1) / 2,
          y: labelY,
          size: m.smallSize,
        },
        arrow: far ? { x: x1, y: y1, angle: 180 } : { x: x1, y: y1 + 1 * m.scale, angle: 90 },
      },
    ];
  });
}

function backArcs(nodes: readonly StationNode[], words: StationWords, m: Measures): StationEdge[] {
  const ranks = new Map<number, number>();
  return nodes.flatMap((from, index) =>
    nodes.slice(0, index).flatMap((to) => {
      const rank = ranks.get(from.row) ?? 0;
      const edges = arc(from, to, rank, words, m);
      ranks.set(from.row, rank + edges.length);
      return edges;
    }),
  );
}

/** Stops side by side in rows that read left to right; ways back are arcs above. */
export function layoutHorizontal(
  stations: readonly Station[],
  width: number,
  words: StationWords,
  m: Measures,
): StationLayout {
  const grid = gridFor(stations.length, width, m);
  const nodes: StationNode[] = [];
  const edges: StationEdge[] = [];
  const reached = lastReached(stations);
  let top = 0;
  for (let first = 0; first < stations.length; first += grid.perRow) {
    const row = stations.slice(first, first + grid.perRow);
    const y = top + bandAbove(row, m);
    let bottom = y;
    for (const [at, station] of row.entries()) {
      const placed = place(
        station,
        first / grid.perRow,
        grid.left + at * grid.column,
        y,
        grid.column,
        words,
        m,
      );
      const before = nodes.at(-1);
      if (before !== undefined) {
        edges.push(
          joinLine(before, placed.node, first + at <= reached, top - 4 * m.scale, grid.width, m.scale),
        );
      }
      nodes.push(placed.node);
      edges.push(...placed.edges);
      bottom = Math.max(bottom, placed.node.box.y + placed.node.box.height);
    }
    top = bottom + 24 * m.scale;
  }
  edges.push(...backArcs(nodes, words, m));
  const height = Math.max(top - 16 * m.scale, 0);
  return { orientation: 'horizontal', width, height, scale: m.scale, nodes, edges };
}
