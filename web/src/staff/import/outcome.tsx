import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportBody, ResidentsImportBody } from '../../shared/api/bodies.ts';
import { saveText } from '../lists/spreadsheet.ts';
import type { ImportedTable } from './table-import.tsx';

type ImportError = ImportBody['errors'][number];

function Errors({ errors }: { errors: readonly ImportError[] }) {
  const { t } = useTranslation();
  return (
    <Table<ImportError>
      size="small"
      rowKey={(error) => `${error.row}-${error.field ?? ''}-${error.message}`}
      dataSource={[...errors]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { dataIndex: 'row', title: t('staff.import.row'), width: 72 },
        { dataIndex: 'field', title: t('staff.import.column'), width: 112 },
        { dataIndex: 'message', title: t('staff.import.wrong') },
      ]}
    />
  );
}

/** Where one sees what was taken in. */
const sees = {
  import: '/matters?channel=hotline',
  registry: '/registry',
  organisations: '/organisations',
  owners: '/registry/buildings',
};

/** What came of it: how many, which rows not and why, and those rows as a file to mend. */
export function Outcome({
  body,
  of = 'import',
  checked = false,
  busy = false,
  onTake,
  onAgain,
}: {
  body: ImportBody | ResidentsImportBody;
  /** Tickets, or a table of the registry: whose words tell it. */
  of?: 'import' | ImportedTable;
  /** Only looked at: nothing has been taken in yet. */
  checked?: boolean;
  busy?: boolean;
  onTake?: () => void;
  onAgain?: () => void;
}) {
  const { t } = useTranslation();
  const { accepted, known, errorCount, errorFile, unusedColumns } = body;
  const key = checked ? 'checked' : errorCount === 0 ? 'done' : 'doneExcept';
  return (
    <section role="status" className="import-outcome">
      <h2>{t(`staff.${of}.${key}`, { ...body, count: errorCount })}</h2>
      {checked && <p className="panel-hint">{t(`staff.${of}.checkedNote`)}</p>}
      {!checked && of === 'import' && known > 0 && (
        <p className="panel-hint">{t('staff.import.known', { count: known })}</p>
      )}
      {unusedColumns.length > 0 && (
        <p className="panel-hint">
          {t('staff.import.unused', { columns: unusedColumns.join(t('matter.comma')) })}
        </p>
      )}
      {errorCount > 0 && (
        <>
          <p>{t('staff.import.mend')}</p>
          <Errors errors={body.errors} />
        </>
      )}
      <div className="page-tools">
        {onTake !== undefined && (
          <Button
            type="primary"
            disabled={accepted === 0 && !('moved' in body && body.moved > 0)}
            loading={busy}
            onClick={onTake}
          >
            {t(`staff.${of}.start`, { count: accepted })}
          </Button>
        )}
        {errorFile !== undefined && (
          <Button
            onClick={() => saveText(`${t(`staff.${of}.errorName`)}.csv`, errorFile, 'text/csv;charset=utf-8')}
          >
            {t('staff.import.errorFile')}
          </Button>
        )}
        {onAgain !== undefined && <Button onClick={onAgain}>{t('staff.import.again')}</Button>}
        {!checked && accepted > 0 && <Link to={sees[of]}>{t(`staff.${of}.see`)}</Link>}
      </div>
    </section>
  );
}
