import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { NoticeLine } from '../api/bodies.ts';
import { calledOf, titled } from '../i18n/titles.ts';
import { dayText } from '../matter/dates.ts';
import { StateTag } from '../ui/state-tag.tsx';
import './lines.css';

export const noticeHref = ({ community, matter, seq }: NoticeLine): string =>
  `/notices/${community}/${matter}/${seq}`;

/** Notices, one a row: what is told, until when one may object.. */
export function NoticeRows({ rows, now }: { rows: readonly NoticeLine[]; now: number }) {
  const { t } = useTranslation();
  return (
    <ul className="lr-list lines">
      {rows.map((line) => (
        <li key={`${line.matter}-${line.seq}`}>
          <Link to={noticeHref(line)}>
            <b>{calledOf(line)}</b>
            <small className="lines-state">
              <StateTag tone={line.inForce ? 'info' : 'plain'}>
                {t(line.inForce ? 'resident.notice.inForce' : 'resident.notice.over')}
              </StateTag>
              <span>{t('resident.notice.until', { day: dayText(line.untilAt, now, t) })}</span>
            </small>
            <small>
              <span>{titled(line.procedure.title)}</span>
              <span>{titled(line.communityTitle)}</span>
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
