import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RecordedBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';

/** 记下了我什么: all that the system keeps of a worker's walking, and what it does not keep. */
export function Recorded({ now }: { now: number }) {
  const { t } = useTranslation();
  const recorded = useQuery({
    queryKey: ['recorded'],
    queryFn: () => getJson<RecordedBody>('/api/fieldwork/recorded'),
  }).data;
  if (recorded === undefined) return null;
  const { entries, raised, first, last, phones, taken } = recorded;
  return (
    <section>
      <h2 className="rounds-part">{t('staff.recorded.title')}</h2>
      <p className="rounds-note">{t('staff.recorded.never')}</p>
      <dl className="home-facts">
        <dt>{t('staff.recorded.entries')}</dt>
        <dd>
          {first === undefined || last === undefined
            ? t('staff.recorded.noEntries')
            : t('staff.recorded.entriesText', {
                count: entries,
                raised,
                first: momentText(first, now, t),
                last: momentText(last, now, t),
              })}
        </dd>
        <dt>{t('staff.recorded.phones')}</dt>
        <dd>
          {phones.length === 0
            ? t('staff.recorded.noPhones')
            : phones
                .map(({ title, seenAt }) =>
                  t('staff.recorded.phone', { title, at: momentText(seenAt, now, t) }),
                )
                .join(t('matter.comma'))}
          <p>
            <Link to="/me">{t('staff.recorded.lost')}</Link>
          </p>
        </dd>
        <dt>{t('staff.recorded.taken')}</dt>
        <dd>
          {taken.length === 0 ? (
            t('staff.recorded.noneTaken')
          ) : (
            <ul className="recorded-taken">
              {taken.map(({ at, phone, homes, residents }) => (
                <li key={`${at}-${phone}`}>
                  {t('staff.recorded.takenText', { at: momentText(at, now, t), phone, homes, residents })}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </section>
  );
}
