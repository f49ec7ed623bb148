import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueWords } from './due.ts';

/** The present instant (epoch milliseconds), told again every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** '11月22日(周日)前', '还剩 3 小时', '已超 2 天' — the last in the colour and shape of lateness. */
export function DueText({ due, now }: { due: number; now: number }) {
  const { t } = useTranslation();
  const { key, weekday, ...values } = dueWords(due, now);
  const said = t(`common.due.${key}`, {
    ...values,
    ...(weekday !== undefined && { weekday: t(`common.weekday.${weekday}`) }),
  });
  return (
    <time className={due <= now ? 'lr-due lr-due-late' : 'lr-due'} dateTime={new Date(due).toISOString()}>
      {due <= now && <span aria-hidden="true">◆ </span>}
      {said}
    </time>
  );
}
