import { keep, kept } from '../../shared/ui/keep.ts';

/** One check-in that has not reached the server: whose line, and when they came. No names. */
export interface Arrival {
  readonly entry: string;
  readonly at: number;
}

const nameOf = (matter: string): string => `liren.arrivals.${matter}`;

const isArrival = (value: unknown): value is Arrival =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Arrival>).entry === 'string' &&
  typeof (value as Partial<Arrival>).at === 'number';

/** In the order in which people came. */
export function keptArrivals(matter: string): readonly Arrival[] {
  try {
    const all: unknown = JSON.parse(kept(nameOf(matter)) ?? '[]');
    return Array.isArray(all) ? all.filter(isArrival) : [];
  } catch {
    return [];
  }
}
export function keepArrivals(matter: string, arrivals: readonly Arrival[]): void {
  keep(nameOf(matter), arrivals.length === 0 ? undefined : JSON.stringify(arrivals));
}

export type Sent = 'done' | 'no-answer' | { readonly refused: string };
/**
 * Sends them one after the other, oldest first, and stops where no answer comes. What the server refuses (somebody else has
 * checked them in meanwhile) is not asked again.
 */
export async function sendArrivals(
  arrivals: readonly Arrival[],
  send: (arrival: Arrival) => Promise<Sent>,
): Promise<{ readonly left: readonly Arrival[]; readonly refused: readonly string[] }> {
  const refused: string[] = [];
  for (const [i, arrival] of arrivals.entries()) {
    const sent = await send(arrival);
    if (sent === 'no-answer') return { left: arrivals.slice(i), refused };
    if (sent !== 'done') refused.push(sent.refused);
  }
  return { left: [], refused };
}
