import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnsBody, ImportBody, ResidentsImportBody } from '../../shared/api/bodies.ts';
import { api, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { keptCommunities } from '../registry/kept-communities.ts';
import { ColumnTable } from './column-table.tsx';
import { FileChoice } from './file-choice.tsx';
import { Outcome } from './outcome.tsx';
import { type Chosen, lackingIn, takenFor } from './taken-for.ts';
import '../grids/grids.css';
import '../registry/registry.css';
import './import.css';

/** Tables of a whole community that are taken in: who lives there, who owns the homes, or its organisations. */
const tables = {
  registry: '/api/registry/imports',
  organisations: '/api/organisations/imports',
  owners: '/api/registry/owners/imports',
} as const;
export type ImportedTable = keyof typeof tables;
type Body = ImportBody | ResidentsImportBody;

interface Wish {
  readonly of: ImportedTable;
  readonly file: File;
  readonly community: string;
  readonly titlesIn: number | undefined;
  readonly chosen: Chosen;
  readonly dryRun: boolean;
}

function formOf({ file, community, titlesIn, chosen, dryRun }: Omit<Wish, 'of'>): FormData {
  const form = new FormData();
  form.set('community', community);
  form.set('dryRun', String(dryRun));
  if (titlesIn !== undefined) form.set('titlesIn', String(titlesIn));
  const said = Object.entries(chosen).map(([title, field]) => ({ title, field }));
  if (said.length > 0) form.set('chosen', JSON.stringify(said));
  form.set('file', file);
  return form;
}
const send = ({ of, ...wish }: Wish): Promise<Body> =>
  api<Body>(tables[of], { method: 'POST', body: formOf(wish) });

/** What the columns of the file would be taken for, as soon as there is one. */
function useColumns(
  of: ImportedTable,
  file: File | undefined,
  community: string,
  titlesIn: number | undefined,
) {
  const name = file === undefined ? '' : `${file.name} ${file.size} ${file.lastModified}`;
  return useQuery({
    queryKey: ['import-columns', of, community, name, titlesIn],
    queryFn: () => {
      if (file === undefined) throw new Error('no file yet');
      const form = formOf({ file, community, titlesIn, chosen: {}, dryRun: true });
      return api<ColumnsBody>(`${tables[of]}/columns`, { method: 'POST', body: form });
    },
    enabled: file !== undefined && community !== '',
    // What was remembered since must be heard.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** A community's table, checked first, every row in error told. */
export function TableImport({ of }: { of: ImportedTable }) {
  const { t } = useTranslation();
  const kept = keptCommunities(useMe());
  const [file, setFile] = useState<File>();
  const [community, setCommunity] = useState(kept[0]?.id ?? '');
  const check = useMutation({ mutationFn: send });
  const take = useMutation({ mutationFn: send });
  const [titlesIn, setTitlesIn] = useState<number>();
  const [chosen, setChosen] = useState<Chosen>({});
  const columns = useColumns(of, file, community, titlesIn);
  const change = (next: () => void) => {
    check.reset();
    take.reset();
    next();
  };
  const anew = () => {
    setTitlesIn(undefined);
    setChosen({});
  };
  const error = take.error ?? check.error ?? columns.error;
  const isReady =
    columns.data !== undefined && lackingIn(columns.data, takenFor(columns.data, chosen)) === undefined;
  const wish = (dryRun: boolean) =>
    file === undefined ? undefined : { of, file, community, titlesIn, chosen, dryRun };
  const run = (mutation: typeof check, dryRun: boolean) => {
    const asked = wish(dryRun);
    if (asked !== undefined) mutation.mutate(asked);
  };
  return (
    <>
      <PageHead title={t(`staff.${of}.importTitle`)} note={t(`staff.${of}.importNote`)} />
      {take.data !== undefined ? (
        <Outcome
          of={of}
          body={take.data}
          onAgain={() =>
            change(() => {
              setFile(undefined);
              anew();
            })
          }
        />
      ) : (
        <div className="import">
          <FileChoice
            file={file}
            kinds={t(`staff.${of}.importKinds`)}
            onChoose={(next) =>
              change(() => {
                setFile(next);
                anew();
              })
            }
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
          {columns.data !== undefined && (
            <ColumnTable
              of={of}
              body={columns.data}
              chosen={chosen}
              onChoose={(next) => change(() => setChosen(next))}
              titlesIn={titlesIn}
              onTitlesIn={(row) =>
                change(() => {
                  setTitlesIn(row);
                  setChosen({});
                })
              }
            />
          )}
          <Button disabled={!isReady} loading={check.isPending} onClick={() => run(check, true)}>
            {t(`staff.${of}.check`)}
          </Button>
          {check.data !== undefined && file !== undefined && (
            <Outcome
              of={of}
              body={check.data}
              checked
              busy={take.isPending}
              onTake={() => run(take, false)}
            />
          )}
        </div>
      )}
    </>
  );
}
