import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { ResidentBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { General, Line, Pick, RelationLine, SourceLine, Text } from '../registry/change-form.tsx';
import { NewHome } from '../registry/change-resident.tsx';
import { civilToday } from '../registry/civil-today.ts';
import { keptCommunities } from '../registry/kept-communities.ts';
import '../registry/registry.css';

/** The home of the resident from whose page the clerk came; it is in no address of the browser. */
function useDoor(community: string, resident: string): string | undefined {
  const { data } = useQuery({
    queryKey: ['resident', community, resident],
    queryFn: ({ signal }) =>
      getJson<ResidentBody>(`/api/registry/residents/${community}/${resident}`, signal),
    enabled: resident !== '',
  });
  return data?.address;
}

const empty = { name: '', identity: '', phone: '', relation: 'other', source: 'told', again: '' };

/** Somebody new, written down by hand. */
export function RegistryNewPage() {
  const { t } = useTranslation();
  const kept = keptCommunities(useMe());
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [community, setCommunity] = useState(search.get('community') ?? kept[0]?.id ?? '');
  const [values, setValues] = useState({ ...empty, day: civilToday() });
  const [typed, setTyped] = useState<string>();
  const [isNew, setNew] = useState(false);
  const door = useDoor(community, search.get('resident') ?? '');
  const address = typed ?? door ?? '';
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const send = useMutation({
    mutationFn: () =>
      postJson<{ id: string }>(`/api/registry/residents/${community}`, { ...values, address, isNew }),
    onSuccess: ({ id }) => go(`/registry/${community}/${id}`),
  });
  const refusal = send.error === null ? undefined : refusalOf(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <>
      <PageHead
        title={t('staff.registry.edit.newTitle')}
        note={t('staff.registry.edit.newNote')}
        tools={<Link to="/registry">{t('staff.registry.back')}</Link>}
      />
      <form
        className="change-form"
        aria-label={t('staff.registry.edit.newTitle')}
        onSubmit={submit}
        noValidate
      >
        {kept.length > 1 && (
          <Line name="community" label={t('staff.registry.community')}>
            <Pick
              name="community"
              value={community}
              options={kept.map(({ id, title }) => ({ value: id, title: titled(title) }))}
              onChange={setCommunity}
            />
          </Line>
        )}
        <Line name="name" label={t('staff.registry.edit.name')} refusal={refusal}>
          <Text name="name" value={values.name} onChange={set('name')} />
        </Line>
        <Line
          name="address"
          label={t('staff.registry.edit.address')}
          hint={t('staff.registry.edit.addressHint')}
          refusal={refusal}
        >
          <Text name="address" value={address} most={200} onChange={setTyped} />
        </Line>
        {(isNew || refusal?.code === 'home-unknown') && <NewHome checked={isNew} onChange={setNew} />}
        <RelationLine value={values.relation} onChange={set('relation')} />
        <Line
          name="identity"
          label={t('staff.registry.identity')}
          hint={t('staff.registry.edit.mayLack')}
          refusal={refusal}
        >
          <Text name="identity" value={values.identity} most={40} onChange={set('identity')} />
        </Line>
        <Line
          name="phone"
          label={t('staff.registry.phone')}
          hint={t('staff.registry.edit.mayLack')}
          refusal={refusal}
        >
          <Text name="phone" type="tel" value={values.phone} most={40} onChange={set('phone')} />
        </Line>
        <Line name="day" label={t('staff.registry.edit.firstDay')} refusal={refusal}>
          <Text name="day" type="date" value={values.day} onChange={set('day')} />
        </Line>
        <SourceLine value={values.source} onChange={set('source')} />
        {(values.again !== '' || refusal?.code === 'asked-erased') && (
          <Line name="again" label={t('staff.registry.edit.again')} refusal={refusal}>
            <Text name="again" value={values.again} most={200} onChange={set('again')} />
          </Line>
        )}
        <General
          refusal={refusal}
          community={community}
          lines={['name', 'address', 'identity', 'phone', 'day', 'again']}
        />
        <div className="change-buttons">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t('staff.registry.edit.newSave')}
          </Button>
        </div>
      </form>
    </>
  );
}
