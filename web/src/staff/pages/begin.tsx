import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Begin } from '../../shared/begin/begin.tsx';
import { PageHead } from '../frame/frame.tsx';
import { hrefOf } from '../lists/matter-table.tsx';

/** 发起: whatever the seats of the reader let them begin. */
export function BeginPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <>
      <PageHead title={t('matter.begin.title')} note={t('matter.begin.lead')} />
      <Begin onOpened={(opened) => go(hrefOf(opened))} />
    </>
  );
}
