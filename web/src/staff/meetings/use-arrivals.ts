import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson, RefusalError, refusalOf } from '../../shared/api/client.ts';
import { type Arrival, keepArrivals, keptArrivals, type Sent, sendArrivals } from './arrivals.ts';
import { meetingKey, meetingPath } from './sources.ts';

const tryAgainMs = 10_000;

/**
 * One press checks somebody in. Without a network it is kept here with its time and sent later, in order.
 * `waiting` are the lines that are checked in only on this computer so far.
 */
export function useArrivals(community: string, matter: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(() => keptArrivals(matter));
  const sending = useRef(false);
  const hold = useCallback(
    (arrivals: readonly Arrival[]) => {
      keepArrivals(matter, arrivals);
      setWaiting(arrivals);
    },
    [matter],
  );
  const again = useCallback(
    () => client.invalidateQueries({ queryKey: meetingKey(community, matter) }),
    [client, community, matter],
  );
  const send = useCallback(
    async (body: { entry: string; at?: number }): Promise<Sent> => {
      try {
        await postJson(`${meetingPath(community, matter)}/arrivals`, body);
        return 'done';
      } catch (error) {
        if (error instanceof RefusalError && (error.status === 0 || error.status >= 500)) return 'no-answer';
        return { refused: refusalOf(error).message };
      }
    },
    [community, matter],
  );
  const flush = useCallback(async () => {
    const held = keptArrivals(matter);
    if (held.length === 0 || sending.current) return;
    sending.current = true;
    const { left, refused } = await sendArrivals(held, send);
    sending.current = false;
    // Whoever was checked in while these were on their way stands at the end.
    const since = keptArrivals(matter).slice(held.length);
    hold([...left, ...since]);
    if (refused.length > 0)
      message.warning(t('meetings.desk.keptRefused', { count: refused.length, reason: refused[0] }));
    if (left.length < held.length) await again();
  }, [again, hold, matter, message, send, t]);
  useEffect(() => {
    void flush();
    window.addEventListener('online', flush);
    const timer = setInterval(() => void flush(), tryAgainMs);
    return () => {
      window.removeEventListener('online', flush);
      clearInterval(timer);
    };
  }, [flush]);
  /** @param at of a paper list; without it, now */
  const arrive = async (entry: string, at?: number) => {
    const now = Date.now();
    const held = keptArrivals(matter);
    const sent = held.length > 0 ? 'no-answer' : await send({ entry, ...(at !== undefined && { at }) });
    if (sent === 'no-answer') hold([...held, { entry, at: at ?? now }]);
    else if (sent !== 'done') message.error(sent.refused);
    if (sent !== 'no-answer') await again();
  };
  return { arrive, waiting, again };
}
