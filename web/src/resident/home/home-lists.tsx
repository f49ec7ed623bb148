import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterPage, NoticePage, TaskLine } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { MatterRows } from '../../shared/lines/matter-rows.tsx';
import { NoticeRows } from '../../shared/lines/notice-rows.tsx';
import { LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Part } from '../../shared/ui/page.tsx';
import { BeginLink } from '../begin-link.tsx';

const shown = 5;

function Waiting({ rows, now }: { rows: readonly TaskLine[]; now: number }) {
  const { t } = useTranslation();
  return (
    <Part title={t('resident.home.waits')}>
      <MatterRows rows={rows} now={now} waits={new Map(rows.map((row) => [row.id, row.taskDueAt]))} />
    </Part>
  );
}

function Mine({ waiting, now }: { waiting: readonly TaskLine[]; now: number }) {
  const { t } = useTranslation();
  const mine = useQuery({
    queryKey: ['mine', 'first'],
    queryFn: ({ signal }) => getJson<MatterPage>('/api/mine', signal),
  });
  if (mine.error !== null) return <ErrorNotice refusal={refusalOf(mine.error)} />;
  if (mine.data === undefined) return <Skeleton lines={4} />;
  const others = mine.data.rows.filter(({ id }) => waiting.every((each) => each.id !== id));
  const rows = [...others].sort((a, b) => Number(a.status === 'ended') - Number(b.status === 'ended'));
  if (mine.data.rows.length === 0)
    return (
      <Part title={t('resident.home.mine')}>
        <Empty
          title={t('resident.mine.emptyTitle')}
          action={<LinkButton to="/report">{t('resident.home.report.title')}</LinkButton>}
        >
          {t('resident.mine.emptyText')}
        </Empty>
      </Part>
    );
  if (rows.length === 0) return null;
  return (
    <Part title={t('resident.home.mine')} tools={<Link to="/mine">{t('resident.home.all')}</Link>}>
      <MatterRows rows={rows.slice(0, shown)} now={now} />
    </Part>
  );
}

function Notices({ now }: { now: number }) {
  const { t } = useTranslation();
  const notices = useQuery({
    queryKey: ['notices', 'first'],
    queryFn: ({ signal }) => getJson<NoticePage>('/api/notices', signal),
  });
  const rows = notices.data?.rows.filter(({ inForce }) => inForce) ?? [];
  if (rows.length === 0) return null;
  return (
    <Part title={t('resident.home.notices')} tools={<Link to="/public">{t('resident.home.all')}</Link>}>
      <NoticeRows rows={rows.slice(0, 3)} now={now} />
    </Part>
  );
}

/** For who comes for the first time. */
function How() {
  const { t } = useTranslation();
  return (
    <Part title={t('resident.home.howTitle')}>
      <ol className="teach-steps">
        {['one', 'two', 'three', 'four'].map((step) => (
          <li key={step}>
            <b>{t(`resident.home.how.${step}.title`)}</b>
            <p>{t(`resident.home.how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** Under the doors: what waits for the reader first, then the reader's matters, then notices in force. */
export function HomeLists({
  signedIn,
  known,
  waiting = [],
}: {
  signedIn: boolean;
  /** The server has said who is here. */
  known: boolean;
  waiting: readonly TaskLine[] | undefined;
}) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <>
      {waiting.length > 0 && <Waiting rows={waiting} now={now} />}
      {signedIn && <Mine waiting={waiting} now={now} />}
      {signedIn && (
        <p className="home-begin">
          <BeginLink />
        </p>
      )}
      {known && !signedIn && (
        <Part title={t('resident.home.mine')}>
          <p>
            {t('resident.home.guest')} <Link to="/sign-in?to=%2Fmine">{t('resident.home.guestIn')}</Link>
          </p>
        </Part>
      )}
      <Notices now={now} />
      {known && !signedIn && <How />}
    </>
  );
}
