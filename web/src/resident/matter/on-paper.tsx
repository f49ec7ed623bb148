import { useTranslation } from 'react-i18next';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { QrCode } from '../../shared/ui/qr-code.tsx';

/** The foot of the printed page: what it was printed from, and the way back to the live page. */
export function OnPaper({ matter, now }: { matter: MatterBody; now: number }) {
  const { t } = useTranslation();
  const live = `${window.location.origin}/matters/${matter.community}/${matter.id}`;
  return (
    <footer className="on-paper">
      <div>
        <p>{t('resident.paper.at', { at: momentText(now, now, t), count: matter.version })}</p>
        <p>
          {t('resident.paper.head')} <code>{matter.head}</code>
        </p>
        <p>
          {t('resident.paper.live')} {live}
        </p>
      </div>
      <QrCode text={live} label={t('resident.paper.live')} size={96} />
    </footer>
  );
}
