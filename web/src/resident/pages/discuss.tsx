import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TalksBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { limitText } from '../../shared/matter/dates.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import '../resident.css';
import '../../shared/talk/talk.css';

type Row = TalksBody['rows'][number];

function Talk({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation();
  const left = row.shown - row.answered;
  const state = row.shown === 0 ? 'none' : left > 0 ? 'todo' : 'done';
  return (
    <li>
      <Link to={`/discuss/${row.community}/${row.matter}`}>
        <b>{row.title}</b>
        <span>{titled(row.communityTitle)}</span>
        <span className={`talk-row-${state}`}>{t(`talk.row.${state}`, { count: left })}</span>
        <span>{t('talk.until', { at: limitText(row.closesAt, now, t) })}</span>
      </Link>
    </li>
  );
}

/** 我来议: what is under discussion now, the first to close first. */
export function DiscussPage() {
  const { t } = useTranslation();
  const now = useNow();
  const open = useQuery({
    queryKey: ['talk'],
    queryFn: ({ signal }) => getJson<TalksBody>('/api/discussions', signal),
  });
  const rows = open.data?.rows;
  return (
    <Page
      title={t('resident.home.discuss.title')}
      lead={t('talk.lead')}
      back={{ to: '/', title: t('common.home') }}
    >
      {open.error !== null && <ErrorNotice refusal={refusalOf(open.error)} />}
      {open.error === null && rows === undefined && <Skeleton lines={4} />}
      {rows?.length === 0 && (
        <Empty
          title={t('resident.discuss.noneTitle')}
          action={<LinkButton to="/public">{t('resident.home.look.title')}</LinkButton>}
        >
          {t('resident.discuss.noneText')}
        </Empty>
      )}
      {rows !== undefined && rows.length > 0 && (
        <ul className="talk-rows">
          {rows.map((row) => (
            <Talk key={row.matter} row={row} now={now} />
          ))}
        </ul>
      )}
      <Part title={t('resident.teach.how')}>
        <ol className="teach-steps">
          {['one', 'two', 'three'].map((step) => (
            <li key={step}>
              <b>{t(`resident.discuss.${step}.title`)}</b>
              <p>{t(`resident.discuss.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </Part>
    </Page>
  );
}
