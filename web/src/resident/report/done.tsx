import { useTranslation } from 'react-i18next';
import type { OpenedBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { DueMark } from '../../shared/matter/matter-head.tsx';
import { sayActors } from '../../shared/matter/say-event.ts';
import { useMatter } from '../../shared/matter/sources.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Happened } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';

/** What happened, what comes next, by when. */
export function ReportDone({ opened, onAnother }: { opened: OpenedBody; onAnother: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const next = useMatter(opened.community, opened.id).data?.next;
  return (
    <Page title={t('resident.done.title')}>
      <Happened what={t('resident.done.number')}>
        <p className="report-number">{opened.number}</p>
        <p>{t('resident.done.keep')}</p>
      </Happened>
      <Part title={t('resident.done.next')}>
        <ol className="teach-steps">
          <li>
            <b>{next === undefined ? t('resident.done.firstTitle') : titled(next.title)}</b>
            <p>
              {next !== undefined &&
                next.who.length > 0 &&
                t('resident.done.by', { who: sayActors(next.who, t) })}{' '}
              {next?.dueAt !== undefined && <DueMark dueAt={next.dueAt} now={now} />}
            </p>
          </li>
          <li>
            <b>{t('resident.done.secondTitle')}</b>
            <p>{t('resident.done.secondText')}</p>
          </li>
          <li>
            <b>{t('resident.done.thirdTitle')}</b>
            <p>{t('resident.done.thirdText')}</p>
          </li>
        </ol>
      </Part>
      <div className="lr-buttons">
        <LinkButton to={`/matters/${opened.community}/${opened.id}`} weight="main">
          {t('resident.done.see')}
        </LinkButton>
        <Button onClick={onAnother}>{t('resident.done.another')}</Button>
        <LinkButton to="/" weight="quiet">
          {t('common.notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
