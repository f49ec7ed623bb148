import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OpenedBody, OpeningBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { limitOfStage } from '../../shared/matter/dates.ts';
import { hrefOf } from '../lists/matter-table.tsx';

/** What the clerk reads out: the number, digit by digit, and what comes next. */
export function ReadBack({
  opened,
  opening,
  onNext,
}: {
  opened: OpenedBody;
  opening: OpeningBody | undefined;
  onNext: () => void;
}) {
  const { t } = useTranslation();
  const stages = (opening?.promise ?? [])
    .slice(0, 3)
    .map(({ title, limit, who }) =>
      t(limit === undefined ? 'staff.intake.stage' : 'staff.intake.stageWithin', {
        title: titled(title),
        limit: limitOfStage(limit, t),
        who: who.map(titled).join(t('matter.comma')),
      }),
    )
    .join(t('staff.intake.then'));
  return (
    <section className="read-back" role="status">
      <h2>{t('staff.intake.readOut')}</h2>
      <p className="read-back-text">
        {t('staff.intake.readBack')}
        <b className="read-back-number">{opened.number}</b>
        {t('staff.intake.readBackAfter', { stages })}
      </p>
      <div className="page-tools">
        <Button type="primary" autoFocus onClick={onNext}>
          {t('staff.intake.next')}
        </Button>
        <Link to={hrefOf(opened)}>{t('staff.intake.open')}</Link>
      </div>
    </section>
  );
}
