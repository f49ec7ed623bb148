import { useTranslation } from 'react-i18next';
import type { ChildBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import './matter.css';

/** Those called in, each with where it stands and what it answered, joined in one place. */
export function MatterChildren({
  matters,
  hrefOf,
}: {
  matters: readonly ChildBody[];
  hrefOf: (id: string) => string;
}) {
  const { t } = useTranslation();
  const answered = matters.filter(({ status }) => status === 'ended').length;
  return (
    <section className="matter-section">
      <h2>
        {t('matter.children.title')}
        <small>{t('matter.children.answered', { answered, count: matters.length })}</small>
      </h2>
      <ul className="matter-children">
        {matters.map((child) => (
          <li key={child.id}>
            <p className="matter-child-line">
              <span className={`child-mark child-${child.status}`}>
                <span aria-hidden="true">{child.status === 'ended' ? '●' : '◌'}</span>{' '}
                {child.status === 'ended'
                  ? t(`matter.outcome.${child.outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })
                  : t('matter.children.waiting')}
              </span>
              <a href={hrefOf(child.id)}>{titled(child.organ ?? child.title)}</a>
            </p>
            {child.answer !== undefined && <p className="matter-child-answer">{child.answer}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
