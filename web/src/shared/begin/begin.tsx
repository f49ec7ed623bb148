import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBody, OpeningBody } from '../api/bodies.ts';
import { getJson, refusalOf } from '../api/client.ts';
import { titled } from '../i18n/titles.ts';
import { OpenForm } from './open-form.tsx';
import { type Opening, useOpenings } from './openings.ts';
import './begin.css';

/** Where it may be begun: a community, or a place in it. */
interface Ground {
  readonly community: string;
  readonly place?: string;
  readonly title: string;
}
interface Kind {
  readonly procedure: Opening['procedure'];
  readonly grounds: readonly Ground[];
}
const groundsOf = ({ community, places }: Opening): readonly Ground[] =>
  places === undefined
    ? [{ community: community.id, title: titled(community.title) }]
    : places.map(({ id, title }) => ({ community: community.id, place: id, title: titled(title) }));

/** Every procedure once, however many communities go by it. */
function kindsOf(rows: readonly Opening[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const row of rows) {
    const { procedure } = row;
    const before = kinds.get(procedure.id)?.grounds ?? [];
    kinds.set(procedure.id, { procedure, grounds: [...before, ...groundsOf(row)] });
  }
  return [...kinds.values()];
}

/** What one may begin; the chosen one tells what will happen and asks for its form. */
export function Begin({ onOpened }: { onOpened: (opened: OpenedBody) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const answer = useOpenings();
  if (answer.error !== null) return <p role="alert">{refusalOf(answer.error).message}</p>;
  if (answer.data === undefined) return <p>{t('matter.begin.looking')}</p>;
  const rows = kindsOf(answer.data);
  if (rows.length === 0) return <p>{t('matter.begin.none')}</p>;
  const several = new Set(rows.flatMap(({ grounds }) => grounds.map(({ title }) => title))).size > 1;
  return (
    <ul className="begin">
      {rows.map((row) => {
        const { id, title } = row.procedure;
        const [only, ...others] = row.grounds;
        return (
          <li key={id}>
            <button
              type="button"
              aria-expanded={chosen === id}
              onClick={() => setChosen(chosen === id ? undefined : id)}
            >
              <b>{titled(title)}</b>
              {several && others.length === 0 && <span>{only?.title}</span>}
            </button>
            {chosen === id && (
              <BeginWhere kind={row} onOpened={onOpened} onClose={() => setChosen(undefined)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface FormProps {
  readonly onOpened: (opened: OpenedBody) => void;
  readonly onClose: () => void;
}

/** Asks where, if there is more than one answer. */
function BeginWhere({ kind: { procedure, grounds }, ...rest }: FormProps & { readonly kind: Kind }) {
  const { t } = useTranslation();
  const id = useId();
  const [at, setAt] = useState(grounds.length === 1 ? '0' : '');
  const ground = at === '' ? undefined : grounds[Number(at)];
  return (
    <div className="begin-form">
      {grounds.length > 1 && (
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('matter.begin.where')}
          </label>
          <select id={id} className="field-input" value={at} onChange={({ target }) => setAt(target.value)}>
            <option value="">{t('matter.form.choose')}</option>
            {grounds.map(({ title, community, place }, index) => (
              <option key={place ?? community} value={index}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      {ground !== undefined && (
        <BeginForm key={ground.place ?? ground.community} procedure={procedure} ground={ground} {...rest} />
      )}
    </div>
  );
}

function BeginForm({
  procedure,
  ground: { community, place },
  onOpened,
  onClose,
}: FormProps & Pick<Kind, 'procedure'> & { readonly ground: Ground }) {
  const { t } = useTranslation();
  const opening = useQuery({
    queryKey: ['opening', procedure.id, community],
    queryFn: ({ signal }) =>
      getJson<OpeningBody>(`/api/procedures/${procedure.id}/opening?community=${community}`, signal),
  });
  if (opening.error !== null) return <p role="alert">{refusalOf(opening.error).message}</p>;
  if (opening.data === undefined) return <p>{t('matter.begin.looking')}</p>;
  return (
    <>
      <p className="begin-way">
        {t('matter.begin.way')}
        {opening.data.promise.map(({ title }) => titled(title)).join(' → ')}
      </p>
      <OpenForm
        opening={opening.data}
        title={t('matter.begin.now', { title: titled(procedure.title) })}
        draftKey={`begin.${place ?? community}/${procedure.id}`}
        community={community}
        place={place}
        onOpened={onOpened}
        onClose={onClose}
      />
    </>
  );
}
