import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody, PollBody, RollBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { takesBallots } from '../../shared/polls/open.ts';
import { isDemand, wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey, pollsPath } from '../../shared/polls/sources.ts';
import { AuthorityForm } from './authority-form.tsx';
import { DeskVote } from './desk-vote.tsx';
import { PaperForm } from './paper-form.tsx';
import { useDeskAct } from './use-desk-act.ts';

export type RollLine = RollBody['rows'][number];
export interface DeskOf {
  readonly matter: MatterBody;
  readonly poll: PollBody;
}
const pageSize = 100;

function useRoll({ matter, poll }: DeskOf, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...pollsKey(matter.community, matter.id), 'roll', poll.id],
    queryFn: ({ pageParam, signal }) =>
      getJson<RollBody>(
        `${pollsPath(matter.community, matter.id)}/roll?after=${pageParam}&limit=${pageSize}`,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ rows }) => (rows.length < pageSize ? undefined : rows.at(-1)?.no),
    enabled,
  });
}

/** 委托: given to whom, or to be given; who gave it may take it back. */
function LineAuthority({
  desk,
  line: { id, authority },
  onAuthorise,
}: {
  desk: DeskOf;
  line: RollLine;
  onAuthorise: () => void;
}) {
  const { t } = useTranslation();
  const act = useDeskAct(desk);
  if (authority === undefined)
    return (
      <Button size="small" onClick={onAuthorise}>
        {t('polls.desk.authority')}
      </Button>
    );
  const { holder, held } = authority;
  return (
    <>
      <Tag>{t('polls.desk.authorityOf', { holder, count: held })}</Tag>
      <Button size="small" onClick={() => act.mutate({ path: 'authorities/undo', body: { entry: id } })}>
        {t('polls.desk.authorityUndo')}
      </Button>
    </>
  );
}

/** What the desk may do for one line of the roll now. */
function LineActs({
  desk,
  line,
  now,
  onVote,
  onAuthorise,
}: {
  desk: DeskOf;
  line: RollLine;
  now: number;
  onVote: () => void;
  onAuthorise: () => void;
}) {
  const { t } = useTranslation();
  const { poll } = desk;
  const act = useDeskAct(desk);
  const words = wordsOf(poll);
  const channels = poll.rule?.channels ?? [];
  const open = takesBallots(poll, now);
  if (line.recused) return <span>{t('polls.desk.recused')}</span>;
  if (line.channel !== undefined)
    return (line.revocableUntil ?? 0) > now ? (
      <Button size="small" onClick={() => act.mutate({ path: 'revocations', body: { entry: line.id } })}>
        {t('polls.desk.takeBack', words)}
      </Button>
    ) : null;
  const loosePaper = channels.includes('paper') && poll.rule?.ballot === 'secret';
  return (
    <span className="desk-acts">
      {open && channels.includes('desk') && (
        <Button size="small" onClick={onVote}>
          {t('polls.desk.vote', words)}
        </Button>
      )}
      {open && loosePaper && (
        <Button
          size="small"
          onClick={() => act.mutate({ path: 'ballots', body: { entry: line.id, channel: 'paper' } })}
        >
          {t('polls.desk.paper')}
        </Button>
      )}
      {channels.includes('proxy') && now < (poll.closesAt ?? now + 1) && (
        <LineAuthority desk={desk} line={line} onAuthorise={onAuthorise} />
      )}
      {line.deliveredAt === undefined ? (
        <Button size="small" onClick={() => act.mutate({ path: 'deliveries', body: { entry: line.id } })}>
          {t('polls.desk.delivered')}
        </Button>
      ) : (
        <Tag>{t('polls.desk.isDelivered')}</Tag>
      )}
    </span>
  );
}

/** 名册和投票: whoever runs a vote keeps its roll, votes with people at the desk, takes in papers and authorities. */
export function PollDesk({ matter, poll, now }: DeskOf & { readonly now: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = wordsOf(poll);
  const [shown, setShown] = useState(false);
  const [voting, setVoting] = useState<RollLine>();
  const [authorising, setAuthorising] = useState<RollLine>();
  const roll = useRoll({ matter, poll }, shown);
  const lines = roll.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const again = () => client.invalidateQueries({ queryKey: pollsKey(matter.community, matter.id) });
  const onPaper = (poll.rule?.channels ?? []).includes('paper') && poll.opensAt !== undefined;
  const stateOf = (line: RollLine): string =>
    line.channel === undefined
      ? t('polls.desk.notYet', words)
      : t(`polls.voted.${line.channel}`, { at: momentText(line.votedAt ?? 0, now, t), ...words });
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
        <Table<RollLine>
          size="small"
          rowKey="id"
          loading={roll.isPending}
          dataSource={lines}
          pagination={false}
          scroll={{ x: 640 }}
          columns={[
            { title: t('polls.desk.no'), dataIndex: 'no', width: 64 },
            { title: t('polls.desk.who'), dataIndex: 'label' },
            { title: t('polls.desk.state', words), render: (_, line) => stateOf(line) },
            {
              title: t('polls.desk.act'),
              render: (_, line) => (
                <LineActs
                  desk={{ matter, poll }}
                  line={line}
                  now={now}
                  onVote={() => setVoting(line)}
                  onAuthorise={() => setAuthorising(line)}
                />
              ),
            },
          ]}
        />
      )}
      {roll.hasNextPage && <Button onClick={() => void roll.fetchNextPage()}>{t('polls.desk.more')}</Button>}
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
