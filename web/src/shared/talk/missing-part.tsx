import { useTranslation } from 'react-i18next';
import type { ToldMap } from '../api/bodies.ts';

type Attendance = NonNullable<ToldMap['attendance']>;
type Cell = Attendance['age']['cells'][number];
type Way = 'age' | 'building';
const mostNamed = 4;

/** 谁还没来, by age and by building, beside how many live there. */
export function MissingPart({ attendance, least }: { attendance: Attendance; least: number }) {
  const { t } = useTranslation();
  const nameOf = (way: Way, { keys }: Cell): string => {
    const names = keys.map((key) =>
      way === 'building' ? key : t(`talk.missing.band.${key === '' ? 'unknown' : key}`),
    );
    const named = names.slice(0, mostNamed).join(t('matter.comma'));
    return names.length <= mostNamed ? named : `${named}${t('talk.missing.more', { count: names.length })}`;
  };
  return (
    <section className="talk-told">
      <h3>{t('talk.missing.title')}</h3>
      <p className="lr-hint">{t('talk.missing.lead', { count: attendance.of, others: attendance.others })}</p>
      <div className="talk-groups">
        {(['age', 'building'] as const).map((way) => (
          <div key={way} className="talk-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t(`talk.missing.${way}`)}</th>
                  <th scope="col">{t('talk.missing.people')}</th>
                  <th scope="col">{t('talk.missing.took')}</th>
                </tr>
              </thead>
              <tbody>
                {attendance[way].cells.map((cell) => (
                  <tr key={cell.keys.join(' ')}>
                    <th scope="row">{nameOf(way, cell)}</th>
                    <td>{cell.people}</td>
                    <td>
                      {typeof cell.took === 'number' ? cell.took : t(`talk.missing.${cell.took}`, { least })}
                      {cell.isMissing && <em className="talk-missing">◆ {t('talk.missing.isMissing')}</em>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </div>
    </section>
  );
}
