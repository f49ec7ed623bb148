import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBody, ResidentsImportBody } from '../../shared/api/bodies.ts';
import { api, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { keptCommunities } from '../registry/kept-communities.ts';
import { FileChoice } from './file-choice.tsx';
import { Outcome } from './outcome.tsx';
import './import.css';

/** Tables of a whole community that are taken in: who lives there, or its organisations. */
const tables = { registry: '/api/registry/imports', organisations: '/api/organisations/imports' } as const;
export type ImportedTable = keyof typeof tables;
type Body = ImportBody | ResidentsImportBody;

interface Wish {
  readonly of: ImportedTable;
  readonly file: File;
  readonly community: string;
  readonly dryRun: boolean;
}

function send({ of, file, community, dryRun }: Wish): Promise<Body> {
  const form = new FormData();
  form.set('community', community);
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  return api<Body>(tables[of], { method: 'POST', body: form });
}

/** A community's table, checked first, every row in error told. */
export function TableImport({ of }: { of: ImportedTable }) {
  const { t } = useTranslation();
  const kept = keptCommunities(useMe());
  const [file, setFile] = useState<File>();
  const [community, setCommunity] = useState(kept[0]?.id ?? '');
  const check = useMutation({ mutationFn: send });
  const take = useMutation({ mutationFn: send });
  const change = (next: () => void) => {
    check.reset();
    take.reset();
    next();
  };
  const error = take.error ?? check.error;
  return (
    <>
      <PageHead title={t(`staff.${of}.importTitle`)} note={t(`staff.${of}.importNote`)} />
      {take.data !== undefined ? (
        <Outcome of={of} body={take.data} onAgain={() => change(() => setFile(undefined))} />
      ) : (
        <div className="import">
          <FileChoice
            file={file}
            kinds={t(`staff.${of}.importKinds`)}
            onChoose={(chosen) => change(() => setFile(chosen))}
          />
          <p className="panel-hint">{t(`staff.${of}.importPrivacy`)}</p>
          <div className="intake-row import-community">
            <label htmlFor="registry-community">{t(`staff.${of}.community`)}</label>
            <Select
              id="registry-community"
              value={community}
              options={kept.map(({ id, title }) => ({ value: id, label: titled(title) }))}
              onChange={(next) => change(() => setCommunity(next))}
            />
          </div>
          {error !== null && <Refused refusal={refusalOf(error)} />}
          <Button
            disabled={file === undefined || community === ''}
            loading={check.isPending}
            onClick={() => file !== undefined && check.mutate({ of, file, community, dryRun: true })}
          >
            {t(`staff.${of}.check`)}
          </Button>
          {check.data !== undefined && file !== undefined && (
            <Outcome
              of={of}
              body={check.data}
              checked
              busy={take.isPending}
              onTake={() => take.mutate({ of, file, community, dryRun: false })}
            />
          )}
        </div>
      )}
    </>
  );
}
