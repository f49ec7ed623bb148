import type { Explained } from '@liren/core/record/explained.ts';
import { useTranslation } from 'react-i18next';
import { momentText } from '../matter/dates.ts';
import { useNow } from '../ui/due-text.tsx';
import { Happened } from '../ui/notice.tsx';
import type { Verdict } from './verify.ts';
import './verify.css';

/** Sentences of the core come in Chinese and English. */
export function useSaid(): (said: Explained) => string {
  const { i18n } = useTranslation();
  return (said) => (i18n.language === 'en' ? said.en : said.zh);
}

/** What was checked and holds, what nobody checked, or what is wrong. Needs the sections `matter` and `public`. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const now = useNow();
  const said = useSaid();
  if (!verdict.sound)
    return (
      <div className="lr-notice lr-notice-late verdict" role="alert">
        <b>
          <span aria-hidden="true">◆ </span>
          {t('public.verdict.faulty', { count: verdict.faults.length })}
        </b>
        <p>{t('public.verdict.faultyText')}</p>
        <ul>
          {verdict.faults.map((fault) => (
            <li key={fault.en}>{said(fault)}</li>
          ))}
        </ul>
      </div>
    );
  const { summary } = verdict;
  return (
    <div className="verdict">
      <Happened
        what={t('public.verdict.sound')}
        next={t('public.verdict.soundText', {
          count: summary.length,
          from: momentText(summary.firstAt, now, t),
          to: momentText(summary.lastAt, now, t),
        })}
      />
      <div className="verdict-columns">
        <section>
          <h3>{t('public.verdict.checked')}</h3>
          <ul className="verdict-yes">
            {summary.checked.map((each) => (
              <li key={each.en}>{said(each)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('public.verdict.notChecked')}</h3>
          <ul className="verdict-open">
            {summary.notChecked.map((each) => (
              <li key={each.en}>{said(each)}</li>
            ))}
          </ul>
        </section>
      </div>
      <dl className="verdict-facts">
        <div>
          <dt>{t('public.verdict.matter')}</dt>
          <dd>
            <code>{summary.matter}</code>
          </dd>
        </div>
        <div>
          <dt>{t('public.verdict.head')}</dt>
          <dd>
            <code>{summary.head}</code>
          </dd>
        </div>
      </dl>
    </div>
  );
}
