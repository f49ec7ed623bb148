import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needSections } from '../shared/i18n/i18n.ts';
import { Notice, Skeleton } from '../shared/ui/notice.tsx';
import { Page } from '../shared/ui/page.tsx';
import { type Keeper, openBook } from './book/keeper.ts';
import { PinPage } from './pages/pin.tsx';
import { SetUpPage } from './pages/set-up.tsx';
import { WipedPage } from './pages/wiped.tsx';
import { lookAtDoor, type Vault } from './vault/vault.ts';
import { eraseAll, findWiped, type Wiped } from './vault/wipe.ts';

type Standing =
  | { readonly status: 'looking' | 'unsupported' | 'none' }
  | { readonly status: 'locked'; readonly waitsUntil: number }
  | { readonly status: 'open'; readonly keeper: Keeper }
  | { readonly status: 'wiped'; readonly wiped: Wiped };

/** The pages behind the PIN, with their words: fetched while it is typed. */
const behind = async () => {
  const [{ GridApp }] = await Promise.all([import('./app.tsx'), needSections('matter')]);
  return { default: GridApp };
};
const GridApp = lazy(behind);

/** Sealing needs https (or this very machine) and a browser that keeps databases. */
const isAble = (): boolean =>
  window.isSecureContext && crypto.subtle !== undefined && typeof indexedDB !== 'undefined';

async function stand(): Promise<Standing> {
  if (!isAble()) return { status: 'unsupported' };
  const wiped = findWiped();
  if (wiped !== undefined) return { status: 'wiped', wiped };
  const now = Date.now();
  const door = await lookAtDoor(now);
  return door === undefined
    ? { status: 'none' }
    : { status: 'locked', waitsUntil: now + door.waitMilliseconds };
}

/** A browser in which nothing may be kept, as in some private windows. */
const cannot = (): Standing => ({ status: 'unsupported' });

/** Minutes out of sight after which the PIN is asked again. */
export const lockMinutes = 5;

function useLock(keeper: Keeper | undefined, lock: () => void): void {
  useEffect(() => {
    if (keeper === undefined) return;
    let hiddenAt: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
        timer = setTimeout(lock, lockMinutes * 60_000);
        return;
      }
      // A sleeping phone runs no timers.
      if (hiddenAt !== undefined && Date.now() - hiddenAt >= lockMinutes * 60_000) lock();
      hiddenAt = undefined;
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [keeper, lock]);
}

const Coming = () => (
  <main className="lr-page">
    <Skeleton lines={4} />
  </main>
);

/** Nothing of a resident is drawn before the PIN has opened the vault. */
export function Gate() {
  const { t } = useTranslation();
  const [standing, setStanding] = useState<Standing>({ status: 'looking' });
  const look = useCallback(() => {
    stand().then(setStanding, () => setStanding(cannot()));
  }, []);
  useEffect(look, [look]);
  const isDrawn = standing.status !== 'looking';
  useEffect(() => {
    if (isDrawn) behind().catch(() => undefined);
  }, [isDrawn]);
  const keeper = standing.status === 'open' ? standing.keeper : undefined;
  const lock = useCallback(() => {
    keeper?.vault.close();
    look();
  }, [keeper, look]);
  useLock(keeper, lock);
  const open = async (vault: Vault) => setStanding({ status: 'open', keeper: await openBook(vault) });
  const erase = useCallback(
    async (by: Wiped['by']) => {
      const device = keeper?.vault.device;
      keeper?.vault.close();
      await eraseAll(by, device);
      look();
    },
    [keeper, look],
  );
  switch (standing.status) {
    case 'looking':
      return <Coming />;
    case 'unsupported':
      return (
        <main>
          <Page title={t('grid.name')}>
            <Notice title={t('grid.unable.title')} tone="late">
              {t('grid.unable.text')}
            </Notice>
          </Page>
        </main>
      );
    case 'none':
      return <SetUpPage onDone={open} />;
    case 'locked':
      return <PinPage waitsUntil={standing.waitsUntil} onOpen={open} onErased={() => void erase('pin')} />;
    case 'wiped':
      return <WipedPage wiped={standing.wiped} onAgain={look} />;
    case 'open':
      return (
        <Suspense fallback={<Coming />}>
          <GridApp keeper={standing.keeper} onLock={lock} onErase={erase} />
        </Suspense>
      );
  }
}
