import { useMutation } from '@tanstack/react-query';
import { Button, Select, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import {
  columnsOfCsv,
  guessMapping,
  type Mapping,
  type TicketField,
  ticketFields,
} from '../import/columns.ts';
import '../import/import.css';

interface ImportError {
  readonly row: number;
  readonly field?: string;
  readonly message: string;
}
interface ImportBody {
  readonly rows: number;
  readonly accepted: number;
  readonly errors: readonly ImportError[];
}

/** Only the head of the file is read here; the whole of it is read where it is imported. */
async function columnsOf(file: File): Promise<readonly string[]> {
  if (!/\.csv$/i.test(file.name)) return [];
  const bytes = await file.slice(0, 65_536).arrayBuffer();
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.slice(0, 2000).includes('\uFFFD');
  return columnsOfCsv(broken ? new TextDecoder('gb18030').decode(bytes) : utf8);
}

function Columns({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation();
  const set = (field: TicketField, column: string | undefined) => {
    const { [field]: _, ...rest } = mapping;
    onChange(column === undefined || column === '' ? rest : { ...rest, [field]: column });
  };
  return (
    <div className="import-columns">
      {ticketFields.map((field) => (
        <div key={field} className="intake-row">
          <label htmlFor={`column-${field}`}>{t(`staff.import.field.${field}`)}</label>
          <Select
            id={`column-${field}`}
            allowClear
            {...(columns.length === 0 && { mode: 'tags' as const, maxCount: 1 })}
            value={
              mapping[field] === undefined ? null : columns.length === 0 ? [mapping[field]] : mapping[field]
            }
            placeholder={t('staff.import.noColumn')}
            options={columns.map((column) => ({ value: column, label: column }))}
            onChange={(next: string | string[] | null) =>
              set(field, Array.isArray(next) ? next[0] : (next ?? undefined))
            }
          />
        </div>
      ))}
    </div>
  );
}

function Outcome({ body, onAgain }: { body: ImportBody; onAgain: () => void }) {
  const { t } = useTranslation();
  const clean = body.errors.length === 0;
  return (
    <section role="status" className="import-outcome">
      <h2>
        {t(clean ? 'staff.import.done' : 'staff.import.doneExcept', {
          accepted: body.accepted,
          count: body.errors.length,
        })}
      </h2>
      <p>
        {clean ? <Link to="/matters?channel=hotline">{t('staff.import.see')}</Link> : t('staff.import.mend')}
      </p>
      {!clean && (
        <Table<ImportError>
          size="small"
          rowKey={(error) => `${error.row}-${error.field ?? ''}`}
          dataSource={[...body.errors]}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { dataIndex: 'row', title: t('staff.import.row'), width: 80 },
            {
              dataIndex: 'field',
              title: t('staff.import.column'),
              width: 160,
              render: (field: string | undefined) =>
                field === undefined ? '' : t(`staff.import.field.${field}`, { defaultValue: field }),
            },
            { dataIndex: 'message', title: t('staff.import.wrong') },
          ]}
        />
      )}
      <Button onClick={onAgain}>{t('staff.import.again')}</Button>
    </section>
  );
}

/** 导入工单: a spreadsheet of the city hotline, its columns matched, every row in error listed. */
export function ImportPage() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.set('mapping', JSON.stringify(mapping));
      form.set('file', chosen);
      return api<ImportBody>('/api/imports', { method: 'POST', body: form });
    },
  });
  const choose = async (chosen: File) => {
    send.reset();
    setFile(chosen);
    const found = await columnsOf(chosen);
    setColumns(found);
    setMapping(guessMapping(found));
  };
  const again = () => {
    send.reset();
    setFile(undefined);
  };
  const ready = mapping.title !== undefined || mapping.text !== undefined;
  return (
    <>
      <PageHead title={t('staff.import.title')} note={t('staff.import.note')} />
      {send.data !== undefined ? (
        <Outcome body={send.data} onAgain={again} />
      ) : (
        <div className="import">
          <Upload.Dragger
            accept=".csv,.xlsx"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              void choose(chosen);
              return false;
            }}
          >
            <p className="import-drop">{file === undefined ? t('staff.import.drop') : file.name}</p>
            <p className="panel-hint">{t('staff.import.kinds')}</p>
          </Upload.Dragger>
          {file !== undefined && (
            <>
              <h2>{t('staff.import.columns')}</h2>
              <p className="panel-hint">
                {t(columns.length === 0 ? 'staff.import.columnsTyped' : 'staff.import.columnsNote')}
              </p>
              <Columns columns={columns} mapping={mapping} onChange={setMapping} />
              {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
              <div className="page-tools">
                <Button
                  type="primary"
                  disabled={!ready}
                  loading={send.isPending}
                  onClick={() => send.mutate(file)}
                >
                  {t('staff.import.start')}
                </Button>
                {!ready && <span className="panel-hint">{t('staff.import.needTitle')}</span>}
              </div>
            </>
          )}
        </div>
      )}
    </>
  );
}
