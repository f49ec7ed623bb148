import { attendRefusalText, findAttendRefusal, type Sitting } from '@liren/core/voting/attend.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { postJson, RefusalError, refusalOf } from '../../shared/api/client.ts';
import { type Arrival, keepArrivals, keptArrivals, type Sent, sendArrivals } from './arrivals.ts';
import { meetingKey, meetingPath } from './sources.ts';

const tryAgainMs = 10_000;

const isSame = (a: Arrival, b: Arrival): boolean => a.entry === b.entry && a.at === b.at;
const isWithin = (arrivals: readonly Arrival[], one: Arrival): boolean =>
  arrivals.some((each) => isSame(each, one));

/**
 * Check-ins that this computer alone knows: kept with their times while there is no network, sent later in their order.
 * Whichever page of the meeting is open sends them.
 */
export function useKept(community: string, matter: string) {
  const client = useQueryClient();
  const [held, setHeld] = useState(() => keptArrivals(matter));
  const sending = useRef(false);
  const hold = useCallback(
    (arrivals: readonly Arrival[]) => {
      keepArrivals(matter, arrivals);
      setHeld(arrivals);
    },
    [matter],
  );
  const again = useCallback(
    () => client.invalidateQueries({ queryKey: meetingKey(community, matter) }),
    [client, community, matter],
  );
  const send = useCallback(
    async ({ entry, at }: { entry: string; at?: number }): Promise<Sent> => {
      try {
        await postJson(`${meetingPath(community, matter)}/arrivals`, {
          entry,
          ...(at !== undefined && { at }),
        });
        return 'done';
      } catch (error) {
        if (error instanceof RefusalError && (error.status === 0 || error.status >= 500)) return 'no-answer';
        return { refused: refusalOf(error) };
      }
    },
    [community, matter],
  );
  const flush = useCallback(async () => {
    const before = keptArrivals(matter);
    if (before.every(({ refused }) => refused !== undefined) || sending.current) return;
    sending.current = true;
    const left = await sendArrivals(before, send);
    sending.current = false;
    // Whoever was checked in while these were on their way stands at the end; what was read meanwhile is gone.
    const since = keptArrivals(matter);
    const later = since.filter((each) => !isWithin(before, each));
    hold([...left.filter((each) => isWithin(since, each)), ...later]);
    if (left.length < before.length) await again();
  }, [again, hold, matter, send]);
  useEffect(() => {
    const look = () => setHeld(keptArrivals(matter));
    void flush();
    window.addEventListener('online', flush);
    window.addEventListener('storage', look);
    const timer = setInterval(() => void flush(), tryAgainMs);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('storage', look);
      clearInterval(timer);
    };
  }, [flush, matter]);
  return {
    /** On their way to the server. */
    waiting: held.filter(({ refused }) => refused === undefined),
    refused: held.filter(({ refused }) => refused !== undefined),
    /** Somebody has read why it was refused. */
    drop: (arrival: Arrival) => hold(keptArrivals(matter).filter((each) => !isSame(each, arrival))),
    hold,
    send,
    again,
  };
}

/** One press checks somebody in; without a network it is kept here. */
export function useArrivals(community: string, matter: string, sitting: Sitting) {
  const { message } = App.useApp();
  const kept = useKept(community, matter);
  const { hold, send, again } = kept;
  /** @param at of a paper list; without it, now */
  const arrive = async (entry: string, at?: number) => {
    const now = Date.now();
    const held = keptArrivals(matter);
    const waits = held.some(({ refused }) => refused === undefined);
    const sent = waits ? 'no-answer' : await send({ entry, ...(at !== undefined && { at }) });
    if (sent === 'no-answer') {
      // What the server would refuse is not kept for it.
      const refused = findAttendRefusal(sitting, at ?? now, now);
      if (refused !== undefined) return void message.error(attendRefusalText(refused));
      return hold([...held, { entry, at: at ?? now }]);
    }
    if (sent !== 'done' && sent.refused.code !== 'already-there') message.error(sent.refused.message);
    await again();
  };
  return { ...kept, arrive };
}
