import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { homesText } from '../../shared/polls/homes-text.ts';
import { takesBallots } from '../../shared/polls/open.ts';
import { wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey, pollsPath } from '../../shared/polls/sources.ts';
import type { DeskOf } from './poll-desk.tsx';
import { useDeskAct } from './use-desk-act.ts';

export type RollLine = RollBody['rows'][number];
/** Whoever is not among them is found faster than by turning pages. */
const pageSize = 20;

type Shown = 'all' | 'no' | 'yes';

function useRoll({ matter, poll }: DeskOf, find: string, shown: Shown) {
  const wish = {
    limit: String(pageSize),
    ...(find !== '' && { find }),
    ...(shown !== 'all' && { voted: shown }),
  };
  return useInfiniteQuery({
    queryKey: [...pollsKey(matter.community, matter.id), 'roll', poll.id, wish],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...wish, after: String(pageParam) });
      return getJson<RollBody>(`${pollsPath(matter.community, matter.id)}/roll?${asked}`, signal);
    },
    initialPageParam: 0,
    getNextPageParam: ({ rows }) => (rows.length < pageSize ? undefined : rows.at(-1)?.no),
    placeholderData: keepPreviousData,
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

/** 名册: thousands of lines; who stands at the desk is found by name, door or number. */
export function RollTable({
  desk,
  now,
  onVote,
  onAuthorise,
}: {
  readonly desk: DeskOf;
  readonly now: number;
  readonly onVote: (line: RollLine) => void;
  readonly onAuthorise: (line: RollLine) => void;
}) {
  const { t } = useTranslation();
  const words = wordsOf(desk.poll);
  const [find, setFind] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const roll = useRoll(desk, find, shown);
  const stateOf = (line: RollLine): string =>
    line.channel === undefined
      ? t('polls.desk.notYet', words)
      : t(`polls.voted.${line.channel}`, { at: momentText(line.votedAt ?? 0, now, t), ...words });
  return (
    <>
      <div className="roll-tools">
        <Input.Search
          maxLength={40}
          aria-label={t('meetings.desk.find')}
          placeholder={t('meetings.desk.find')}
          onSearch={(text) => setFind(text.trim())}
          onChange={({ target }) => target.value === '' && setFind('')}
        />
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t('meetings.desk.all') },
            { value: 'no', label: t('polls.desk.notYet', words) },
            { value: 'yes', label: t('polls.desk.done', words) },
          ]}
        />
      </div>
      <Table<RollLine>
        className="roll-table"
        size="small"
        rowKey="id"
        loading={roll.isPending || roll.isPlaceholderData}
        dataSource={roll.data?.pages.flatMap(({ rows }) => rows) ?? []}
        pagination={false}
        locale={{ emptyText: t('meetings.desk.nobody') }}
        columns={[
          { title: t('polls.desk.no'), dataIndex: 'no', width: 64 },
          {
            title: t('polls.desk.who'),
            render: (_, { label }) => <span title={label}>{homesText(label, t)}</span>,
          },
          { title: t('polls.desk.state', words), render: (_, line) => stateOf(line) },
          {
            title: t('polls.desk.act'),
            render: (_, line) => (
              <LineActs
                desk={desk}
                line={line}
                now={now}
                onVote={() => onVote(line)}
                onAuthorise={() => onAuthorise(line)}
              />
            ),
          },
        ]}
      />
      {roll.hasNextPage && <Button onClick={() => void roll.fetchNextPage()}>{t('polls.desk.more')}</Button>}
    </>
  );
}
