import { type Colour, palette } from './palette.ts';
import type {
  BranchNode,
  StationEdge,
  StationLayout,
  StationNode,
  StationState,
  TextLine,
} from './station.ts';

/** A drawing as plain marks, so that a screen and a sheet of paper draw the same thing. */
export type Mark = { tag: 'path' | 'circle' | 'text'; attributes: Record<string, string>; text?: string };

/** How to write a colour: a hexadecimal figure on paper, a CSS variable on a screen. */
export type Paint = (colour: Colour) => string;
export const inkPaint: Paint = (colour) => palette[colour];

const round = (value: number): string => String(Math.round(value * 100) / 100);
const roundPath = (path: string): string => path.replace(/-?\d+\.\d+/g, (figure) => round(Number(figure)));

const stateColour: Record<StationState, Colour> = {
  done: 'accent',
  here: 'accent',
  'to-come': 'edge',
  skipped: 'edge',
  late: 'attention',
};

const circle = (x: number, y: number, r: number, attributes: Record<string, string>): Mark => ({
  tag: 'circle',
  attributes: { cx: round(x), cy: round(y), r: round(r), ...attributes },
});

const path = (d: string, attributes: Record<string, string>): Mark => ({
  tag: 'path',
  attributes: { d: roundPath(d), fill: 'none', ...attributes },
});

const rounded = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

function arrowHead(edge: StationEdge, colour: string, scale: number): Mark[] {
  if (edge.arrow === undefined) return [];
  const { x, y, angle } = edge.arrow;
  const size = 5 * scale;
  const turn = (by: number): string => {
    const radians = ((angle + by) * Math.PI) / 180;
    return `${x - Math.cos(radians) * size} ${y - Math.sin(radians) * size}`;
  };
  return [
    path(`M${turn(32)}L${x} ${y}L${turn(-32)}`, {
      stroke: colour,
      'stroke-width': round(1.5 * scale),
      ...rounded,
    }),
  ];
}

function edgeMarks(edge: StationEdge, paint: Paint, scale: number): Mark[] {
  if (edge.kind === 'line') {
    return [
      path(edge.path, {
        stroke: paint(edge.walked ? 'accent' : 'edge'),
        'stroke-width': round((edge.walked ? 2.5 : 1.25) * scale),
        ...(edge.walked ? {} : { 'stroke-opacity': '0.55' }),
      }),
    ];
  }
  if (edge.kind === 'branch') {
    return [
      path(edge.path, {
        stroke: paint('edge'),
        'stroke-width': round(1.25 * scale),
        'stroke-opacity': '0.7',
      }),
    ];
  }
  const colour = paint(edge.walked ? 'waiting' : 'edge');
  const dash: Record<string, string> = edge.walked
    ? {}
    : { 'stroke-dasharray': `${round(3 * scale)} ${round(4 * scale)}` };
  return [
    path(edge.path, { stroke: colour, 'stroke-width': round(1.5 * scale), ...dash }),
    ...arrowHead(edge, colour, scale),
  ];
}

function labelMarks(edge: StationEdge, paint: Paint, scale: number): Mark[] {
  if (edge.label === undefined) return [];
  const { text, x, y, size } = edge.label;
  return [
    {
      tag: 'text',
      text,
      attributes: {
        x: round(x),
        y: round(y),
        'font-size': round(size),
        'text-anchor': 'middle',
        fill: paint(edge.walked ? 'waitingText' : 'muted'),
        stroke: paint('paper'),
        'stroke-width': round(4 * scale),
        'paint-order': 'stroke',
      },
    },
  ];
}

/** Shape tells the state as well as colour does: tick, ring with a core, empty ring, struck ring, diamond. */
function markerMarks(node: StationNode, paint: Paint, scale: number): Mark[] {
  const { x, y, radius: r } = node;
  const state = node.station.state;
  const colour = paint(stateColour[state]);
  const thin = round(1.75 * scale);
  if (state === 'done') {
    const tick = `M${x - r * 0.42} ${y + r * 0.02}L${x - r * 0.1} ${y + r * 0.36}L${x + r * 0.46} ${y - r * 0.34}`;
    return [
      circle(x, y, r, { fill: colour }),
      path(tick, { stroke: paint('paper'), 'stroke-width': thin, ...rounded }),
    ];
  }
  if (state === 'here') {
    return [
      circle(x, y, r * 1.66, { fill: paint('accentSoft') }),
      circle(x, y, r, { fill: paint('paper'), stroke: colour, 'stroke-width': round(2.5 * scale) }),
      circle(x, y, r * 0.46, { fill: colour }),
    ];
  }
  if (state === 'late') {
    const d = r * 1.2;
    return [
      circle(x, y, r * 1.66, { fill: paint('attentionSoft') }),
      path(`M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`, {
        fill: colour,
        stroke: colour,
        'stroke-width': thin,
        ...rounded,
      }),
      path(`M${x} ${y - r * 0.5}V${y + r * 0.1}M${x} ${y + r * 0.5}v0.01`, {
        stroke: paint('paper'),
        'stroke-width': round(2 * scale),
        ...rounded,
      }),
    ];
  }
  const ring = circle(x, y, r * 0.8, {
    fill: paint('paper'),
    stroke: colour,
    'stroke-width': round(1.5 * scale),
  });
  if (state === 'to-come') return [ring];
  const k = r * 0.8;
  return [
    ring,
    path(`M${x - k} ${y + k}L${x + k} ${y - k}`, {
      stroke: colour,
      'stroke-width': round(1.5 * scale),
      ...rounded,
    }),
  ];
}

function branchMarks({ state, x, y, radius: r }: BranchNode, paint: Paint, scale: number): Mark[] {
  const colour = paint(stateColour[state]);
  const solid = state === 'done';
  if (state === 'late') {
    const d = r * 1.2;
    return [path(`M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`, { fill: colour })];
  }
  const ring = circle(x, y, r, {
    fill: solid ? colour : paint('paper'),
    stroke: colour,
    'stroke-width': round(1.5 * scale),
  });
  return state === 'here' ? [ring, circle(x, y, r * 0.4, { fill: colour })] : [ring];
}

function lineColour(line: TextLine, state: StationState): Colour {
  const quiet = state === 'to-come' || state === 'skipped';
  if (line.voice === 'title') return quiet ? 'muted' : 'ink';
  if (line.voice === 'state') return state === 'late' ? 'attention' : 'accent';
  return (line.voice === 'who' || line.voice === 'branch' || line.voice === 'note') && !quiet
    ? 'ink'
    : 'muted';
}

function textMarks(node: StationNode, paint: Paint): Mark[] {
  const { state } = node.station;
  const strong = state === 'here' || state === 'late';
  return node.lines.map((line) => ({
    tag: 'text' as const,
    text: line.text,
    attributes: {
      x: round(line.x),
      y: round(line.y),
      'font-size': round(line.size),
      fill: paint(lineColour(line, state)),
      ...(line.voice === 'state' || (line.voice === 'title' && strong)
        ? { 'font-weight': '600' }
        : line.voice === 'title'
          ? { 'font-weight': '500' }
          : {}),
    },
  }));
}

/** Every mark of the drawing, in painting order. */
export function stationMarks(layout: StationLayout, paint: Paint = inkPaint): Mark[] {
  const { nodes, edges, scale } = layout;
  return [
    ...edges.flatMap((edge) => edgeMarks(edge, paint, scale)),
    ...edges.flatMap((edge) => labelMarks(edge, paint, scale)),
    ...nodes.flatMap((node) => markerMarks(node, paint, scale)),
    ...nodes.flatMap(({ branches }) => branches.flatMap((branch) => branchMarks(branch, paint, scale))),
    ...nodes.flatMap((node) => textMarks(node, paint)),
  ];
}
