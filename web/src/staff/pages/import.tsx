import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBody } from '../../shared/api/bodies.ts';
import { api, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { ColumnChoice } from '../import/column-choice.tsx';
import { columnsOfCsv, guessMapping, type Mapping } from '../import/columns.ts';
import { FileChoice } from '../import/file-choice.tsx';
import { Outcome } from '../import/outcome.tsx';
import '../import/import.css';

/** Only the head of the file is read here; the whole of it is read where it is imported. */
async function columnsOf(file: File): Promise<readonly string[]> {
  if (!/\.csv$/i.test(file.name)) return [];
  const bytes = await file.slice(0, 65_536).arrayBuffer();
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.slice(0, 2000).includes('\uFFFD');
  return columnsOfCsv(broken ? new TextDecoder('gb18030').decode(bytes) : utf8);
}

interface Wish {
  readonly file: File;
  readonly mapping: Mapping;
  readonly community: string | undefined;
  readonly dryRun: boolean;
}

function send({ file, mapping, community, dryRun }: Wish): Promise<ImportBody> {
  const form = new FormData();
  if (Object.keys(mapping).length > 0) form.set('mapping', JSON.stringify(mapping));
  if (community !== undefined) form.set('community', community);
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  return api<ImportBody>('/api/imports', { method: 'POST', body: form });
}

/** 导入工单: a spreadsheet of the city hotline, its columns matched, checked first, every row in error told. */
export function ImportPage() {
  const { t } = useTranslation();
  const { communities } = useMe();
  const [file, setFile] = useState<File>();
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const [community, setCommunity] = useState<string>();
  const check = useMutation({ mutationFn: send });
  const take = useMutation({ mutationFn: send });
  const again = () => {
    check.reset();
    take.reset();
    setFile(undefined);
  };
  const choose = async (chosen: File) => {
    check.reset();
    setFile(chosen);
    const found = await columnsOf(chosen);
    setColumns(found);
    setMapping(guessMapping(found));
  };
  const change = (next: Mapping) => {
    check.reset();
    setMapping(next);
  };
  const ready = columns.length === 0 || mapping.title !== undefined || mapping.text !== undefined;
  const error = take.error ?? check.error;
  return (
    <>
      <PageHead title={t('staff.import.title')} note={t('staff.import.note')} />
      {take.data !== undefined ? (
        <Outcome body={take.data} onAgain={again} />
      ) : (
        <div className="import">
          <FileChoice
            file={file}
            kinds={t('staff.import.kinds')}
            onChoose={(chosen) => void choose(chosen)}
          />
          {file !== undefined && (
            <>
              <h2>{t('staff.import.columns')}</h2>
              <p className="panel-hint">
                {t(columns.length === 0 ? 'staff.import.columnsTyped' : 'staff.import.columnsNote')}
              </p>
              <ColumnChoice columns={columns} mapping={mapping} onChange={change} />
              <div className="intake-row import-community">
                <label htmlFor="import-community">{t('staff.import.community')}</label>
                <Select
                  id="import-community"
                  allowClear
                  value={community ?? null}
                  options={communities.map(({ id, title }) => ({ value: id, label: titled(title) }))}
                  onChange={(next: string | null) => setCommunity(next ?? undefined)}
                />
              </div>
              {error !== null && <Refused refusal={refusalOf(error)} />}
              <div className="page-tools">
                <Button
                  disabled={!ready}
                  loading={check.isPending}
                  onClick={() => check.mutate({ file, mapping, community, dryRun: true })}
                >
                  {t('staff.import.check')}
                </Button>
                {!ready && <span className="panel-hint">{t('staff.import.needTitle')}</span>}
              </div>
              {check.data !== undefined && (
                <Outcome
                  body={check.data}
                  checked
                  busy={take.isPending}
                  onTake={() => take.mutate({ file, mapping, community, dryRun: false })}
                />
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}
