import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { OrganisationBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { asTitle, titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ChangeOrganisation } from '../organisations/change-organisation.tsx';
import { useAreas } from '../organisations/organisation-fields.tsx';
import { Looks, Part } from '../registry/parts.tsx';
import { ShowNumber } from '../registry/show-number.tsx';
import '../registry/registry.css';

/** Kinds and grids bear names from data; whatever else somebody wrote. */
const isTitle = (field: string): boolean => field === 'kind' || field === 'grid';

function Changes({ changes }: Pick<OrganisationBody, 'changes'>) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <ul className="panel-list">
      {changes.map(({ field, source, by, at, former }) => (
        <li key={`${at}-${field}`}>
          {t(`staff.organisations.change.${field}`, {
            field: t(`staff.organisations.${field}`),
            defaultValue: t('staff.organisations.change.other', { field: t(`staff.organisations.${field}`) }),
          })}{' '}
          {former !== undefined &&
            t('staff.registry.former', { value: isTitle(field) ? titled(asTitle(former)) : former })}
          <span>
            {[
              momentText(at, now, t),
              t(`staff.organisations.told.${source}`, {
                defaultValue: t('staff.registry.source', { source }),
              }),
              ...(by === undefined || by === '' ? [] : [t('staff.registry.by', { name: by })]),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ organisation }: { organisation: OrganisationBody }) {
  const { t } = useTranslation();
  const { community, id, mayReveal, code, address, qualification, qualifiedUntil } = organisation;
  const shown = { mayReveal, of: ['organisation', community, id] } as const;
  return (
    <dl className="resident-numbers">
      <dt>{t('staff.organisations.address')}</dt>
      <dd>{address}</dd>
      <dt>{t('staff.organisations.code')}</dt>
      <dd>{code ?? <span className="row-quiet">{t('staff.registry.unknown')}</span>}</dd>
      {qualification !== undefined && (
        <>
          <dt>{t('staff.organisations.qualification')}</dt>
          <dd>{t('staff.organisations.until', { qualification, day: qualifiedUntil })}</dd>
        </>
      )}
      <dt>{t('staff.organisations.contact')}</dt>
      <dd>
        <ShowNumber masked={organisation.contact} field="contact" {...shown} />
      </dd>
      <dt>{t('staff.organisations.phone')}</dt>
      <dd>
        <ShowNumber masked={organisation.phone} field="phone" {...shown} />
      </dd>
    </dl>
  );
}

/** One organisation: contacts masked, where each value comes from, who saw the contacts. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams();
  const area = useAreas()?.find((each) => each.community === community);
  const { data, error } = useQuery({
    queryKey: ['organisation', community, id],
    queryFn: ({ signal }) => getJson<OrganisationBody>(`/api/organisations/${community}/${id}`, signal),
  });
  const back = <Link to="/organisations">{t('staff.organisations.back')}</Link>;
  if (error !== null)
    return (
      <Teach title={t('staff.organisations.missing')} action={back}>
        {t('staff.registry.missingTeach')}
      </Teach>
    );
  if (data === undefined) return <Skeleton active title={false} />;
  const about = [
    titled(data.kind.title),
    titled(data.communityTitle),
    ...(data.grid === undefined ? [] : [titled(data.grid.title)]),
    ...(data.closedOn === undefined ? [] : [t('staff.organisations.closedOn', { day: data.closedOn })]),
  ];
  return (
    <>
      <PageHead title={data.name} note={about.join(' · ')} tools={back} />
      <Facts organisation={data} />
      {data.mayChange && area !== undefined && <ChangeOrganisation organisation={data} area={area} />}
      <Part title={t('staff.registry.changes')}>
        <Changes changes={data.changes} />
      </Part>
      <Part title={t('staff.organisations.looks')}>
        <Looks looks={data.looks} />
      </Part>
    </>
  );
}
