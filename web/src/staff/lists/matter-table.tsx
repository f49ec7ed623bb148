import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { MatterLine } from '../../shared/api/bodies.ts';
import { asWritten, calledOf, titled } from '../../shared/i18n/titles.ts';
import { momentText, type Say } from '../../shared/matter/dates.ts';
import { DueMark } from '../../shared/matter/matter-head.tsx';
import './matter-table.css';
import { useRowKeys } from './use-row-keys.ts';

type Line = MatterLine & { readonly taskDueAt?: number };
export const hrefOf = (line: { readonly community: string; readonly id: string }): string =>
  `/matters/${line.community}/${line.id}`;
const keyOf = (line: Line): string => `${line.community}/${line.id}`;

/** When the reader must act, or else when the stage must be over; what ended says how. */
export function Due({ line, now }: { line: Line; now: number }) {
  const { t } = useTranslation();
  const dueAt = line.taskDueAt ?? line.dueAt;
  if (line.status === 'ended')
    return (
      <span className="row-quiet">
        {t(`matter.outcome.${line.outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })}
      </span>
    );
  if (dueAt === undefined) return <span className="row-quiet">{t('staff.list.noLimit')}</span>;
  return (
    <>
      <DueMark dueAt={dueAt} now={now} />
      {line.late && dueAt > now && (
        <span className="row-was-late">
          <span aria-hidden="true">△</span> {t('staff.list.wasLate')}
        </span>
      )}
    </>
  );
}

function What({ line, now }: { line: Line; now: number }) {
  const { t } = useTranslation();
  const about = [line.affair?.title, line.place ?? line.communityTitle].filter((part) => part !== undefined);
  return (
    <div className="row-what">
      <Link to={hrefOf(line)} className="row-title">
        {calledOf(line)}
      </Link>
      <p className="row-about">
        <span className="row-number">{line.number}</span>
        {line.urgency !== 'normal' && (
          <span className={line.urgency === 'critical' ? 'row-critical' : 'row-urgent'}>
            {t(`staff.urgency.${line.urgency}`, { defaultValue: '' })}
          </span>
        )}
        {about.map((part) => (
          <span key={asWritten(part)}>{titled(part)}</span>
        ))}
        {line.joined > 0 && <span>{t('matter.joined', { count: line.joined })}</span>}
      </p>
      <p className="row-small">
        <span>{titled(line.step.title)}</span>
        {line.organ !== undefined && <span>{titled(line.organ.title)}</span>}
        <Due line={line} now={now} />
      </p>
    </div>
  );
}

function columnsFor(t: Say, now: number): TableColumnsType<Line> {
  return [
    { key: 'what', title: t('staff.list.what'), render: (_, line) => <What line={line} now={now} /> },
    {
      key: 'step',
      title: t('staff.list.step'),
      width: 180,
      responsive: ['md'],
      render: (_, line) => (
        <>
          {titled(line.step.title)}
          {line.organ !== undefined && <div className="row-quiet">{titled(line.organ.title)}</div>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('staff.list.due'),
      width: 170,
      responsive: ['md'],
      render: (_, line) => <Due line={line} now={now} />,
    },
    {
      key: 'opened',
      title: t('staff.list.opened'),
      width: 150,
      responsive: ['lg'],
      render: (_, line) => <span className="row-quiet row-figures">{momentText(line.openedAt, now, t)}</span>,
    },
  ];
}

/** Matters one below the other. j and k move, Enter opens; on a phone each is one block of text. */
export function MatterTable({
  rows,
  now,
  loading,
  empty,
}: {
  rows: readonly Line[];
  now: number;
  loading: boolean;
  empty: React.ReactNode;
}) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const columns = useMemo(() => columnsFor(t, now), [t, now]);
  const at = useRowKeys(rows.length, (index) => {
    const line = rows[index];
    if (line !== undefined) go(hrefOf(line));
  });
  if (rows.length === 0 && !loading) return empty;
  return (
    <Table<Line>
      className="matter-table"
      rowKey={keyOf}
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
      loading={loading && rows.length === 0}
      rowClassName={(_, index) => (index === at ? 'row-here' : '')}
      onRow={(line, index) => ({
        'data-row': index,
        'aria-current': index === at ? 'true' : undefined,
        onClick: (event) => {
          if (event.target instanceof Element && event.target.closest('a') === null) go(hrefOf(line));
        },
      })}
    />
  );
}
