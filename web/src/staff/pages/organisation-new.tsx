import { useMutation } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { OrganisationArea } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { PageHead } from '../frame/frame.tsx';
import {
  emptyOrganisation,
  OrganisationFields,
  OtherRefusal,
  useAreas,
} from '../organisations/organisation-fields.tsx';
import { Line, Pick, SourceLine } from '../registry/change-form.tsx';
import '../registry/registry.css';

function NewForm({ areas }: { areas: readonly [OrganisationArea, ...OrganisationArea[]] }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [first] = areas;
  const [community, setCommunity] = useState(first.community);
  const area = areas.find((each) => each.community === community) ?? first;
  const [values, setValues] = useState({ ...emptyOrganisation, kind: first.kinds[0]?.id ?? '' });
  const [source, setSource] = useState('visit');
  const send = useMutation({
    mutationFn: () => postJson<{ id: string }>(`/api/organisations/${community}`, { ...values, source }),
    onSuccess: ({ id }) => go(`/organisations/${community}/${id}`),
  });
  const refusal = send.error === null ? undefined : refusalOf(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="change-form" aria-label={t('staff.organisations.newTitle')} onSubmit={submit} noValidate>
      {areas.length > 1 && (
        <Line name="community" label={t('staff.registry.community')}>
          <Pick
            name="community"
            value={community}
            options={areas.map((each) => ({ value: each.community, title: titled(each.title) }))}
            onChange={setCommunity}
          />
        </Line>
      )}
      <OrganisationFields area={area} values={values} refusal={refusal} onChange={setValues} />
      <SourceLine value={source} words="staff.organisations.told" onChange={setSource} />
      <OtherRefusal refusal={refusal} community={community} />
      <div className="change-buttons">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('staff.registry.edit.newSave')}
        </Button>
      </div>
    </form>
  );
}

/** An organisation written down by hand. */
export function OrganisationNewPage() {
  const { t } = useTranslation();
  const [first, ...more] = useAreas()?.filter(({ mayChange }) => mayChange) ?? [];
  return (
    <>
      <PageHead
        title={t('staff.organisations.newTitle')}
        note={t('staff.organisations.newNote')}
        tools={<Link to="/organisations">{t('staff.organisations.back')}</Link>}
      />
      {first === undefined ? <Skeleton active title={false} /> : <NewForm areas={[first, ...more]} />}
    </>
  );
}
