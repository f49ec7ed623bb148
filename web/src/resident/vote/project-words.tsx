import { useTranslation } from 'react-i18next';
import type { AllocationBody } from '../../shared/api/bodies.ts';
import { moneyText } from '../../shared/polls/allocation.ts';

export type Project = AllocationBody['projects'][number];

/** What a project is, what it costs, where, and for whom. */
export function ProjectWords({ project, id }: { project: Project; id?: string }) {
  const { i18n } = useTranslation();
  const { title, cost, area, text } = project;
  return (
    <span className="project-words">
      <b id={id}>{title}</b>
      <span className="project-cost">
        {moneyText(cost, i18n.language)}
        {area !== undefined && ` · ${area}`}
      </span>
      {text !== undefined && <span className="project-text">{text}</span>}
    </span>
  );
}
