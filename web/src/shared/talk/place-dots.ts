import type { ToldMap } from '../api/bodies.ts';

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly group: number | undefined;
  readonly me: boolean;
}
export interface Placed {
  readonly dots: readonly Dot[];
  /** Where the name of each group stands: in the middle of its people. */
  readonly middles: ReadonlyMap<number, { readonly x: number; readonly y: number }>;
}
export const board = { width: 360, height: 260, margin: 18 } as const;
/** A picture of more says no more; the reader's own dot is always there. */
const mostDots = 800;

/** People on the board, as large as it allows; the plane has no unit, so both ways are stretched. */
export function placeDots(people: ToldMap['people']): Placed {
  const every = Math.max(1, Math.ceil(people.length / mostDots));
  const chosen = people.filter(({ me }, i) => me === true || i % every === 0);
  const spread = (values: readonly number[], length: number) => {
    const low = Math.min(...values);
    const room = Math.max(...values) - low || 1;
    return (value: number): number => board.margin + ((value - low) / room) * (length - 2 * board.margin);
  };
  const toX = spread(
    people.map(({ x }) => x),
    board.width,
  );
  const toY = spread(
    people.map(({ y }) => y),
    board.height,
  );
  const dots = chosen.map(({ x, y, group, me }, i) => ({
    // People who answered alike would lie on one another: each stands a little aside.
    x: toX(x) + 5 * Math.cos(i * 2.4),
    y: toY(y) + 5 * Math.sin(i * 2.4),
    group,
    me: me === true,
  }));
  const middles = new Map<number, { x: number; y: number }>();
  for (const group of new Set(dots.flatMap((dot) => dot.group ?? []))) {
    const own = dots.filter((dot) => dot.group === group);
    const mean = (of: (dot: Dot) => number): number =>
      own.reduce((sum, dot) => sum + of(dot), 0) / own.length;
    middles.set(group, { x: mean(({ x }) => x), y: mean(({ y }) => y) });
  }
  return { dots, middles };
}
