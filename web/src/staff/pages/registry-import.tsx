import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentsImportBody } from '../../shared/api/bodies.ts';
import { api, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { FileChoice } from '../import/file-choice.tsx';
import { Outcome } from '../import/outcome.tsx';
import { keptCommunities } from '../registry/kept-communities.ts';
import '../import/import.css';

interface Wish {
  readonly file: File;
  readonly community: string;
  readonly dryRun: boolean;
}

function send({ file, community, dryRun }: Wish): Promise<ResidentsImportBody> {
  const form = new FormData();
  form.set('community', community);
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  return api<ResidentsImportBody>('/api/registry/imports', { method: 'POST', body: form });
}

/** 导入底数: a community's household table, checked first, every row in error told. */
export function RegistryImportPage() {
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
      <PageHead title={t('staff.registry.importTitle')} note={t('staff.registry.importNote')} />
      {take.data !== undefined ? (
        <Outcome of="registry" body={take.data} onAgain={() => change(() => setFile(undefined))} />
      ) : (
        <div className="import">
          <FileChoice
            file={file}
            kinds={t('staff.registry.importKinds')}
            onChoose={(chosen) => change(() => setFile(chosen))}
          />
          <p className="panel-hint">{t('staff.registry.importPrivacy')}</p>
          <div className="intake-row import-community">
            <label htmlFor="registry-community">{t('staff.registry.community')}</label>
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
            onClick={() => file !== undefined && check.mutate({ file, community, dryRun: true })}
          >
            {t('staff.registry.check')}
          </Button>
          {check.data !== undefined && file !== undefined && (
            <Outcome
              of="registry"
              body={check.data}
              checked
              busy={take.isPending}
              onTake={() => take.mutate({ file, community, dryRun: false })}
            />
          )}
        </div>
      )}
    </>
  );
}
