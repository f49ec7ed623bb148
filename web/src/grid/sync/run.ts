import { nextBatch, type OutboxItem, settleBatch } from '@liren/core/fieldwork/outbox.ts';
import type { Json, SyncedBody } from '../../shared/api/bodies.ts';
import { type Box, type DoneItem, photosIn, prune } from '../book/book.ts';
import { toDay } from '../book/day.ts';
import type { Keeper } from '../book/keeper.ts';
import { askDay, askMe, askOpenings, type SyncResult, sendItems } from './office.ts';
import { sendPhoto } from './send-photo.ts';

/** Told while it runs: how much has gone of how much. */
export interface Progress {
  readonly doing: 'photos' | 'items' | 'day';
  readonly done: number;
  readonly all: number;
}
export type Outcome = 'done' | 'wipe' | 'sign-in' | 'other-person';

const itemPhotos = (box: Box, item: OutboxItem): readonly string[] =>
  photosIn(item.body).filter((id) => box.photos[id] !== undefined);

const unsent = (box: Box): readonly string[] => [
  ...new Set(
    nextBatch(box.outbox)
      .flatMap((item) => itemPhotos(box, item))
      .filter((id) => box.photos[id]?.stored === undefined),
  ),
];

const withPhoto = (box: Box, id: string, part: object): Box => {
  const before = box.photos[id];
  return before === undefined ? box : { ...box, photos: { ...box.photos, [id]: { ...before, ...part } } };
};

async function bringPhoto(keeper: Keeper, id: string): Promise<void> {
  const photo = keeper.pages().box.photos[id];
  const bytes = await keeper.vault.findPhoto(id);
  if (photo === undefined || bytes === undefined) return;
  const note = (part: object) => keeper.change(['box'], ({ box }) => ({ box: withPhoto(box, id, part) }));
  const stored = await sendPhoto(
    bytes,
    photo,
    (uploadUrl) => void note({ uploadUrl }).catch(() => undefined),
  );
  await note({ stored });
}

const isRecord = (value: object): value is Readonly<Record<string, Json>> => !Array.isArray(value);

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
  const items = batch.map((item) => ({ ...item, body: withStored(item.body as Json, photos) as object }));
  return sendItems(keeper.vault.device, items as never, now);
}

/**
 * Brings everything that waits to the office and fetches the day anew. May be cut off at any instant: whatever the
 * office had not answered goes again under the same id, and the office acts on an id once.
 */
export async function syncWith(
  keeper: Keeper,
  now: () => number,
  tell: (progress: Progress) => void,
): Promise<Outcome> {
  const { person } = await askMe();
  if (person === undefined) return 'sign-in';
  if (person.id !== keeper.vault.person) return 'other-person';
  await keeper.reread();
  const all = keeper.pages().box.outbox.waiting.length;
  for (;;) {
    const photos = unsent(keeper.pages().box);
    for (const [index, id] of photos.entries()) {
      tell({ doing: 'photos', done: index, all: photos.length });
      await bringPhoto(keeper, id);
    }
    const batch = nextBatch(keeper.pages().box.outbox);
    if (batch.length === 0) break;
    tell({ doing: 'items', done: all - keeper.pages().box.outbox.waiting.length, all });
    const answer = await sendBatch(keeper, batch, now());
    if (answer.wipe) return 'wipe';
    await keeper.change(['box'], ({ box }) => ({ box: settled(box, answer.results, now()) }));
    await sweepPhotos(keeper, now());
    if (answer.results.length === 0) break;
  }
  tell({ doing: 'day', done: all, all });
  const body = await askDay(keeper.vault.device);
  if (body.wipe) return 'wipe';
  const [seat] = body.seats;
  const about = seat === undefined ? { openings: [], affairs: [] } : await askOpenings(seat.community.id);
  const day = toDay(body, person.name, about);
  await keeper.change(['day', 'box'], ({ box }) => ({ day, box: { ...box, syncedAt: now() } }));
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
