import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DemoRole, DemoRolesBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { setElder } from '../../shared/ui/elder.ts';
import { ErrorNotice } from '../../shared/ui/notice.tsx';

const forStaff = ({ opens }: DemoRole): boolean => opens.startsWith('/staff');

/** The demonstration's entrance: one press and one is that person. */
export function DemoRoles({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [, go] = useLocation();
  const roles = useQuery({
    queryKey: ['demo', 'roles'],
    queryFn: ({ signal }) => getJson<DemoRolesBody>('/api/demo/roles', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const enter = useMutation({
    mutationFn: ({ role }: DemoRole) => postJson('/api/demo/enter', { role }),
    onSuccess: async (_, role) => {
      if (forStaff(role)) return window.location.assign(role.opens);
      setElder(role.role.includes('elder'));
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' });
      go(role.opens);
      window.scrollTo(0, 0);
    },
  });
  const rows = roles.data?.rows ?? [];
  const list = (some: readonly DemoRole[]) => (
    <ul>
      {some.map((role) => (
        <li key={role.role}>
          <button
            type="button"
            aria-pressed={role.person === current}
            disabled={enter.isPending}
            onClick={() => enter.mutate(role)}
          >
            <b>
              {titled(role.title)} <span>{role.person}</span>
            </b>
            <small>{titled(role.says)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="demo-roles" aria-labelledby="demo-roles">
      <h2 id="demo-roles">{t('resident.demo.title')}</h2>
      <p>{t('resident.demo.text')}</p>
      {enter.error !== null && <ErrorNotice refusal={refusalOf(enter.error)} />}
      {list(rows.filter((role) => !forStaff(role)))}
      <details open={window.matchMedia('(min-width: 1000px)').matches}>
        <summary>{t('resident.demo.staff', { count: rows.filter(forStaff).length })}</summary>
        {list(rows.filter(forStaff))}
      </details>
    </section>
  );
}
