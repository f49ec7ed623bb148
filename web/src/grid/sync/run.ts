import { nextBatch, type OutboxItem, settleBatch } from '@liren/core/fieldwork/outbox.ts';
import type { Json, SyncedBody } from '../../shared/api/bodies.ts';
import { RefusalError } from '../../shared/api/client.ts';
import { type Box, type DoneItem, photosIn, prune } from '../book/book.ts';
import { toDay } from '../book/day.ts';
import type { Keeper } from '../book/keeper.ts';
import { askAffairs, askDay, askMe, type SyncResult, sendItems } from './office.ts';
import { sendPhoto } from './send-photo.ts';

/** Told while it runs: how much has gone of how much. */
export interface Progress {
  readonly doing: 'photos' | 'items' | 'day';
  readonly done: number;
  readonly all: number;
}
/** Everything, or what was done just now: the day comes along where it is older than a while or a step was taken. */
export type Wish = 'all' | 'items';
const freshDayMilliseconds = 120_000;
export type Outcome = 'done' | 'wipe' | 'sign-in' | 'other-person';

/** Photos of an item that the office does not have yet. */
const unsentPhotos = ({ photos }: Box, { body }: OutboxItem): readonly string[] =>
  photosIn(body).filter((id) => photos[id] !== undefined && photos[id]?.stored === undefined);

/** What can go at once: whatever waits for no photo. */
const readyBatch = (box: Box): readonly OutboxItem[] =>
  nextBatch({
    ...box.outbox,
    waiting: box.outbox.waiting.filter((item) => unsentPhotos(box, item).length === 0),
  });

const withPhoto = (box: Box, id: string, part: object): Box => {
  const before = box.photos[id];
  return before === undefined ? box : { ...box, photos: { ...box.photos, [id]: { ...before, ...part } } };
};

const withoutPhoto = (box: Box, id: string): Box => {
  const { [id]: _, ...photos } = box.photos;
  return { ...box, photos };
};

async function bringPhoto(keeper: Keeper, id: string): Promise<void> {
  const photo = keeper.pages().box.photos[id];
  const bytes = await keeper.vault.findPhoto(id);
  if (photo === undefined) return;
  // The browser has lost it: the office sends the item back, and the worker takes the photo again.
  if (bytes === undefined) return keeper.change(['box'], ({ box }) => ({ box: withoutPhoto(box, id) }));
  const note = (part: object) => keeper.change(['box'], ({ box }) => ({ box: withPhoto(box, id, part) }));
  const stored = await sendPhoto(
    bytes,
    photo,
    (uploadUrl) => void note({ uploadUrl }).catch(() => undefined),
  );
  await note({ stored });
}

const isRecord = (value: object): value is Readonly<Record<string, Json>> => !Array.isArray(value);

/** The office looked at it and will not take it, however often it is sent. */
const isFinal = (error: unknown): error is RefusalError =>
  error instanceof RefusalError &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 423, 429].includes(error.status);

/** Brings the photos of one item; one that the office will not take sends the item back, and holds up no other. */
async function bringPhotos(
  keeper: Keeper,
  item: OutboxItem,
  now: () => number,
  tell: (progress: Progress) => void,
): Promise<void> {
  const photos = unsentPhotos(keeper.pages().box, item);
  try {
    for (const [index, id] of photos.entries()) {
      tell({ doing: 'photos', done: index + 1, all: photos.length });
      await bringPhoto(keeper, id);
    }
  } catch (error) {
    if (!isFinal(error)) throw error;
    const refused = { id: item.id, status: 'refused' as const, refusal: error.refusal, remarks: [] };
    await keeper.change(['box'], ({ box }) => ({ box: settled(box, [refused], now()) }));
  }
}

/** What is sent: photos by the names that the office gave them. */
function withStored(value: Json, photos: Box['photos']): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (!isRecord(value)) return value.map((each) => withStored(each, photos));
  const local = value['photo'];
  const stored = typeof local === 'string' ? photos[local]?.stored : undefined;
  if (stored !== undefined) return { ...stored };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withStored(each, photos)]));
}

const doneOf = (item: OutboxItem, { remarks, matter }: SyncResult, settledAt: number): DoneItem => ({
  item,
  settledAt,
  told: remarks,
  ...(matter !== undefined && { number: matter.number }),
});

/** The box after the office's answers; photos of what it took in are no longer needed here. */
export function settled(box: Box, results: readonly SyncResult[], now: number): Box {
  const answers = new Map(results.map((result) => [result.id, result]));
  const taken = box.outbox.waiting.flatMap((item): DoneItem[] => {
    const answer = answers.get(item.id);
    return answer === undefined || answer.status === 'refused' ? [] : [doneOf(item, answer, now)];
  });
  const outbox = settleBatch(box.outbox, results);
  const left = [...outbox.waiting, ...outbox.refused.map(({ item }) => item)];
  const needed = new Set(left.flatMap(({ body }) => photosIn(body)));
  const gone = new Set(taken.flatMap(({ item }) => photosIn(item.body)).filter((id) => !needed.has(id)));
  const photos = Object.fromEntries(Object.entries(box.photos).filter(([id]) => !gone.has(id)));
  return prune({ ...box, outbox, photos, done: [...box.done, ...taken] }, now);
}

async function sendBatch(keeper: Keeper, batch: readonly OutboxItem[], now: number): Promise<SyncedBody> {
  const { photos } = keeper.pages().box;
  const named = (item: OutboxItem): OutboxItem => ({
    ...item,
    body: withStored(item.body as Json, photos) as OutboxItem['body'],
  });
  return sendItems(keeper.vault.device, batch.map(named), now);
}

/** Sends until nothing waits; tells whether a step was among it, or the phone is to be erased. */
async function sendAll(
  keeper: Keeper,
  now: () => number,
  tell: (progress: Progress) => void,
): Promise<'wipe' | 'moved' | 'sent'> {
  const waiting = () => keeper.pages().box.outbox.waiting;
  const all = waiting().length;
  let moved = false;
  for (let [first] = waiting(); first !== undefined; [first] = waiting()) {
    const batch = readyBatch(keeper.pages().box);
    if (batch.length === 0) {
      await bringPhotos(keeper, first, now, tell);
      continue;
    }
    tell({ doing: 'items', done: Math.max(0, all - waiting().length), all });
    const answer = await sendBatch(keeper, batch, now());
    if (answer.wipe) return 'wipe';
    await keeper.change(['box'], ({ box }) => ({ box: settled(box, answer.results, now()) }));
    await sweepPhotos(keeper, now());
    moved ||= batch.some(({ kind }) => kind === 'act');
    // An office that answers none of what it was sent is asked another time.
    if (answer.results.length === 0) break;
  }
  return moved ? 'moved' : 'sent';
}

async function fetchDay(keeper: Keeper, worker: string, now: () => number): Promise<Outcome> {
  const body = await askDay(keeper.vault.device);
  if (body.wipe) return 'wipe';
  const day = toDay(body, worker, body.seats.length === 0 ? [] : await askAffairs());
  await keeper.change(['day', 'box'], ({ box }) => ({ day, box: { ...box, dayAt: now() } }));
  return 'done';
}

/**
 * Brings everything that waits to the office and fetches the day anew. May be cut off at any instant: whatever the
 * office had not answered goes again under the same id, and the office acts on an id once.
 */
export async function syncWith(
  keeper: Keeper,
  wish: Wish,
  now: () => number,
  tell: (progress: Progress) => void,
): Promise<Outcome> {
  const { person } = await askMe();
  if (person === undefined) return 'sign-in';
  if (person.id !== keeper.vault.person) return 'other-person';
  await keeper.reread();
  const sent = await sendAll(keeper, now, tell);
  if (sent === 'wipe') return 'wipe';
  const { dayAt = 0 } = keeper.pages().box;
  // A step moves a matter: what may be done next, only the office knows.
  if (wish === 'all' || sent === 'moved' || Math.abs(now() - dayAt) > freshDayMilliseconds) {
    tell({ doing: 'day', done: 0, all: 0 });
    if ((await fetchDay(keeper, person.name, now)) === 'wipe') return 'wipe';
  }
  await keeper.change(['box'], ({ box }) => ({ box: { ...box, syncedAt: now() } }));
  return 'done';
}

/** A photo that was just taken may stand in no form yet. */
const freshMilliseconds = 3_600_000;

/** Erases sealed photos that nothing names any more. */
async function sweepPhotos(keeper: Keeper, now: number): Promise<void> {
  await keeper.change(['box', 'drafts'], ({ box, drafts }) => {
    const { waiting, refused } = box.outbox;
    const named = new Set([...photosIn(drafts), ...photosIn(waiting), ...photosIn(refused)]);
    const isNeeded = ([id, { takenAt }]: [string, { takenAt: number }]) =>
      named.has(id) || now - takenAt < freshMilliseconds;
    const photos = Object.entries(box.photos).filter(isNeeded);
    return photos.length === Object.keys(box.photos).length
      ? {}
      : { box: { ...box, photos: Object.fromEntries(photos) } };
  });
  const known = keeper.pages().box.photos;
  const gone = (await keeper.vault.photoIds()).filter((id) => known[id] === undefined);
  if (gone.length > 0) await keeper.vault.erasePhotos(gone);
}
