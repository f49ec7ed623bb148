import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrganisationArea, OrganisationAreas } from '../../shared/api/bodies.ts';
import { getJson, type Refusal } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { Line, Pick, Text } from '../registry/change-form.tsx';

/** Communities whose organisations the reader may see, with the kinds and grids to choose from. */
export function useAreas(): readonly OrganisationArea[] | undefined {
  const { data } = useQuery({
    queryKey: ['organisation-areas'],
    queryFn: ({ signal }) => getJson<OrganisationAreas>('/api/organisations', signal),
    staleTime: 300_000,
  });
  return data?.rows;
}

export const organisationFields = [
  'name',
  'kind',
  'code',
  'address',
  'grid',
  'contact',
  'phone',
  'qualification',
  'qualifiedUntil',
] as const;
export type OrganisationValues = Readonly<Record<(typeof organisationFields)[number], string>>;
export const emptyOrganisation: OrganisationValues = {
  name: '',
  kind: '',
  code: '',
  address: '',
  grid: '',
  contact: '',
  phone: '',
  qualification: '',
  qualifiedUntil: '',
};

/** The lines in which an organisation is told. `keeps` says what a masked value is now: left empty, it stays. */
export function OrganisationFields({
  area,
  values,
  refusal,
  keeps = {},
  onChange,
}: {
  area: OrganisationArea;
  values: OrganisationValues;
  refusal: Refusal | undefined;
  keeps?: { readonly contact?: string | undefined; readonly phone?: string | undefined };
  onChange: (values: OrganisationValues) => void;
}) {
  const { t } = useTranslation();
  const set = (name: keyof OrganisationValues) => (value: string) => onChange({ ...values, [name]: value });
  const kind = area.kinds.find(({ id }) => id === values.kind);
  const line = (name: keyof OrganisationValues, hint?: string) => (
    <Line
      name={name}
      label={t(`staff.organisations.${name}`)}
      refusal={refusal}
      {...(hint !== undefined && { hint })}
    >
      <Text
        name={name}
        type={name === 'qualifiedUntil' ? 'date' : name === 'phone' ? 'tel' : 'text'}
        most={name === 'address' ? 200 : 100}
        value={values[name]}
        onChange={set(name)}
      />
    </Line>
  );
  const kept = (name: 'contact' | 'phone') =>
    keeps[name] === undefined
      ? t('staff.registry.edit.mayLack')
      : t('staff.registry.edit.keep', { value: keeps[name] });
  return (
    <>
      <Line name="kind" label={t('staff.organisations.kind')} refusal={refusal}>
        <Pick
          name="kind"
          value={values.kind}
          options={area.kinds.map(({ id, title }) => ({ value: id, title: titled(title) }))}
          onChange={set('kind')}
        />
      </Line>
      {line('name')}
      {line(
        'code',
        t(kind?.codeNeeded === true ? 'staff.organisations.codeNeeded' : 'staff.registry.edit.mayLack'),
      )}
      {line('address', t('staff.organisations.addressHint'))}
      <Line name="grid" label={t('staff.organisations.grid')} refusal={refusal}>
        <Pick
          name="grid"
          value={values.grid}
          options={[
            { value: '', title: t('staff.organisations.gridOfBuilding') },
            ...area.grids.map(({ id, title }) => ({ value: id, title: titled(title) })),
          ]}
          onChange={set('grid')}
        />
      </Line>
      {line('contact', kept('contact'))}
      {line('phone', kept('phone'))}
      {kind?.qualified === true && line('qualification', t('staff.organisations.qualificationHint'))}
      {kind?.qualified === true && line('qualifiedUntil')}
    </>
  );
}

/** A refusal that no line shows, with the way to the other organisation where there is one. */
export function OtherRefusal({ refusal, community }: { refusal: Refusal | undefined; community: string }) {
  const { t } = useTranslation();
  if (refusal === undefined || organisationFields.some((name) => name === refusal.about)) return null;
  const isOther = refusal.code === 'known-code' || refusal.code === 'known-organisation';
  return (
    <>
      <Refused refusal={refusal} />
      {isOther && refusal.about !== undefined && (
        <Link to={`/organisations/${community}/${refusal.about}`}>{t('staff.organisations.other')}</Link>
      )}
    </>
  );
}
