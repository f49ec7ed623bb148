import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { confirmWiped } from '../sync/office.ts';
import { eraseStore } from '../vault/store.ts';
import { noteWiped, type Wiped } from '../vault/wipe.ts';

/** Erases once more (the first time may have been cut off) and tells the office, as often as it takes. */
function useConfirm({ by, device }: Wiped): void {
  useEffect(() => {
    const tell = async () => {
      await eraseStore();
      if (by !== 'office' || device === undefined) return;
      await confirmWiped(device);
      noteWiped({ by });
    };
    const go = () => void tell().catch(() => undefined);
    go();
    window.addEventListener('online', go);
    return () => window.removeEventListener('online', go);
  }, [by, device]);
}

/** Nothing is kept here any more: why, and how to begin again. */
export function WipedPage({ wiped, onAgain }: { wiped: Wiped; onAgain: () => void }) {
  const { t } = useTranslation();
  useConfirm(wiped);
  return (
    <main>
      <Page title={t('grid.wiped.title')} lead={t(`grid.wiped.by.${wiped.by}`)}>
        <p>{t('grid.wiped.text')}</p>
        <div className="lr-buttons">
          <Button
            onClick={() => {
              noteWiped(undefined);
              onAgain();
            }}
          >
            {t('grid.wiped.again')}
          </Button>
        </div>
      </Page>
    </main>
  );
}
