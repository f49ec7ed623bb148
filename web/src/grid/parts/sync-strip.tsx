import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { unsyncedOf } from '../book/book.ts';
import { useBook } from '../book/use-book.ts';
import { type Sync, useSync } from '../sync/use-sync.ts';

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

function useStateWords({ progress, trouble, refusal }: Sync): string {
  const { t } = useTranslation();
  const online = useOnline();
  const now = useNow();
  const { box } = useBook();
  if (progress !== undefined)
    return t(`grid.sync.doing.${progress.doing}`, { done: progress.done, all: progress.all });
  if (!online || trouble === 'offline') return t('grid.sync.offline');
  if (trouble !== undefined && trouble !== 'sign-in')
    return refusal?.message ?? t(`grid.sync.trouble.${trouble}`);
  if (trouble === 'sign-in') return t('grid.sync.trouble.sign-in');
  return box.syncedAt === undefined
    ? t('grid.sync.never')
    : t('grid.sync.at', { at: momentText(box.syncedAt, now, t) });
}

/** On every page: how what is on the phone stands to the office, and the one button that brings both together. */
export function SyncStrip() {
  const { t } = useTranslation();
  const sync = useSync();
  const waiting = unsyncedOf(useBook().box);
  const words = useStateWords(sync);
  const { progress, trouble, run } = sync;
  return (
    <div className={`grid-sync${trouble !== undefined && trouble !== 'offline' ? ' grid-sync-trouble' : ''}`}>
      <p role="status">
        {words}
        {waiting > 0 && progress === undefined && <span>{t('grid.sync.waiting', { count: waiting })}</span>}
      </p>
      {trouble === 'sign-in' ? (
        <a className="grid-sync-go" href="/staff/sign-in?to=/grid">
          {t('grid.sync.signIn')}
        </a>
      ) : (
        <button
          type="button"
          className="grid-sync-go"
          aria-busy={progress !== undefined}
          onClick={() => run()}
        >
          {t('grid.sync.go')}
        </button>
      )}
      <Link to="/phone" className="grid-sync-phone">
        {t('grid.phone.link')}
      </Link>
    </div>
  );
}
