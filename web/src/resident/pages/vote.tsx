import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OwnPollsBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { DueText, useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Notice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { OwnHomes } from '../me/own-homes.tsx';
import { OwnRegistry } from '../me/own-registry.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';
import '../../shared/polls/polls.css';

/** 我要投票: the votes that wait for me, the first to close first. */
export function VotePage() {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <Page
      title={t('resident.home.vote.title')}
      lead={t('polls.lead')}
      back={{ to: '/', title: t('common.home') }}
    >
      {me === undefined ? (
        <Skeleton lines={4} />
      ) : me.person === undefined ? (
        <NeedSignIn why={t('polls.signIn')} />
      ) : (
        <OwnPolls />
      )}
      <Part title={t('resident.teach.how')}>
        <ol className="teach-steps">
          {['one', 'two', 'three'].map((step) => (
            <li key={step}>
              <b>{t(`resident.vote.${step}.title`)}</b>
              <p>{t(`resident.vote.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </Part>
    </Page>
  );
}

function OwnPolls() {
  const { t } = useTranslation();
  const now = useNow();
  const own = useQuery({
    queryKey: ['own-polls'],
    queryFn: ({ signal }) => getJson<OwnPollsBody>('/api/mine/polls', signal),
  });
  if (own.error !== null) return <ErrorNotice refusal={refusalOf(own.error)} />;
  if (own.data === undefined) return <Skeleton lines={4} />;
  const { rows, needsProof } = own.data;
  return (
    <>
      {needsProof && (
        <Part title={t('polls.proveTitle')}>
          <Notice>{t('polls.proveText')}</Notice>
          <OwnRegistry />
        </Part>
      )}
      {rows.length === 0 ? (
        <Empty
          title={t('resident.vote.noneTitle')}
          action={<LinkButton to="/public">{t('resident.home.look.title')}</LinkButton>}
        >
          {t('resident.vote.noneText')}
        </Empty>
      ) : (
        <ul className="own-polls">
          {rows.map((row) => (
            <li key={row.matter}>
              <Link to={`/vote/${row.community}/${row.matter}`}>
                <b>{row.title}</b>
                <span>{titled(row.communityTitle)}</span>
                {row.voted ? (
                  <span className="own-polls-voted">{t('polls.haveVoted')}</span>
                ) : (
                  <DueText due={row.closesAt} now={now} />
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!needsProof && <OwnHomes owned={[]} />}
    </>
  );
}
