import { useTranslation } from 'react-i18next';
import type { ChildBody, EventBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import './matter.css';
import { entrustedIn } from './say-event.ts';

/** How one that was called in answered; of what somebody proposed, where it stands. */
function useStanding({ organ, status, outcome, step }: ChildBody): string {
  const { t } = useTranslation();
  if (organ === undefined) return titled(step);
  return status === 'ended'
    ? t(`matter.outcome.${outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })
    : t('matter.children.waiting');
}

function Child({
  child,
  task,
  href,
}: {
  child: ChildBody;
  /** What it is, where an organ was entrusted with something that has a name. */
  task: string | undefined;
  href: string;
}) {
  return (
    <li>
      <p className="matter-child-line">
        <span className={`child-mark child-${child.status}`}>
          <span aria-hidden="true">{child.status === 'ended' ? '●' : '◌'}</span> {useStanding(child)}
        </span>
        <span>
          <a href={href}>{task ?? titled(child.organ ?? child.title)}</a>
          {task !== undefined && child.organ !== undefined && <small> {titled(child.organ)}</small>}
        </span>
      </p>
      {child.answer !== undefined && <p className="matter-child-answer">{child.answer}</p>}
    </li>
  );
}

/** What was entrusted, those called in, each with what it answered, and what was proposed, each with where it stands. */
export function MatterChildren({
  matters,
  record,
  hrefOf,
}: {
  matters: readonly ChildBody[];
  record: readonly EventBody[];
  hrefOf: (id: string) => string;
}) {
  const { t } = useTranslation();
  const tasks = entrustedIn(record);
  const entrusted = matters.filter(({ id }) => tasks.has(id));
  const called = matters.filter(({ id, organ }) => organ !== undefined && !tasks.has(id));
  const proposed = matters.filter(({ organ }) => organ === undefined);
  const ended = (of: readonly ChildBody[]): number => of.filter(({ status }) => status === 'ended').length;
  const groups = [
    {
      title: t('matter.children.entrusted'),
      note: t('matter.children.done', { done: ended(entrusted), count: entrusted.length }),
      all: entrusted,
    },
    {
      title: t('matter.children.title'),
      note: t('matter.children.answered', { answered: ended(called), count: called.length }),
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
            <Child key={child.id} child={child} task={tasks.get(child.id)} href={hrefOf(child.id)} />
          ))}
        </ul>
      </section>
    ));
}
