/**
 * What a phone has done and the office does not know yet. Pure: the phone keeps it sealed, the tests play it. Nothing
 * leaves it before the office has answered: a batch whose answer got lost is sent again under the same ids, and the
 * office acts on an id once. Items stand alone: a matter raised at a door waits for no mended visit.
 */
export interface OutboxItem {
  readonly id: string;
  /** By the phone's own clock, ms since 1970. */
  readonly at: number;
  readonly kind: 'entry' | 'open' | 'act';
  readonly body: Readonly<Record<string, unknown>>;
}
export interface ItemRefusal {
  readonly code: string;
  readonly message: string;
  readonly about?: string;
}
export interface ItemResult {
  readonly id: string;
  readonly status: 'done' | 'again' | 'refused';
  readonly refusal?: ItemRefusal;
}
export interface Refused {
  readonly item: OutboxItem;
  readonly refusal: ItemRefusal;
}
export interface Outbox {
  readonly waiting: readonly OutboxItem[];
  /** Said no to, with the reason; stays until the worker has mended it or laid it aside. */
  readonly refused: readonly Refused[];
}
export const emptyOutbox: Outbox = { waiting: [], refused: [] };

/** The office takes no more at once. */
export const mostItemsAtOnce = 50;

/** Adds what was just done. An item that already waits stays as it is. */
export const addItem = (outbox: Outbox, item: OutboxItem): Outbox =>
  outbox.waiting.some(({ id }) => id === item.id)
    ? outbox
    : { ...outbox, waiting: [...outbox.waiting, item] };

/** What to send now, in the order in which it was done. */
export const nextBatch = ({ waiting }: Outbox, most = mostItemsAtOnce): readonly OutboxItem[] =>
  waiting.slice(0, most);

/** Takes the office's answers in. What it did not answer goes on waiting. */
export function settleBatch(outbox: Outbox, results: readonly ItemResult[]): Outbox {
  const answers = new Map(results.map((result) => [result.id, result]));
  const refused = outbox.waiting.flatMap((item): Refused[] => {
    const refusal = answers.get(item.id)?.refusal;
    return refusal === undefined ? [] : [{ item, refusal }];
  });
  return {
    waiting: outbox.waiting.filter(({ id }) => !answers.has(id)),
    refused: [...outbox.refused, ...refused],
  };
}

/** Takes a refused item out: laid aside, or about to be sent anew. */
export const layAside = (outbox: Outbox, id: string): Outbox => ({
  ...outbox,
  refused: outbox.refused.filter(({ item }) => item.id !== id),
});

/** Sends a refused item anew, mended. It keeps its id: the office has kept nothing of what it refused. */
export const sendAnew = (outbox: Outbox, item: OutboxItem): Outbox =>
  addItem(layAside(outbox, item.id), item);
