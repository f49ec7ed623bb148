import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, type Form, mostFor, pointsOf, withPoints } from '../../shared/polls/marks.ts';
import { type Project, ProjectWords } from './project-words.tsx';

/** Where there are many points to deal out, one press is five of them. */
const manyPoints = 20;
const stepOf = ({ points, sum }: Form): number =>
  Math.min(points.most ?? Number.POSITIVE_INFINITY, sum.most ?? Number.POSITIVE_INFINITY) > manyPoints
    ? 5
    : 1;

/** Points for one project: two large buttons, and a field that takes a number as it is typed. */
export function PointsRow({
  form,
  project,
  chosen,
  full,
  onMark,
}: {
  readonly form: Form;
  readonly project: Project;
  readonly chosen: Choice;
  readonly full: boolean;
  readonly onMark: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const points = pointsOf(chosen, project.id);
  const most = full && points === 0 ? 0 : mostFor(form, chosen, project.id);
  const step = stepOf(form);
  const give = (wanted: number) => {
    const whole = Number.isInteger(wanted) ? wanted : 0;
    onMark(withPoints(chosen, project.id, Math.max(0, Math.min(most, whole))));
  };
  const button = (by: number, name: string, sign: string) => {
    const stuck = by < 0 ? points === 0 : points >= most;
    return (
      <button
        type="button"
        className="points-button"
        aria-label={t(`polls.allocation.${name}`, { title: project.title, count: step })}
        // Not `disabled`: whoever steps by keyboard keeps the place.
        aria-disabled={stuck}
        onClick={() => !stuck && give(points + by)}
      >
        <span aria-hidden="true">{sign}</span>
      </button>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row by old telephones
    <div
      className={`ballot-option project-option is-points${points > 0 ? ' has-points' : ''}`}
      role="group"
      aria-labelledby={id}
    >
      <ProjectWords project={project} id={id} />
      <span className="points-step">
        {button(-step, 'less', '−')}
        <label>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            {...(Number.isFinite(most) && { max: most })}
            value={points === 0 ? '' : points}
            placeholder="0"
            aria-label={t('polls.allocation.pointsOf', { title: project.title })}
            onChange={({ target }) => give(Number(target.value))}
          />
          <span aria-hidden="true">{t('polls.allocation.pointUnit')}</span>
        </label>
        {button(step, 'more', '＋')}
      </span>
    </div>
  );
}
