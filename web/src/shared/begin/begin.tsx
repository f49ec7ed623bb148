import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBody, OpeningBody, OpeningsBody } from '../api/bodies.ts';
import { getJson, refusalOf } from '../api/client.ts';
import { titled } from '../i18n/titles.ts';
import { OpenForm } from './open-form.tsx';
import './begin.css';

type Opening = OpeningsBody['rows'][number];
/** Begun on pages of their own. */
const elsewhere: ReadonlySet<string> = new Set(['complaint', 'help-call', 'weekly-report', 'monthly-topic']);
export const useOpenings = () =>
  useQuery({
    queryKey: ['openings'],
    queryFn: ({ signal }) => getJson<OpeningsBody>('/api/openings', signal),
    select: ({ rows }) => rows.filter(({ procedure }) => !elsewhere.has(procedure.id)),
  });
const keyOf = ({ community, procedure }: Opening): string => `${community.id}/${procedure.id}`;

/** What one may begin; the chosen one tells what will happen and asks for its form. */
export function Begin({ onOpened }: { onOpened: (opened: OpenedBody) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const answer = useOpenings();
  if (answer.error !== null) return <p role="alert">{refusalOf(answer.error).message}</p>;
  if (answer.data === undefined) return <p>{t('matter.begin.looking')}</p>;
  const rows = answer.data;
  if (rows.length === 0) return <p>{t('matter.begin.none')}</p>;
  const several = new Set(rows.map(({ community }) => community.id)).size > 1;
  return (
    <ul className="begin">
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <button
            type="button"
            aria-expanded={chosen === keyOf(row)}
            onClick={() => setChosen(chosen === keyOf(row) ? undefined : keyOf(row))}
          >
            <b>{titled(row.procedure.title)}</b>
            {several && <span>{titled(row.community.title)}</span>}
          </button>
          {chosen === keyOf(row) && (
            <BeginForm row={row} onOpened={onOpened} onClose={() => setChosen(undefined)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function BeginForm({
  row,
  onOpened,
  onClose,
}: {
  row: Opening;
  onOpened: (opened: OpenedBody) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { community, procedure, place } = row;
  const opening = useQuery({
    queryKey: ['opening', procedure.id, community.id],
    queryFn: ({ signal }) =>
      getJson<OpeningBody>(`/api/procedures/${procedure.id}/opening?community=${community.id}`, signal),
  });
  if (opening.error !== null) return <p role="alert">{refusalOf(opening.error).message}</p>;
  if (opening.data === undefined) return <p>{t('matter.begin.looking')}</p>;
  return (
    <div className="begin-form">
      <p className="begin-way">
        {t('matter.begin.way')}
        {opening.data.promise.map(({ title }) => titled(title)).join(' → ')}
      </p>
      <OpenForm
        opening={opening.data}
        title={t('matter.begin.now', { title: titled(procedure.title) })}
        draftKey={`begin.${keyOf(row)}`}
        community={community.id}
        place={place}
        onOpened={onOpened}
        onClose={onClose}
      />
    </div>
  );
}
