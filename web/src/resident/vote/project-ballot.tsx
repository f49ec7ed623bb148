import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../shared/api/client.ts';
import { useAllocation } from '../../shared/polls/allocation.ts';
import {
  type Choice,
  type Form,
  givesPoints,
  lackOf,
  mostProjects,
  toggled,
} from '../../shared/polls/marks.ts';
import { lackText, soFarText } from '../../shared/polls/say-marks.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { PointsRow } from './points-row.tsx';
import { type Project, ProjectWords } from './project-words.tsx';
import '../../shared/polls/allocation.css';

const Photo = ({ project: { photos } }: { project: Project }) =>
  photos[0] === undefined ? null : <img src={`/api/files/${photos[0]}?size=thumbnail`} alt="" />;

interface RowProps {
  readonly form: Form;
  readonly project: Project;
  readonly chosen: Choice;
  /** No more can be named. */
  readonly full: boolean;
  readonly onMark: (choice: Choice) => void;
}

/** A row to press: ticked, or, of a ranking, with the place that it has. */
function TickRow({ form, project, chosen, full, onMark }: RowProps) {
  const { t } = useTranslation();
  const place = chosen.indexOf(project.id) + 1;
  const ranked = form.kind === 'ranked';
  return (
    <button
      type="button"
      className={`ballot-option project-option${ranked ? ' is-ranked' : ''}`}
      aria-pressed={place > 0}
      disabled={full && place === 0}
      onClick={() => onMark(toggled(chosen, project.id))}
    >
      {ranked ? (
        <span className="ballot-place">{place > 0 && t('polls.allocation.place', { place })}</span>
      ) : (
        <span className="ballot-mark is-tick" aria-hidden="true" />
      )}
      <ProjectWords project={project} />
      <Photo project={project} />
    </button>
  );
}

/** 选项目: a large row for each, to tick, to put in order or to give points; what is marked so far always in sight. */
export function ProjectBallot({
  community,
  matter,
  chosen,
  onChoose,
}: {
  readonly community: string;
  readonly matter: string;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice, ready: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const answer = useAllocation(community, matter, false);
  if (answer.error !== null) return <ErrorNotice refusal={refusalOf(answer.error)} />;
  if (answer.data === undefined) return <Skeleton lines={8} />;
  const { projects, form } = answer.data;
  const lack = lackOf(form, projects, chosen);
  const full = chosen.length >= mostProjects(form, projects.length);
  const Row = givesPoints(form.kind) ? PointsRow : TickRow;
  return (
    <>
      <ul className="ballot-options">
        {projects.map((project) => (
          <li key={project.id}>
            <Row
              form={form}
              project={project}
              chosen={chosen}
              full={full}
              onMark={(choice) => onChoose(choice, false)}
            />
          </li>
        ))}
      </ul>
      <div className="project-sum">
        <p role="status">
          {soFarText(answer.data, chosen, t, i18n.language)}
          <small id="ballot-lack">{lackText(form, projects.length, lack, t, i18n.language)}</small>
        </p>
        <Button
          weight="main"
          disabled={lack !== undefined}
          describedBy="ballot-lack"
          onClick={() => onChoose(chosen, true)}
        >
          {t('polls.ready')}
        </Button>
      </div>
    </>
  );
}
