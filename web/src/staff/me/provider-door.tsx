import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProviderBegun, StaffWays } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { whereTo } from './where-to.ts';

/** Why somebody who comes back from the provider is not in. */
export function RefusedOnReturn() {
  const { t, i18n } = useTranslation();
  const code = new URLSearchParams(location.search).get('refused') ?? '';
  if (!i18n.exists(`staff.refused.${code}`)) return null;
  return <Refused refusal={{ code, message: t(`staff.refused.${code}`) }} />;
}

/** The government's identity provider, where the operator named one. */
export function ProviderDoor() {
  const { t } = useTranslation();
  const provider = useQuery({
    queryKey: ['staff-ways'],
    queryFn: () => getJson<StaffWays>('/api/auth/staff/ways'),
    retry: false,
  }).data?.provider;
  const begin = useMutation({
    mutationFn: () => postJson<ProviderBegun>('/api/auth/staff/provider', { to: whereTo() }),
    onSuccess: ({ url }) => location.assign(url),
  });
  if (provider === undefined || provider === null) return null;
  const { name } = provider;
  return (
    <div className="sign-in-form">
      <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
        {name === null ? t('staff.provider.enter') : t('staff.provider.enterBy', { name })}
      </Button>
      {begin.error !== null && <Refused refusal={refusalOf(begin.error)} />}
      <p className="panel-hint">{t('staff.provider.or')}</p>
    </div>
  );
}
