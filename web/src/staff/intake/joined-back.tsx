import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hrefOf } from '../lists/matter-table.tsx';
import type { JoinedCall } from './use-intake.ts';

/** What the clerk reads out when the caller was counted in on a matter that others raised before. */
export function JoinedBack({
  call: { line, joined },
  onNext,
  onBack,
}: {
  call: JoinedCall;
  onNext: () => void;
  /** The caller has something else to tell: the form is as it was. */
  onBack: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section className="read-back" role="status">
      <h2>{t('staff.intake.readOut')}</h2>
      <p className="read-back-text">
        {t(joined ? 'staff.intake.joinedBack' : 'staff.intake.joinedBefore')}
        <b className="read-back-number">{line.number}</b>
        {t('staff.intake.joinedBackAfter', { step: line.step })}
      </p>
      <div className="page-tools">
        <Button type="primary" autoFocus onClick={onNext}>
          {t('staff.intake.next')}
        </Button>
        <Button onClick={onBack}>{t('staff.intake.backToCall')}</Button>
        <Link to={hrefOf(line)}>{t('staff.intake.open')}</Link>
      </div>
    </section>
  );
}
