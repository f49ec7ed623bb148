import type { Refusal } from '../../shared/api/client.ts';
import { keep, kept } from '../../shared/ui/keep.ts';

/** One check-in that is not on the roll of the server: whose line, and when they came. No names. */
export interface Arrival {
  readonly entry: string;
  readonly at: number;
  /** Why the server did not take it; it stands here until somebody has read it. */
  readonly refused?: string;
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

export type Sent = 'done' | 'no-answer' | { readonly refused: Refusal };

/**
 * What is left of one after it was sent. Whoever is there already, by their own telephone or another desk, is no refusal.
 * Where this computer's clock is ahead of the server's, their time is still to come: it waits for it.
 */
function leftOf(arrival: Arrival, sent: Exclude<Sent, 'no-answer'>): readonly Arrival[] {
  if (sent === 'done' || sent.refused.code === 'already-there') return [];
  if (sent.refused.code === 'not-passed-yet') return [arrival];
  return [{ ...arrival, refused: sent.refused.message }];
}

/**
 * Sends them one after the other, oldest first, and stops where no answer comes. What the server refuses is not asked
 * again, and holds nobody up.
 * @returns what is still not on the roll, in the same order
 */
export async function sendArrivals(
  arrivals: readonly Arrival[],
  send: (arrival: Arrival) => Promise<Sent>,
): Promise<readonly Arrival[]> {
  const left: Arrival[] = [];
  for (const [i, arrival] of arrivals.entries()) {
    const sent = arrival.refused === undefined ? await send(arrival) : undefined;
    if (sent === 'no-answer') return [...left, ...arrivals.slice(i)];
    left.push(...(sent === undefined ? [arrival] : leftOf(arrival, sent)));
  }
  return left;
}
