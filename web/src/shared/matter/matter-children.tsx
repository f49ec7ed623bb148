import { useTranslation } from 'react-i18next';
import type { ChildBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import './matter.css';

/** How one that was called in answered; of what somebody proposed, where it stands. */
function useStanding({ organ, status, outcome, step }: ChildBody): string {
  const { t } = useTranslation();
  if (organ === undefined) return titled(step);
  return status === 'ended'
    ? t(`matter.outcome.${outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })
    : t('matter.children.waiting');
}

function Child({ child, href }: { child: ChildBody; href: string }) {
  return (
    <li>
      <p className="matter-child-line">
        <span className={`child-mark child-${child.status}`}>
          <span aria-hidden="true">{child.status === 'ended' ? '●' : '◌'}</span> {useStanding(child)}
        </span>
        <a href={href}>{titled(child.organ ?? child.title)}</a>
      </p>
      {child.answer !== undefined && <p className="matter-child-answer">{child.answer}</p>}
    </li>
  );
}

/** Those called in, each with what it answered, and what was proposed, each with where it stands; joined in one place. */
export function MatterChildren({
  matters,
  hrefOf,
}: {
  matters: readonly ChildBody[];
  hrefOf: (id: string) => string;
}) {
  const { t } = useTranslation();
  const called = matters.filter(({ organ }) => organ !== undefined);
  const proposed = matters.filter(({ organ }) => organ === undefined);
  const answered = called.filter(({ status }) => status === 'ended').length;
  const groups = [
    {
      title: t('matter.children.title'),
      note: t('matter.children.answered', { answered, count: called.length }),
      all: called,
    },
    {
      title: t('matter.children.proposed'),
      note: t('matter.children.proposedCount', { count: proposed.length }),
      all: proposed,
    },
  ];
  return groups
    .filter(({ all }) => all.length > 0)
    .map(({ title, note, all }) => (
      <section key={title} className="matter-section">
        <h2>
          {title}
          <small>{note}</small>
        </h2>
        <ul className="matter-children">
          {all.map((child) => (
            <Child key={child.id} child={child} href={hrefOf(child.id)} />
          ))}
        </ul>
      </section>
    ));
}
