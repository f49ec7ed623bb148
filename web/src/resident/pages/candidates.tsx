import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { PollBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { usePolls } from '../../shared/polls/sources.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import '../resident.css';
import '../../shared/polls/polls.css';

type Candidate = PollBody['candidates'][number];

function Person({ candidate: { name, from, nominatedBy, nominators, text } }: { candidate: Candidate }) {
  const { t } = useTranslation();
  return (
    <li>
      <h3>{name}</h3>
      <p className="candidate-facts">
        {[
          ...(from === undefined ? [] : [from]),
          t(`polls.candidates.by.${nominatedBy}`, { count: nominators ?? 0 }),
        ].join(' · ')}
      </p>
      <p className={text === undefined ? 'lr-hint' : 'candidate-says'}>
        {text ?? t('polls.candidates.silent')}
      </p>
    </li>
  );
}

/** One vote's candidates. Their order is that of the ballot, and nothing that readers do here changes it. */
function Standing({ poll }: { poll: PollBody }) {
  const { t } = useTranslation();
  const isFinal = poll.opensAt !== undefined;
  const seats = poll.countedAt === undefined ? poll.rule?.most : undefined;
  return (
    <>
      <p>
        {seats !== undefined && t('polls.candidates.seats', { count: poll.candidates.length, seats })}
        {t('polls.candidates.order')}
        {!isFinal && t('polls.candidates.notYet')}
      </p>
      <ol className="candidate-list">
        {poll.candidates.map((candidate) => (
          <Person key={candidate.id} candidate={candidate} />
        ))}
      </ol>
    </>
  );
}

/** 候选人: who stands, where they live, who put them forward and what they say of themselves. */
export function CandidatesPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const answer = usePolls(community, id);
  const votes = (answer.data?.polls ?? []).filter(({ candidates }) => candidates.length > 0);
  const back = { to: `/matters/${community}/${id}`, title: t('polls.follow') };
  const [newest, ...earlier] = votes;
  return (
    <Page
      title={t('polls.candidates.title')}
      lead={newest?.opensAt === undefined ? undefined : newest.title}
      back={back}
    >
      {answer.error !== null && <ErrorNotice refusal={refusalOf(answer.error)} />}
      {answer.data === undefined && answer.error === null && <Skeleton lines={6} />}
      {answer.data !== undefined && newest === undefined && (
        <Empty title={t('polls.candidates.none')} action={<LinkButton to={back.to}>{back.title}</LinkButton>}>
          {t('polls.candidates.noneText')}
        </Empty>
      )}
      {newest !== undefined && <Standing poll={newest} />}
      {earlier.map((poll) => (
        <Part key={poll.id} title={poll.title}>
          <Standing poll={poll} />
        </Part>
      ))}
    </Page>
  );
}
