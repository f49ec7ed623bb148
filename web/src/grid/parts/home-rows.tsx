import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { civilDay } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { StateTag } from '../../shared/ui/state-tag.tsx';
import type { DayHome } from '../book/day.ts';
import { seenHomes } from '../book/today.ts';
import { useBook, useDay } from '../book/use-book.ts';

const dayMilliseconds = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);

/** When a home is to be visited, in words and with the shape of its lateness. */
export function HomeDue({ home, seenAt }: { home: DayHome; seenAt?: number | undefined }) {
  const { t } = useTranslation();
  const today = civilDay(useNow());
  if (seenAt !== undefined && civilDay(seenAt) === today)
    return <StateTag tone="done">{t('grid.home.seenToday')}</StateTag>;
  if (home.visitedAt === undefined) return <StateTag tone="waiting">{t('grid.home.never')}</StateTag>;
  const late = daysBetween(home.dueOn, today);
  if (late > 0) return <StateTag tone="late">{t('grid.home.late', { count: late })}</StateTag>;
  if (late === 0) return <StateTag tone="waiting">{t('grid.home.today')}</StateTag>;
  return <StateTag tone="plain">{t('grid.home.in', { count: -late })}</StateTag>;
}

export function HomeRows({ homes, short = false }: { homes: readonly DayHome[]; short?: boolean }) {
  const { box } = useBook();
  const day = useDay();
  const seen = seenHomes(day, box);
  const risks = new Map(day.risks.map(({ id, title }) => [id, title]));
  return (
    <ul className="lr-list grid-homes">
      {homes.map((home) => {
        const risk = risks.get(home.risk);
        return (
          <li key={home.id}>
            <Link to={`/homes/${home.id}`}>
              <b>{short ? [home.unit, home.number].filter((part) => part !== '').join('-') : home.address}</b>
              <small>
                <HomeDue home={home} seenAt={seen.get(home.id)} />
                {risk !== undefined && <span>{titled(risk)}</span>}
                <span className="grid-names">{home.people.map(({ name }) => name).join('、')}</span>
              </small>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
