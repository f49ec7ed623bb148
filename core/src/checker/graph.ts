import type { Procedure } from '../engine/types.ts';

/** One way from a step by an outcome. */
export interface Edge {
  readonly from: string;
  readonly outcome: string;
  readonly to: string;
}

/** Where a matter may begin. */
export const firstStepsOf = ({ first, firstBy }: Procedure): readonly string[] => [
  ...new Set([first, ...Object.values(firstBy?.cases ?? {})]),
];

/** Every way of the procedure; a way that changes after some passages counts twice. */
export const edgesOf = ({ steps }: Procedure): readonly Edge[] =>
  Object.entries(steps).flatMap(([from, step]) =>
    Object.entries(step.then).flatMap(([outcome, way]) =>
      [way.to, ...(way.after === undefined ? [] : [way.after])].map((to) => ({ from, outcome, to })),
    ),
  );

/** The shortest walk from any of `from` to every step it reaches, as the list of steps passed, both ends included. */
export function walksFrom(
  from: string | readonly string[],
  edges: readonly Edge[],
  avoid?: string,
): ReadonlyMap<string, readonly string[]> {
  const starts = typeof from === 'string' ? [from] : from;
  const walks = new Map<string, readonly string[]>(
    starts.filter((each) => each !== avoid).map((each) => [each, [each]]),
  );
  for (const [step, walk] of walks) {
    for (const { to } of edges.filter((edge) => edge.from === step)) {
      if (to !== avoid && !walks.has(to)) walks.set(to, [...walk, to]);
    }
  }
  return walks;
}

/** A walk that comes back to where it began; undefined when there is none. */
export function findCycle(edges: readonly Edge[]): readonly string[] | undefined {
  for (const { from, to } of edges) {
    const back = walksFrom(to, edges).get(from);
    if (back !== undefined) return [from, ...back];
  }
  return undefined;
}
