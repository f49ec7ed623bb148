import { Button, QRCode, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { EventBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { MatterNext, titleOf } from '../../shared/matter/matter-head.tsx';
import { MatterRecord } from '../../shared/matter/matter-record.tsx';
import { MatterStations } from '../../shared/matter/matter-stations.tsx';
import { useMatter, useOrgans } from '../../shared/matter/sources.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import '../matter/print.css';

/** Paper is read later: every date stands whole, none says today. */
const onPaper = 0;
const withoutContacts = (record: readonly EventBody[]): readonly EventBody[] =>
  record.map((event) => ({ ...event, said: event.said.filter(({ masked }) => masked === undefined) }));

/** The matter on A4: what it is, where it stands, the record, and a code that leads to the live page. */
export function PrintPage() {
  const { t } = useTranslation();
  const now = useNow();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const { data: matter } = useMatter(community, id);
  const organs = useOrgans(community);
  if (matter === undefined) return <Skeleton active title={false} />;
  const titles = new Map(organs.map(({ id, title }) => [id, titled(title)]));
  const link = `${location.origin}/m/${matter.community}/${matter.id}`;
  const kinds = [
    titled(matter.procedure.title),
    matter.affair === undefined ? '' : `${titled(matter.affair.class)} › ${titled(matter.affair.title)}`,
    titled(matter.urgency.title),
    matter.places.map(({ title }) => titled(title)).join(' › '),
  ];
  return (
    <main className="sheet-page">
      <div className="sheet-tools lr-no-print">
        <Button type="primary" onClick={() => print()}>
          {t('staff.print.now')}
        </Button>
      </div>
      <article className="sheet">
        <header className="sheet-head">
          <div>
            <p>{t('staff.print.heading')}</p>
            <h1>{titleOf(matter)}</h1>
            <p className="sheet-number">{matter.number}</p>
            <p>{kinds.filter((kind) => kind !== '').join('　')}</p>
          </div>
          <figure>
            <div aria-hidden="true">
              <QRCode value={link} size={104} bordered={false} type="svg" />
            </div>
            <figcaption>{t('staff.print.scan')}</figcaption>
          </figure>
        </header>
        <MatterNext matter={matter} now={onPaper} />
        <MatterStations stations={matter.stations} visit={matter.visit} now={onPaper} size="small" />
        <h2>{t('matter.record')}</h2>
        <MatterRecord
          record={withoutContacts(matter.record)}
          now={onPaper}
          titleOf={(id) => titles.get(id)}
        />
        <footer className="sheet-foot">
          <p>{t('staff.print.printedAt', { at: momentText(now, onPaper, t), seq: matter.version })}</p>
          <p>
            {t('staff.print.head')} <code>{matter.head}</code>
          </p>
          <p>{t('staff.print.note')}</p>
        </footer>
      </article>
    </main>
  );
}
