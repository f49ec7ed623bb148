import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { NoticeBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import { dayText, momentText } from '../../shared/matter/dates.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import { StateTag } from '../../shared/ui/state-tag.tsx';
import { readFigures } from '../figures.ts';
import { monthText } from '../month.ts';
import { ObjectForm } from '../object-form.tsx';
import { RateTable } from '../rate-table.tsx';
import '../public.css';

/** 公示: read here, printed for the board, objected to until it ends. */
export function NoticePage() {
  const { t } = useTranslation();
  const {
    community = '',
    matter = '',
    seq = '',
  } = useParams<Record<'community' | 'matter' | 'seq', string>>();
  const notice = useQuery({
    queryKey: ['notice', community, matter, seq],
    queryFn: ({ signal }) => getJson<NoticeBody>(`/api/notices/${community}/${matter}/${seq}`, signal),
  });
  const back = { to: '/public', title: t('resident.home.look.title') };
  if (notice.data !== undefined)
    return (
      <Page title={calledOf(notice.data)} back={back}>
        <Notice notice={notice.data} />
      </Page>
    );
  if (notice.error === null)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={t('public.notice.cannot')} back={back}>
      <ErrorNotice refusal={refusalOf(notice.error)} />
    </Page>
  );
}

function Notice({ notice }: { notice: NoticeBody }) {
  const { t } = useTranslation();
  const now = useNow();
  const figures = readFigures(notice.figures);
  const page = `/matters/${notice.community}/${notice.matter}`;
  const live = `${window.location.origin}/notices/${notice.community}/${notice.matter}/${notice.seq}`;
  return (
    <>
      <article className="notice">
        <p className="notice-state">
          <StateTag tone={notice.inForce ? 'info' : 'plain'}>
            {t(notice.inForce ? 'resident.notice.inForce' : 'resident.notice.over')}
          </StateTag>
          <span>
            {t('public.notice.window', {
              from: dayText(notice.publishedAt, now, t),
              to: dayText(notice.untilAt, now, t),
            })}
          </span>
          {notice.inForce && (
            <a className="lr-no-print" href="#object">
              {t('public.object.title')}
            </a>
          )}
        </p>
        {notice.text.split(/\n+/).map((line) => (
          <p key={line} className="notice-text">
            {line}
          </p>
        ))}
        {figures !== undefined && (
          <>
            {figures.rankings.map((ranking) => (
              <RateTable
                key={ranking.by}
                ranking={ranking}
                caption={t('public.rates.month', {
                  month: monthText(figures.month, t),
                  by: t(`public.rates.by.${ranking.by}`),
                })}
              />
            ))}
            {figures.formula !== undefined && !notice.text.includes(figures.formula) && (
              <p className="lr-hint">{figures.formula}</p>
            )}
          </>
        )}
        <footer className="notice-foot">
          <div>
            <p className="notice-by">{titled(notice.publisher)}</p>
            <p>{dayText(notice.publishedAt, now, t)}</p>
            <p className="lr-hint">{t('public.notice.live')}</p>
            <p className="notice-address">{live}</p>
          </div>
          <QrCode text={live} label={t('public.notice.scan')} />
        </footer>
      </article>
      <div className="lr-buttons lr-no-print">
        <Button onClick={() => window.print()}>{t('public.notice.print')}</Button>
        <Link className="lr-button lr-button-quiet" to={page}>
          {t('public.notice.record')}
        </Link>
      </div>
      <div className="lr-no-print">
        <Objections notice={notice} now={now} />
        <section className="lr-part" id="object">
          <ObjectForm notice={notice} now={now} />
        </section>
      </div>
    </>
  );
}

function Objections({ notice, now }: { notice: NoticeBody; now: number }) {
  const { t } = useTranslation();
  if (notice.objections.length === 0) return null;
  return (
    <Part title={t('public.notice.objections', { count: notice.objections.length })}>
      <ol className="objections">
        {notice.objections.map((objection) => (
          <li key={objection.n}>
            <p>
              {t('public.notice.objection', { n: objection.n, at: momentText(objection.at, now, t) })}{' '}
              <StateTag tone={objection.answered ? 'done' : 'waiting'}>
                {t(objection.answered ? 'public.notice.answered' : 'public.notice.unanswered')}
              </StateTag>
            </p>
            {objection.answer !== undefined && <p>{objection.answer}</p>}
          </li>
        ))}
      </ol>
    </Part>
  );
}
