import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterPage, OverviewBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { asWritten, calledOf, titled } from '../../shared/i18n/titles.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { DayChart } from '../charts/day-chart.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { Due, hrefOf } from '../lists/matter-table.tsx';
import { pathWith, useRows } from '../lists/use-rows.ts';
import { figurePath } from './figure.tsx';
import '../charts/overview.css';

function Figure({
  to,
  name,
  late = false,
  children,
}: {
  to: string;
  name: string;
  late?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={`figure${late ? ' figure-late' : ''}`}>
      <span className="figure-name">
        {late && <span aria-hidden="true">▲ </span>}
        {name}
      </span>
      <b>{children}</b>
    </Link>
  );
}

function Figures({ data }: { data: OverviewBody }) {
  const { t } = useTranslation();
  const month = (figure: string) => figurePath({ month: data.month, figure });
  return (
    <div className="figures">
      <Figure to="/matters?status=open" name={t('staff.overview.open')}>
        {data.openNow}
      </Figure>
      <Figure to="/matters?overdue=true" name={t('staff.overview.late')} late={data.lateNow > 0}>
        {data.lateNow}
      </Figure>
      <Figure to={month('opened')} name={t('staff.overview.monthOpened')}>
        {data.monthOpened}
      </Figure>
      <Figure to={month('ended')} name={t('staff.overview.monthEnded')}>
        {data.monthEnded}
      </Figure>
      {data.timely.map(({ procedure, title, share, timed }) => (
        <Figure
          key={procedure}
          to={figurePath({ month: data.month, figure: 'timed', procedure, title: asWritten(title) })}
          name={t('staff.overview.timely', { title: titled(title), timed })}
        >
          {share}
          <small>%</small>
        </Figure>
      ))}
      {data.rates !== undefined &&
        (['contacted', 'solved', 'satisfied', 'score'] as const).map((rate) => (
          <Figure key={rate} to={`/rates?month=${data.month}`} name={t(`staff.rates.${rate}`)}>
            {data.rates?.[rate]}
            <small>{rate === 'score' ? t('staff.rates.points') : '%'}</small>
          </Figure>
        ))}
    </div>
  );
}

function LateList() {
  const { t } = useTranslation();
  const now = useNow();
  const list = useRows<MatterPage>('matters', '/api/matters', { overdue: 'true', limit: '8' });
  if (list.isPending) return <Skeleton active title={false} />;
  return (
    <section className="overview-part">
      <header className="part-head">
        <h2>{t('staff.overview.lateList')}</h2>
        {list.rows.length > 0 && <Link to="/matters?overdue=true">{t('staff.overview.seeAll')}</Link>}
      </header>
      {list.rows.length === 0 && <p className="panel-hint">{t('staff.overview.noLate')}</p>}
      <ul className="late-list">
        {list.rows.slice(0, 8).map((line) => (
          <li key={line.id}>
            <Link to={hrefOf(line)} className="row-title">
              {calledOf(line)}
            </Link>
            <span className="late-who">{titled(line.organ?.title ?? line.communityTitle)}</span>
            <span className="late-due">
              <Due line={line} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A bar that opens its matters; those without a class cannot be asked for by it. */
function ClassBar({ row, share }: { row: OverviewBody['byClass'][number]; share: number }) {
  const { t } = useTranslation();
  const named = asWritten(row.class);
  const bar = (
    <>
      <span>{named === '' ? t('staff.overview.noClass') : titled(row.class)}</span>
      <span className="class-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <b className="class-count">{row.open}</b>
    </>
  );
  if (named === '') return <span className="class-row">{bar}</span>;
  return (
    <Link className="class-row" to={pathWith('/matters', { status: 'open', class: named })}>
      {bar}
    </Link>
  );
}

function ByClass({ rows }: { rows: OverviewBody['byClass'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <section className="overview-part">
      <header className="part-head">
        <h2>{t('staff.overview.byClass')}</h2>
      </header>
      <ul className="class-bars">
        {[...rows]
          .sort((a, b) => b.open - a.open)
          .map((row) => (
            <li key={asWritten(row.class)}>
              <ClassBar row={row} share={row.open / most} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** 总览: the few figures for nine in the morning; each opens onto its records. */
export function OverviewPage() {
  const { t } = useTranslation();
  const answer = useQuery({ queryKey: ['overview'], queryFn: () => getJson<OverviewBody>('/api/overview') });
  if (answer.error !== null)
    return <Teach title={t('staff.overview.cannot')}>{refusalOf(answer.error).message}</Teach>;
  if (answer.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  return (
    <>
      <PageHead
        title={t('staff.overview.title', { street: titled(answer.data.street) })}
        note={t('staff.overview.note')}
      />
      <Figures data={answer.data} />
      <DayChart days={answer.data.days} />
      <div className="overview-columns">
        <LateList />
        <ByClass rows={answer.data.byClass} />
      </div>
    </>
  );
}
