import { useTranslation } from 'react-i18next';
import type { MatterBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import { wordsAt } from '../polls/sign.ts';
import { dayText } from './dates.ts';
import './matter.css';

/** 打印和下载: the papers that the record itself writes, the newest first. */
export function MatterDocuments({ matter, now }: { matter: MatterBody; now: number }) {
  const { t } = useTranslation();
  if (matter.documents.length === 0) return null;
  // Of several meetings each has its minutes: the step says which.
  const eventOf = (seq: number) => matter.record.find((event) => event.seq === seq);
  const stepOf = (seq: number): string => {
    const title = eventOf(seq)?.stepTitle;
    return title === undefined ? '' : titled(title);
  };
  return (
    <section className="matter-section lr-no-print" aria-label={t('matter.document.title')}>
      <h2>{t('matter.document.title')}</h2>
      <ul className="matter-documents">
        {matter.documents.toReversed().map(({ kind, seq, at, of }) => (
          <li key={`${kind}-${seq}-${of?.id ?? ''}`}>
            <a
              href={`/m/${matter.community}/${matter.id}/documents/${kind}?seq=${seq}${of === undefined ? '' : `&of=${of.id}`}`}
              target="_blank"
              rel="noreferrer"
            >
              {t(`matter.document.${kind}`, wordsAt(eventOf(seq)))}
              {of !== undefined && `：${of.title}`}
            </a>{' '}
            <small>
              {stepOf(seq)} {dayText(at, now, t)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
