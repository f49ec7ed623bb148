import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { NoticeBody, NoticeLine } from '../shared/api/bodies.ts';
import { getJson } from '../shared/api/client.ts';
import { noticeHref } from '../shared/lines/notice-rows.tsx';
import { Skeleton } from '../shared/ui/notice.tsx';
import { Part } from '../shared/ui/page.tsx';
import { readFigures } from './figures.ts';
import { monthText } from './month.ts';
import { RateTable } from './rate-table.tsx';

/** The street's own marks from the latest published ranking: three figures, then the best of the communities. */
export function HowWeDid({ line }: { line: NoticeLine }) {
  const { t } = useTranslation();
  const notice = useQuery({
    queryKey: ['notice', line.community, line.matter, line.seq],
    queryFn: ({ signal }) =>
      getJson<NoticeBody>(`/api/notices/${line.community}/${line.matter}/${line.seq}`, signal),
  });
  if (notice.data === undefined && notice.error === null)
    return (
      <div className="how-waiting">
        <Skeleton lines={6} />
      </div>
    );
  const figures = readFigures(notice.data?.figures);
  if (figures === undefined) return null;
  const [first] = figures.rankings;
  const communities = figures.rankings.find(({ by }) => by === 'community') ?? first;
  const total = first?.total;
  return (
    <Part
      title={t('public.rates.how', { month: monthText(figures.month, t) })}
      tools={<Link to={noticeHref(line)}>{t('public.rates.whole')}</Link>}
    >
      {total?.score !== undefined && (
        <dl className="marks">
          {(['contacted', 'solved', 'satisfied'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`public.rates.${name}`)}</dt>
              <dd>{total[name] ?? '—'}%</dd>
            </div>
          ))}
        </dl>
      )}
      {communities !== undefined && (
        <RateTable ranking={communities} caption={t('public.rates.top')} most={5} />
      )}
    </Part>
  );
}
