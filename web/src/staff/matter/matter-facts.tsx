import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { sayChannel } from '../../shared/matter/say-event.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Rating({ rating }: { rating: NonNullable<MatterBody['rating']> }) {
  const { t } = useTranslation();
  const parts = [
    t(rating.contacted ? 'matter.rate.contacted' : 'matter.rate.notContacted'),
    t(rating.solved ? 'matter.rate.solved' : 'matter.rate.unsolved'),
    t(`matter.rate.${rating.satisfied}`),
  ];
  return <>{parts.join(t('matter.comma'))}</>;
}

/** What is known of the matter, one fact a line. */
export function MatterFacts({ matter, now }: { matter: MatterBody; now: number }) {
  const { t } = useTranslation();
  return (
    <section className="matter-section">
      <h2>
        {t('staff.matter.facts')}
        {matter.receipt !== undefined && (
          <a className="facts-print" href={matter.receipt} target="_blank" rel="noreferrer">
            {t('matter.receipt')}
          </a>
        )}
        <Link className="facts-print" to={`/matters/${matter.community}/${matter.id}/print`}>
          {t('staff.matter.print')}
        </Link>
      </h2>
      <dl className="facts">
        <Fact name={t('staff.fact.number')}>{matter.number}</Fact>
        <Fact name={t(matter.procedure.id === 'complaint' ? 'staff.fact.opened' : 'staff.fact.began')}>
          {momentText(matter.openedAt, now, t)}
        </Fact>
        <Fact name={t('staff.fact.channel')}>{sayChannel(matter.channel, t)}</Fact>
        <Fact name={t('staff.fact.place')}>
          {matter.places.map(({ title }) => titled(title)).join(' › ')}
        </Fact>
        {matter.affair !== undefined && (
          <Fact name={t('staff.fact.affair')}>
            {titled(matter.affair.class)} › {titled(matter.affair.title)}
          </Fact>
        )}
        <Fact name={t('staff.fact.urgency')}>{titled(matter.urgency.title)}</Fact>
        {matter.assignee !== undefined && (
          <Fact name={t('staff.fact.assignee')}>{titled(matter.assignee.title)}</Fact>
        )}
        {matter.parent !== undefined && (
          <Fact name={t('staff.fact.parent')}>
            <Link to={`/matters/${matter.community}/${matter.parent.id}`}>{titled(matter.parent.title)}</Link>
          </Fact>
        )}
        {matter.rating !== undefined && (
          <Fact name={t('staff.fact.rating')}>
            <Rating rating={matter.rating} />
          </Fact>
        )}
        {matter.exclusion !== undefined && (
          <Fact name={t('staff.fact.exclusion')}>{t(`matter.exclusion.${matter.exclusion.status}`)}</Fact>
        )}
        <Fact name={t('staff.fact.head')}>
          <code className="fact-hash">{matter.head}</code>
        </Fact>
      </dl>
    </section>
  );
}
