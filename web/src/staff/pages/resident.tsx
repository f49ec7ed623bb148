import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { ResidentBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { Asked, Propose } from '../registry/ask.tsx';
import { Carers } from '../registry/carers.tsx';
import { ChangeResident } from '../registry/change-resident.tsx';
import { Groups } from '../registry/groups.tsx';
import { Looks, Part } from '../registry/parts.tsx';
import { aboutResident } from '../registry/resident-table.tsx';
import { ShowNumber } from '../registry/show-number.tsx';
import '../registry/registry.css';

function Homes({ homes }: Pick<ResidentBody, 'homes'>) {
  const { t } = useTranslation();
  return (
    <ul className="panel-list">
      {homes.map((home) => (
        <li key={`${home.address}-${home.from}`}>
          {home.address}
          <span>
            {t(`staff.registry.relation.${home.relation}`)} ·{' '}
            {t(home.until === undefined ? 'staff.registry.since' : 'staff.registry.span', home)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a value was; numbers come masked. */
function Former({ field, former }: { field: string; former: string | undefined }) {
  const { t } = useTranslation();
  if (former === undefined) return null;
  const isRelation = field === 'relation' || field === 'moved';
  const value = isRelation ? t(`staff.registry.relation.${former}`, { defaultValue: former }) : former;
  return <> {t('staff.registry.former', { value })}</>;
}

/** A number that was not there before was added, not changed. */
function sayChange(field: string, former: string | undefined, t: Say): string {
  const isNumber = field === 'identity' || field === 'phone';
  const key = isNumber && former !== undefined ? `${field}Was` : field;
  return t(`staff.registry.change.${key}`, { defaultValue: t('staff.registry.change.other') });
}

function Changes({ changes }: Pick<ResidentBody, 'changes'>) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <ul className="panel-list">
      {changes.map(({ field, source, by, at, former, reason }) => (
        <li key={`${at}-${field}`}>
          {sayChange(field, former, t)}
          <Former field={field} former={former} />
          <span>
            {[
              momentText(at, now, t),
              ...(source === ''
                ? []
                : [
                    t(`staff.registry.told.${source}`, {
                      defaultValue: t('staff.registry.source', { source }),
                    }),
                  ]),
              ...(by === undefined || by === '' ? [] : [t('staff.registry.by', { name: by })]),
              ...(reason === undefined ? [] : [t('staff.registry.because', { reason })]),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One resident: numbers masked, every home, where the record comes from, who saw the numbers. */
export function ResidentPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['resident', community, id],
    queryFn: ({ signal }) => getJson<ResidentBody>(`/api/registry/residents/${community}/${id}`, signal),
  });
  const back = <Link to="/registry">{t('staff.registry.back')}</Link>;
  if (error !== null)
    return (
      <Teach title={t('staff.registry.missing')} action={back}>
        {t('staff.registry.missingTeach')}
      </Teach>
    );
  if (data === undefined) return <Skeleton active title={false} />;
  const shown = { mayReveal: data.mayReveal, of: ['resident', community, id] } as const;
  const about = [
    ...aboutResident(data, t),
    titled(data.communityTitle),
    ...(data.grid === undefined ? [] : [titled(data.grid)]),
  ];
  return (
    <>
      <PageHead
        title={data.erasedAt === undefined ? data.name : t('staff.registry.erased')}
        note={about.join(' · ')}
        tools={back}
      />
      {data.mergedInto !== undefined && (
        <p className="panel-hint">
          {t('staff.registry.mergedNote')}{' '}
          <Link to={`/registry/${community}/${data.mergedInto}`}>{t('staff.registry.mergedGo')}</Link>
        </p>
      )}
      {data.erasedAt !== undefined && <p className="panel-hint">{t('staff.registry.erasedNote')}</p>}
      <Part title={t('staff.registry.numbers')}>
        <dl className="resident-numbers">
          <dt>{t('staff.registry.identity')}</dt>
          <dd>
            <ShowNumber masked={data.identity} field="identity" {...shown} />
          </dd>
          <dt>{t('staff.registry.phone')}</dt>
          <dd>
            <ShowNumber masked={data.phone} field="phone" {...shown} />
          </dd>
        </dl>
      </Part>
      <Asked resident={data} />
      {data.mayChange && <ChangeResident resident={data} />}
      {!data.mayChange && data.erasedAt === undefined && data.mergedInto === undefined && (
        <Propose resident={data} />
      )}
      <Groups resident={data} />
      <Carers resident={data} />
      <Part title={t('staff.registry.homes')}>
        <Homes homes={data.homes} />
      </Part>
      <Part title={t('staff.registry.changes')}>
        <Changes changes={data.changes} />
      </Part>
      <Part title={t('staff.registry.looks')}>
        <Looks looks={data.looks} />
      </Part>
    </>
  );
}
