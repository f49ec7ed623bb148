import type { OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import type { AffairsBody, DayBody, MeBody, SyncedBody } from '../../shared/api/bodies.ts';
import { api, getJson } from '../../shared/api/client.ts';

/** What the office says of one item. */
export type SyncResult = SyncedBody['results'][number];

const waitMilliseconds = 60_000;

/** A line that neither brings an answer nor breaks must not hold the phone for ever. */
const soon = (): AbortSignal => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), waitMilliseconds);
  return stop.signal;
};

const sending = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  signal: soon(),
});

export const askMe = (): Promise<MeBody> => getJson<MeBody>('/api/me', soon());

export const askDay = (device: string): Promise<DayBody> =>
  api<DayBody>(`/api/grid/day?device=${encodeURIComponent(device)}`, {
    headers: { accept: 'application/json' },
    signal: soon(),
    cache: 'no-store',
  });

/** The words that matters are sorted by: the same for everybody. */
export const askAffairs = async (): Promise<AffairsBody['rows']> =>
  (await getJson<AffairsBody>('/api/affairs', soon())).rows;

export const sendItems = (
  device: string,
  items: readonly OutboxItem[],
  sentAt: number,
): Promise<SyncedBody> =>
  api<SyncedBody>(
    '/api/grid/sync',
    sending({
      device,
      sentAt,
      items: items.map(({ id, at, kind, body }) => ({ ...body, id, at, kind })),
    }),
  );

export const registerDevice = (id: string, title: string): Promise<unknown> =>
  api('/api/grid/devices', sending({ id, title }));

export const confirmWiped = (device: string): Promise<unknown> =>
  api(`/api/grid/devices/${encodeURIComponent(device)}/wiped`, sending({}));
