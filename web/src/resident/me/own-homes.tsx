import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRegistryBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';

/** What I own here, and how whoever lives elsewhere shows that they own something. */
export function OwnHomes({ owned }: { owned: OwnRegistryBody['owned'] }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <>
      {owned.length > 0 && (
        <>
          <h3>{t('resident.owned.title')}</h3>
          <ul className="plain-list">
            {owned.map(({ community, communityTitle, address, others }) => (
              <li key={`${community} ${address}`}>
                {titled(communityTitle)} {address}
                {others > 0 && <p className="lr-hint">{t('resident.owned.others', { count: others })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {asks ? (
        <>
          <h3>{t('resident.owned.ask')}</h3>
          <OwnerProof />
        </>
      ) : (
        <div className="lr-buttons">
          <Button onClick={() => setAsks(true)}>{t('resident.owned.ask')}</Button>
        </div>
      )}
    </>
  );
}

/** 业主核对: for whoever owns a home and has no record with their telephone. */
export function OwnerProof({ community: known }: { community?: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [numberEnd, setNumberEnd] = useState('');
  const community = known ?? chosen;
  const prove = useMutation({
    mutationFn: () =>
      postJson(`/api/my-registry/${community}/prove-owner`, {
        name: name.trim(),
        numberEnd: numberEnd.trim(),
      }),
    // Whose ballots are mine is known anew, wherever they are shown.
    onSuccess: () => client.invalidateQueries(),
  });
  const isWhole = community !== '' && name.trim() !== '' && /^[\dA-Za-z]{6}$/.test(numberEnd.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) prove.mutate();
  };
  return (
    <form className="narrow" noValidate onSubmit={submit}>
      <p>{t('resident.owned.text')}</p>
      {known === undefined && <CommunityField value={chosen} onChange={setChosen} />}
      <TextField
        label={t('resident.owned.name')}
        autoComplete="name"
        most={100}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('resident.registry.identityEnd')}
        hint={t('resident.registry.identityEndHint')}
        autoComplete="off"
        most={6}
        value={numberEnd}
        onChange={setNumberEnd}
      />
      {prove.error !== null && <ErrorNotice refusal={refusalOf(prove.error)} />}
      <Button type="submit" busy={prove.isPending} disabled={!isWhole}>
        {t('resident.owned.prove')}
      </Button>
      <p className="lr-hint">{t('resident.owned.desk')}</p>
    </form>
  );
}

function CommunityField({ value, onChange }: { value: string; onChange: (community: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const communities = usePlaces().filter(({ level }) => level === 'community');
  return (
    <div className="lr-field">
      <label htmlFor={id}>{t('resident.owned.community')}</label>
      <select id={id} className="lr-input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="" disabled>
          {t('resident.report.choose')}
        </option>
        {communities.map((place) => (
          <option key={place.id} value={place.id}>
            {titled(place.title)}
          </option>
        ))}
      </select>
    </div>
  );
}
