import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody, PollBody } from '../../shared/api/bodies.ts';
import { isDemand, wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey } from '../../shared/polls/sources.ts';
import { AuthorityForm } from './authority-form.tsx';
import { DeskVote } from './desk-vote.tsx';
import { PaperForm } from './paper-form.tsx';
import { type RollLine, RollTable } from './roll-table.tsx';

export interface DeskOf {
  readonly matter: MatterBody;
  readonly poll: PollBody;
}
/** 名册和投票: whoever runs a vote keeps its roll, votes with people at the desk, takes in papers and authorities. */
export function PollDesk({ matter, poll, now }: DeskOf & { readonly now: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = wordsOf(poll);
  const [shown, setShown] = useState(false);
  const [voting, setVoting] = useState<RollLine>();
  const [authorising, setAuthorising] = useState<RollLine>();
  const again = () => client.invalidateQueries({ queryKey: pollsKey(matter.community, matter.id) });
  const onPaper = (poll.rule?.channels ?? []).includes('paper') && poll.opensAt !== undefined;
  return (
    <>
      {poll.differences > 0 && <p>{t('polls.desk.differences', { count: poll.differences, ...words })}</p>}
      {isDemand(poll) && poll.progress.every(({ met }) => met) && <p>{t('polls.desk.enough_sign')}</p>}
      <div className="desk-acts">
        {!shown && <Button onClick={() => setShown(true)}>{t('polls.desk.roll')}</Button>}
        {onPaper && (
          <Link to={`/matters/${matter.community}/${matter.id}/ballots`}>
            <Button tabIndex={-1}>{t('polls.desk.printBallots', words)}</Button>
          </Link>
        )}
      </div>
      {shown && (
        <RollTable desk={{ matter, poll }} now={now} onVote={setVoting} onAuthorise={setAuthorising} />
      )}
      {onPaper && <PaperForm desk={{ matter, poll }} onDone={again} />}
      {voting !== undefined && (
        <DeskVote desk={{ matter, poll }} line={voting} onClose={() => setVoting(undefined)} onDone={again} />
      )}
      {authorising !== undefined && (
        <AuthorityForm desk={{ matter, poll }} line={authorising} onClose={() => setAuthorising(undefined)} />
      )}
    </>
  );
}
