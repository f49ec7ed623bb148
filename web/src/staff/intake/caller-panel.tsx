import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallersBody } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { hrefOf } from '../lists/matter-table.tsx';
import { digitsOf, isPhone } from './intake-draft.ts';

/** Who calls, masked, with what they raised before: often the call is about one of these. */
export function CallerPanel({ phone, now }: { phone: string; now: number }) {
  const { t } = useTranslation();
  const digits = digitsOf(phone);
  const found = useQuery({
    queryKey: ['callers', digits],
    queryFn: () => postJson<CallersBody>('/api/callers', { phone: digits }),
    enabled: isPhone(phone),
  });
  if (!isPhone(phone)) return <p className="panel-hint">{t('staff.intake.callerHint')}</p>;
  if (found.data === undefined) return <p className="panel-hint">{t('staff.intake.looking')}</p>;
  const { person } = found.data;
  if (person === undefined || person.earlier.length === 0)
    return <p className="panel-hint">{t('staff.intake.firstCall')}</p>;
  return (
    <>
      <p className="panel-hint">
        {t('staff.intake.earlier', { who: person.masked, count: person.earlier.length })}
      </p>
      <ul className="panel-list">
        {person.earlier.slice(0, 6).map((line) => (
          <li key={line.id}>
            <Link to={hrefOf(line)}>{calledOf(line)}</Link>
            <span>
              {line.number} ·{' '}
              {line.status === 'open'
                ? titled(line.step.title)
                : t(`matter.outcome.${line.outcome ?? 'done'}`)}{' '}
              · {momentText(line.openedAt, now, t)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
