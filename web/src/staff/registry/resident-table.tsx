import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ResidentLine } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import '../lists/matter-table.css';
import './registry.css';

const hrefOf = ({ community, id }: ResidentLine): string => `/registry/${community}/${id}`;

/** 女 · 1980 年生: what the identity number tells, as far as there is one. */
export function aboutResident({ sex, bornYear }: ResidentLine, t: Say): readonly string[] {
  return [
    ...(sex === undefined ? [] : [t(`staff.registry.sex.${sex}`)]),
    ...(bornYear === undefined ? [] : [t('staff.registry.born', { year: bornYear })]),
  ];
}

function Who({ line }: { line: ResidentLine }) {
  const { t } = useTranslation();
  return (
    <div className="row-what">
      <Link to={hrefOf(line)} className="row-title">
        {line.name === '' ? t('staff.registry.erased') : line.name}
      </Link>
      <p className="row-about">
        {aboutResident(line, t).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <p className="row-small">
        <span>{line.address ?? t('staff.registry.noHome')}</span>
        {line.identity !== undefined && <span className="row-figures">{line.identity}</span>}
        {line.phone !== undefined && <span className="row-figures">{line.phone}</span>}
      </p>
    </div>
  );
}

function Masked({ value }: { value: string | undefined }) {
  const { t } = useTranslation();
  return value === undefined ? (
    <span className="row-quiet">{t('staff.registry.unknown')}</span>
  ) : (
    <span className="row-figures">{value}</span>
  );
}

const columnsFor = (t: Say): TableColumnsType<ResidentLine> => [
  { key: 'who', title: t('staff.registry.who'), width: 240, render: (_, line) => <Who line={line} /> },
  {
    key: 'home',
    title: t('staff.registry.home'),
    responsive: ['md'],
    render: (_, line) => (
      <>
        {line.address ?? t('staff.registry.noHome')}
        <div className="row-quiet">
          {[
            titled(line.communityTitle),
            line.grid && titled(line.grid),
            line.relation && t(`staff.registry.relation.${line.relation}`),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </div>
      </>
    ),
  },
  {
    key: 'identity',
    title: t('staff.registry.identity'),
    width: 210,
    responsive: ['md'],
    render: (_, { identity }) => <Masked value={identity} />,
  },
  {
    key: 'phone',
    title: t('staff.registry.phone'),
    width: 140,
    responsive: ['md'],
    render: (_, { phone }) => <Masked value={phone} />,
  },
];

/** Residents one below the other; on a phone each is one block of text. */
export function ResidentTable({ rows }: { rows: readonly ResidentLine[] }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Table<ResidentLine>
      className="matter-table resident-table"
      rowKey={({ community, id }) => `${community}/${id}`}
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
      onRow={(line) => ({
        onClick: (event) => {
          if (event.target instanceof Element && event.target.closest('a') === null) go(hrefOf(line));
        },
      })}
    />
  );
}
