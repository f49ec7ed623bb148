import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { PollBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { limitText, momentText } from '../../shared/matter/dates.ts';
import { takesBallots } from '../../shared/polls/open.ts';
import { isDemand, wordsOf } from '../../shared/polls/sign.ts';
import { usePolls } from '../../shared/polls/sources.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Notice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { OwnerProof } from '../me/own-homes.tsx';
import { OwnRegistry } from '../me/own-registry.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import { Ballot } from '../vote/ballot.tsx';
import { Voted } from '../vote/voted.tsx';
import '../resident.css';
import '../../shared/polls/polls.css';

/** 投票: one vote, one ballot a line of the roll that is mine. */
export function BallotPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const me = useMe().data;
  const answer = usePolls(community, id, me !== undefined);
  const poll = answer.data?.polls.find(({ rule }) => rule !== undefined);
  const back = { to: '/vote', title: t('resident.home.vote.title') };
  if (answer.error !== null)
    return (
      <Page title={t('polls.cannot')} back={back}>
        <ErrorNotice refusal={refusalOf(answer.error)} />
      </Page>
    );
  if (answer.data === undefined)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  if (poll === undefined)
    return (
      <Page title={t('polls.cannot')} back={back}>
        <Empty title={t('polls.noPoll')}>{t('polls.noPollText')}</Empty>
      </Page>
    );
  return (
    <Page title={poll.title} back={back}>
      {me?.person === undefined ? (
        <NeedSignIn why={t('polls.signIn')} onDone={() => void answer.refetch()} />
      ) : (
        <Poll community={community} matter={id} poll={poll} />
      )}
    </Page>
  );
}

function Poll({ community, matter, poll }: { community: string; matter: string; poll: PollBody }) {
  const { t } = useTranslation();
  const now = useNow();
  const secret = poll.rule?.ballot === 'secret';
  const words = wordsOf(poll);
  const open = takesBallots(poll, now);
  return (
    <>
      {poll.text !== '' && <p className="ballot-text">{poll.text}</p>}
      <p className="ballot-facts">
        {t(secret ? 'polls.secret' : 'polls.named', words)} ·{' '}
        {!open && poll.opensAt !== undefined && now < poll.opensAt
          ? t('polls.opens', { at: momentText(poll.opensAt, now, t), ...words })
          : t('polls.closes', { at: limitText(poll.closesAt ?? 0, now, t) })}
      </p>
      {isDemand(poll) && poll.countedAt === undefined && poll.opensAt !== undefined && (
        <ul className="poll-legs">
          {poll.progress.map(({ text, met }) => (
            <li key={text} className={met ? 'is-met' : ''}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {poll.candidates.length > 0 && (
        <p>
          <Link to={`/vote/${community}/${matter}/candidates`}>
            {t('polls.candidates.see', { count: poll.candidates.length })}
          </Link>
        </p>
      )}
      {poll.needsProof && (
        <Part title={t('polls.proveTitle')}>
          <Notice>{t('polls.proveText')}</Notice>
          <OwnRegistry />
        </Part>
      )}
      {poll.mine.length === 0 && poll.roll.ofOwners && (
        <Part title={t('polls.proveOwner')}>
          <OwnerProof community={community} />
        </Part>
      )}
      {poll.mine.length === 0 && !poll.needsProof && (
        <Empty
          title={t(poll.roll.ofOwners ? 'polls.noLineYet' : 'polls.notOnRoll', words)}
          action={<LinkButton to={`/matters/${community}/${matter}`}>{t('polls.follow')}</LinkButton>}
        >
          {t('polls.notOnRollText', { roll: titled(poll.roll.title), ...words })}
        </Empty>
      )}
      {poll.mine.map((line) => (
        <section key={line.id} className="ballot-line">
          {(poll.mine.length > 1 || line.as === 'proxy') && (
            <h2 className="ballot-whose">{t(`polls.as.${line.as}`, { label: line.label })}</h2>
          )}
          {line.owners > 1 && <p className="lr-hint">{t('polls.sharedLine', { count: line.owners })}</p>}
          {line.recused && <Notice>{t('polls.recused')}</Notice>}
          {line.voted !== undefined ? (
            <Voted community={community} matter={matter} poll={poll} line={line} now={now} />
          ) : (
            !line.recused && open && <Ballot community={community} matter={matter} poll={poll} line={line} />
          )}
        </section>
      ))}
    </>
  );
}
