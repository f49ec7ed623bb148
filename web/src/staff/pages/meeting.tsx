import { linesMeant } from '@liren/core/registry/find-line.ts';
import { Button, Checkbox, Input, Segmented, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { MeetingBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { unbroken } from '../../shared/ui/unbroken.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { Kept } from '../meetings/kept.tsx';
import { LineActs, type RollLine } from '../meetings/line-acts.tsx';
import { useMeeting, useWholeRoll } from '../meetings/sources.ts';
import { useArrivals } from '../meetings/use-arrivals.ts';
import '../meetings/meetings.css';

type Shown = 'all' | 'away' | 'here';
const shownAtOnce = 100;

/** 2026-12-05T19:30 on the wall clock of the street, for an input of the browser; and back. */
const toClock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const fromClock = (text: string): number => Date.parse(`${text}:00+08:00`);

function PaperTime({ at, onAt }: { at: number | undefined; onAt: (at: number | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <label className="desk-paper">
      {t('meetings.desk.paperAt')}
      <input
        type="datetime-local"
        value={at === undefined ? '' : toClock(at)}
        onChange={({ target }) => onAt(target.value === '' ? undefined : fromClock(target.value))}
      />
    </label>
  );
}

function Desk({ meeting }: { meeting: MeetingBody }) {
  const { t } = useTranslation();
  const now = useNow();
  const { community, matter } = meeting;
  const roll = useWholeRoll(community, matter);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [most, setMost] = useState(shownAtOnce);
  const [paperAt, setPaperAt] = useState<number>();
  const own = meeting.items.find((item) => item.matter === matter);
  const over = own === undefined || own.state === 'decided' || own.state === 'over';
  const sitting = { startsAt: meeting.startsAt, over };
  const { arrive, waiting, refused, drop, again } = useArrivals(community, matter, sitting);
  const waits = new Map(waiting.map(({ entry, at }) => [entry, at]));
  const hereAt = (line: RollLine): number | undefined => line.presentAt ?? waits.get(line.id);
  const isMeant = linesMeant(words);
  const lines = (roll.data ?? []).filter(
    (line) => isMeant(line) && (shown === 'all' || (hereAt(line) !== undefined) === (shown === 'here')),
  );
  const stateOf = (line: RollLine): string => {
    const at = hereAt(line);
    if (line.recused) return t('meetings.desk.recused');
    if (at === undefined) return t('meetings.desk.notYet');
    return t(waits.has(line.id) ? 'meetings.desk.waits' : 'meetings.desk.arrived', {
      at: momentText(at, now, t),
    });
  };
  return (
    <>
      <Kept
        waiting={waiting}
        refused={refused}
        nameOf={(entry) => roll.data?.find(({ id }) => id === entry)?.label ?? ''}
        onRead={drop}
      />
      {over ? (
        <p>{t('meetings.desk.over')}</p>
      ) : (
        <div className="desk-tools">
          <Input.Search
            autoFocus
            allowClear
            aria-label={t('meetings.desk.find')}
            placeholder={t('meetings.desk.find')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <Segmented<Shown>
            value={shown}
            onChange={setShown}
            options={(['all', 'away', 'here'] as const).map((value) => ({
              value,
              label: t(`meetings.desk.${value}`),
            }))}
          />
          <Checkbox
            checked={paperAt !== undefined}
            onChange={({ target }) =>
              setPaperAt(target.checked ? Math.min(meeting.startsAt, now) : undefined)
            }
          >
            {t('meetings.desk.paper')}
          </Checkbox>
          {paperAt !== undefined && <PaperTime at={paperAt} onAt={setPaperAt} />}
        </div>
      )}
      {paperAt !== undefined && <p className="desk-note">{t('meetings.desk.paperText')}</p>}
      <Table<RollLine>
        className="desk-roll"
        rowKey="id"
        size="middle"
        loading={roll.isPending}
        dataSource={lines.slice(0, most)}
        pagination={false}
        locale={{ emptyText: t('meetings.desk.nobody') }}
        columns={[
          { title: t('meetings.desk.no'), dataIndex: 'no', width: 56 },
          { title: t('meetings.desk.who'), dataIndex: 'label' },
          { title: t('meetings.desk.state'), render: (_, line) => stateOf(line) },
          {
            title: '',
            align: 'right',
            render: (_, line) => (
              <LineActs
                community={community}
                matter={matter}
                line={line}
                over={over}
                waits={waits.has(line.id)}
                onArrive={() => arrive(line.id, paperAt)}
                onChanged={again}
              />
            ),
          },
        ]}
      />
      {lines.length > most && (
        <Button onClick={() => setMost(most + shownAtOnce)}>
          {t('meetings.desk.more', { count: lines.length - most })}
        </Button>
      )}
    </>
  );
}

function Meeting({ meeting }: { meeting: MeetingBody }) {
  const { t } = useTranslation();
  const now = useNow();
  const { community, matter, hall, place, startsAt, items } = meeting;
  return (
    <article className="meeting-desk">
      <PageHead
        title={`${t('meetings.desk.title')} · ${meeting.name}`}
        note={t('meetings.desk.note', { at: momentText(startsAt, now, t), place })}
        tools={
          <>
            <Button type="primary" href={hall} target="_blank">
              {t('meetings.desk.hall')}
            </Button>
            <Button href={`/m/${community}/${matter}/documents/roll-sheet`} target="_blank">
              {t('meetings.desk.sheet')}
            </Button>
            <Link to={`/matters/${community}/${matter}`}>{t('meetings.desk.back')}</Link>
          </>
        }
      />
      <ul className="desk-items">
        {items.map((item) => (
          <li key={item.matter} className={item.quorate ? 'is-enough' : ''}>
            <b>{item.title}</b>
            <span>
              <span aria-hidden="true">{item.quorate ? '●' : '◌'}</span> {unbroken(item.attendance)}
            </span>
          </li>
        ))}
      </ul>
      <Desk meeting={meeting} />
      <p className="desk-note">{t('meetings.desk.hallText')}</p>
    </article>
  );
}

/** 签到台: whoever sits at the door of the hall. */
export function MeetingPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const answer = useMeeting(community, id);
  if (answer.data !== undefined) return <Meeting key={id} meeting={answer.data} />;
  if (answer.error === null) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return <Teach title={t('staff.matter.cannot')}>{refusalOf(answer.error).message}</Teach>;
}
