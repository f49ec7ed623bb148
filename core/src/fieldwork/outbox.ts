/**
 * What a phone has done and the office does not know yet. Pure: the phone keeps it sealed, the tests play it. Nothing
 * leaves it before the office has answered: a batch whose answer got lost is sent again under the same ids, and the
 * office acts on an id once.
 */
export interface OutboxItem {
  readonly id: string;
  /** By the phone's own clock, ms since 1970. */
  readonly at: number;
  readonly kind: 'entry' | 'open' | 'act';
  /** Items this one speaks of: it is not sent before them, and waits with them when they are refused. */
  readonly needs?: readonly string[];
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
  /** Said no to, with the reason; stays until the worker has mended it or laid it aside with a reason. */
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

/** What to send now, in the order in which it was done; never an item before one that it needs. */
export function nextBatch({ waiting, refused }: Outbox, most = mostItemsAtOnce): readonly OutboxItem[] {
  const held = new Set(refused.map(({ item }) => item.id));
  const batch: OutboxItem[] = [];
  for (const item of waiting) {
    if (batch.length === most) break;
    if (item.needs?.some((id) => held.has(id))) held.add(item.id);
    else batch.push(item);
  }
  return batch;
}

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

/** Sends a refused item anew, changed, under a new id: the office has already answered the old one. */
export function sendAnew(outbox: Outbox, id: string, item: OutboxItem): Outbox {
  const follows = ({ needs, ...rest }: OutboxItem): OutboxItem =>
    needs?.includes(id)
      ? { ...rest, needs: needs.map((each) => (each === id ? item.id : each)) }
      : { ...rest, ...(needs && { needs }) };
  const refused = outbox.refused.filter(({ item: each }) => each.id !== id);
  return { refused, waiting: [item, ...outbox.waiting.map(follows)] };
}

/** Lays a refused item aside, and with it what waited for it alone; returns what was laid aside, to be told. */
export function layAside(
  outbox: Outbox,
  id: string,
): { readonly outbox: Outbox; readonly aside: readonly OutboxItem[] } {
  const gone = new Set([id]);
  const aside = outbox.refused.filter(({ item }) => item.id === id).map(({ item }) => item);
  for (const item of outbox.waiting) {
    if (!item.needs?.some((each) => gone.has(each))) continue;
    gone.add(item.id);
    aside.push(item);
  }
  return {
    outbox: {
      waiting: outbox.waiting.filter((item) => !gone.has(item.id)),
      refused: outbox.refused.filter(({ item }) => item.id !== id),
    },
    aside,
  };
}
