import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { OrganisationLine } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import '../lists/matter-table.css';
import '../registry/registry.css';

const hrefOf = ({ community, id }: OrganisationLine): string => `/organisations/${community}/${id}`;
const whereOf = ({ communityTitle, grid }: OrganisationLine): string =>
  [titled(communityTitle), ...(grid === undefined ? [] : [titled(grid.title)])].join(' · ');

function Name({ line }: { line: OrganisationLine }) {
  return (
    <div className="row-what">
      <Link to={hrefOf(line)} className="row-title">
        {line.name}
      </Link>
      <p className="row-about">
        <span>{titled(line.kind.title)}</span>
      </p>
      <p className="row-small">
        <span>{line.address}</span>
        {line.code !== undefined && <span className="row-figures">{line.code}</span>}
      </p>
    </div>
  );
}

const columnsFor = (t: Say): TableColumnsType<OrganisationLine> => [
  {
    key: 'name',
    title: t('staff.organisations.name'),
    width: 280,
    render: (_, line) => <Name line={line} />,
  },
  {
    key: 'address',
    title: t('staff.organisations.address'),
    responsive: ['md'],
    render: (_, line) => (
      <>
        {line.address}
        <div className="row-quiet">{whereOf(line)}</div>
      </>
    ),
  },
  {
    key: 'code',
    title: t('staff.organisations.code'),
    width: 200,
    responsive: ['md'],
    render: (_, { code }) =>
      code === undefined ? (
        <span className="row-quiet">{t('staff.registry.unknown')}</span>
      ) : (
        <span className="row-figures">{code}</span>
      ),
  },
  {
    key: 'contact',
    title: t('staff.organisations.contact'),
    width: 180,
    responsive: ['lg'],
    render: (_, { contact, phone }) => (
      <>
        {contact ?? <span className="row-quiet">{t('staff.registry.unknown')}</span>}{' '}
        {phone !== undefined && <span className="row-figures">{phone}</span>}
      </>
    ),
  },
];

/** Organisations one below the other; on a phone each is one block of text. */
export function OrganisationTable({ rows }: { rows: readonly OrganisationLine[] }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Table<OrganisationLine>
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
