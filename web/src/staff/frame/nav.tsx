import {
  AppstoreOutlined,
  BarChartOutlined,
  BookOutlined,
  BorderOutlined,
  EnvironmentOutlined,
  FileDoneOutlined,
  FormOutlined,
  HeatMapOutlined,
  IdcardOutlined,
  InboxOutlined,
  LineChartOutlined,
  MobileOutlined,
  PhoneOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  ShopOutlined,
  SolutionOutlined,
  TeamOutlined,
  UploadOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { MeBody } from '../../shared/api/bodies.ts';

interface Entry {
  readonly to: string;
  readonly key: string;
  readonly icon: ReactNode;
  /** Shown to whoever holds one of these rights; to everybody when absent. */
  readonly rights?: readonly string[];
  /** Only for who goes from door to door. */
  readonly rounds?: true;
}
/** What one does, what one looks at, whom one looks after, and what is one's own: each set apart by a little space. */
const groups: readonly (readonly Entry[])[] = [
  [
    { to: '/', key: 'inbox', icon: <InboxOutlined /> },
    { to: '/intake', key: 'intake', icon: <PhoneOutlined />, rights: ['intake'] },
    { to: '/window', key: 'window', icon: <FileDoneOutlined />, rights: ['intake'] },
    { to: '/matters', key: 'matters', icon: <AppstoreOutlined /> },
    { to: '/begin', key: 'begin', icon: <FormOutlined /> },
  ],
  [
    { to: '/map', key: 'map', icon: <EnvironmentOutlined /> },
    { to: '/community', key: 'community', icon: <HeatMapOutlined />, rights: ['see-measures', 'registry'] },
    { to: '/overview', key: 'overview', icon: <LineChartOutlined />, rights: ['see-measures'] },
    { to: '/rates', key: 'rates', icon: <BarChartOutlined />, rights: ['see-measures'] },
    { to: '/topics', key: 'topics', icon: <BookOutlined /> },
  ],
  [
    { to: '/registry', key: 'registry', icon: <IdcardOutlined />, rights: ['registry'] },
    { to: '/people', key: 'people', icon: <TeamOutlined />, rights: ['registry', 'see-measures'] },
    { to: '/elected', key: 'elected', icon: <UserSwitchOutlined />, rights: ['registry', 'manage-posts'] },
    { to: '/organisations', key: 'organisations', icon: <ShopOutlined />, rights: ['registry'] },
    { to: '/registry/exports', key: 'exports', icon: <SafetyOutlined />, rights: ['approve-export'] },
    { to: '/rounds', key: 'rounds', icon: <ScheduleOutlined />, rights: ['see-measures'] },
    { to: '/week', key: 'week', icon: <SolutionOutlined />, rounds: true },
    { to: '/grids', key: 'grids', icon: <BorderOutlined />, rights: ['manage-grids'] },
  ],
  [
    { to: '/import', key: 'import', icon: <UploadOutlined />, rights: ['import'] },
    { to: '/me', key: 'me', icon: <UserOutlined /> },
  ],
];

export function Nav({ me, onGo }: { me: MeBody; onGo?: () => void }) {
  const { t } = useTranslation();
  const [here] = useLocation();
  const mayUse = ({ rights, rounds }: Entry): boolean =>
    (rights?.some((right) => me.rights.includes(right)) ?? true) && (rounds !== true || me.rounds);
  const shown = groups.map((entries) => entries.filter(mayUse)).filter((entries) => entries.length > 0);
  const isAbove = (to: string) => here === to || (to !== '/' && here.startsWith(`${to}/`));
  // Of a page and the one that it belongs to, the nearer: 导出审批 lies below 底数.
  const nearest = shown
    .flat()
    .map(({ to }) => to)
    .filter(isAbove)
    .reduce((a, b) => (b.length > a.length ? b : a), '');
  return (
    <nav className="staff-nav" aria-label={t('staff.nav.label')}>
      {shown.map((entries) => (
        <ul key={entries[0]?.key}>
          {entries.map(({ to, key, icon }) => (
            <li key={key}>
              <Link to={to} aria-current={to === nearest ? 'page' : undefined} onClick={() => onGo?.()}>
                <span aria-hidden="true">{icon}</span>
                <span>{t(`staff.nav.${key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ))}
      {me.rounds && (
        <ul>
          <li>
            <a href="/grid">
              <span aria-hidden="true">
                <MobileOutlined />
              </span>
              <span>{t('staff.nav.grid')}</span>
            </a>
          </li>
        </ul>
      )}
    </nav>
  );
}
