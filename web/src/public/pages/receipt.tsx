import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { ReceiptBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dueText, limitOfStage, momentText } from '../../shared/matter/dates.ts';
import { MatterNext } from '../../shared/matter/matter-head.tsx';
import { MatterStations } from '../../shared/matter/matter-stations.tsx';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import '../../shared/matter/matter.css';
import '../receipt.css';

/** Paper is read later: its dates stand whole, none says today. */
const whole = 0;

const kindOf = ({ papers }: ReceiptBody): 'asked' | 'title' | 'lacking' =>
  papers === undefined ? 'asked' : papers.whole ? 'title' : 'lacking';

function Facts({ receipt }: { receipt: ReceiptBody }) {
  const { t } = useTranslation();
  const { promised, holder } = receipt;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['item', <b key="item">{titled(receipt.item)}</b>],
    ['number', receipt.number],
    ['window', t('services.receipt.windowOf', { community: titled(receipt.community) })],
    ['askedAt', momentText(receipt.askedAt, whole, t)],
    [
      'promise',
      promised === undefined ? '' : t('services.receipt.promised', { limit: limitOfStage(promised, t) }),
    ],
    ['holder', holder === undefined ? '' : titled(holder)],
  ];
  return (
    <dl className="receipt-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`services.receipt.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The papers that were taken in; before that, all that is lacking, told once. */
function Papers({ receipt }: { receipt: ReceiptBody }) {
  const { t } = useTranslation();
  const { papers } = receipt;
  const until = receipt.next?.dueAt;
  if (papers === undefined) return <p className="lr-hint">{t('services.receipt.notYet')}</p>;
  return (
    <>
      {papers.lists.map(({ title, values }, i) => (
        <section key={titled(title)} className="receipt-papers">
          <h2>{titled(title)}</h2>
          <ol>
            {values.map((value) => (
              <li key={titled(value)}>{titled(value)}</li>
            ))}
          </ol>
          {!papers.whole && i === 0 && (
            <p>
              {t('services.receipt.lackingText')}
              {until !== undefined && t('services.receipt.until', { until: dueText(until, whole, t) })}
            </p>
          )}
        </section>
      ))}
      <p className="lr-hint">
        {t(papers.whole ? 'services.receipt.takenAt' : 'services.receipt.toldAt')}{' '}
        {momentText(papers.at, whole, t)}
      </p>
    </>
  );
}

/** Paper is stamped by the window and signed for by who takes the result. */
function PaperFoot({ now }: { now: number }) {
  const { t } = useTranslation();
  return (
    <footer className="receipt-foot">
      <p>{t('services.receipt.stamp')}</p>
      <p>{t('services.receipt.sign')}</p>
      <p>{t('services.receipt.printed', { at: momentText(now, whole, t) })}</p>
    </footer>
  );
}

function Receipt({ receipt }: { receipt: ReceiptBody }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <Page title={t(`services.receipt.${kindOf(receipt)}`)}>
      <article className="receipt">
        <div className="receipt-head">
          <Facts receipt={receipt} />
          <figure>
            <QrCode text={window.location.href} label={t('services.receipt.scan')} size={112} />
            <figcaption>{t('services.receipt.scan')}</figcaption>
          </figure>
        </div>
        <MatterNext matter={receipt} now={now} />
        <Papers receipt={receipt} />
        <Part title={t('services.receipt.stands')}>
          <MatterStations stations={receipt.stations} now={now} />
        </Part>
        <p className="lr-hint">{t('services.receipt.keep')}</p>
        <PaperFoot now={now} />
      </article>
      <div className="lr-buttons lr-no-print">
        <Button onClick={() => window.print()}>{t('services.receipt.print')}</Button>
      </div>
    </Page>
  );
}

/** 受理单: whoever holds the link, without signing in. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { community = '', id = '', mark = '' } = useParams<{ community: string; id: string; mark: string }>();
  const path = `/api/receipts/${[community, id, mark].map(encodeURIComponent).join('/')}`;
  const answer = useQuery({
    queryKey: ['receipt', community, id, mark],
    queryFn: ({ signal }) => getJson<ReceiptBody>(path, signal),
    retry: false,
  });
  if (answer.data !== undefined) return <Receipt receipt={answer.data} />;
  if (answer.error === null)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={t('services.receipt.cannot')} lead={t('services.receipt.cannotText')}>
      <div className="lr-buttons">
        <LinkButton to="/services" weight="main">
          {t('services.title')}
        </LinkButton>
      </div>
    </Page>
  );
}
