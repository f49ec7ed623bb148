import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../shared/api/client.ts';
import { moneyText, useAllocation } from '../../shared/polls/allocation.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import '../../shared/polls/allocation.css';

/** 选项目: large rows to tick, and what is chosen so far with what it costs, always in sight. */
export function ProjectOptions({
  community,
  matter,
  chosen,
  onChoose,
}: {
  readonly community: string;
  readonly matter: string;
  readonly chosen: readonly string[];
  readonly onChoose: (choice: readonly string[], ready: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const answer = useAllocation(community, matter, false);
  if (answer.error !== null) return <ErrorNotice refusal={refusalOf(answer.error)} />;
  if (answer.data === undefined) return <Skeleton lines={8} />;
  const { budget, projects, form } = answer.data;
  const { least = 1, most = projects.length } = form.kind === 'choose-one' ? { most: 1 } : form.projects;
  const money = (yuan: number) => moneyText(yuan, i18n.language);
  const sum = projects.reduce((all, { id, cost }) => (chosen.includes(id) ? all + cost : all), 0);
  const press = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id], false);
  return (
    <>
      <ul className="ballot-options">
        {projects.map(({ id, title, cost, text, area, photos }) => (
          <li key={id}>
            <button
              type="button"
              className="ballot-option project-option"
              aria-pressed={chosen.includes(id)}
              disabled={chosen.length >= most && !chosen.includes(id)}
              onClick={() => press(id)}
            >
              <span className="ballot-mark is-tick" aria-hidden="true" />
              <span className="project-words">
                <b>{title}</b>
                <span className="project-cost">
                  {money(cost)}
                  {area !== undefined && ` · ${area}`}
                </span>
                {text !== undefined && <span className="project-text">{text}</span>}
              </span>
              {photos[0] !== undefined && <img src={`/api/files/${photos[0]}?size=thumbnail`} alt="" />}
            </button>
          </li>
        ))}
      </ul>
      <div className="project-sum" role="status">
        <p>
          {t('polls.allocation.chosen', { count: chosen.length, sum: money(sum), budget: money(budget) })}
          <small>{t('polls.allocation.most', { most })}</small>
        </p>
        <Button weight="main" disabled={chosen.length < least} onClick={() => onChoose(chosen, true)}>
          {t('polls.ready')}
        </Button>
      </div>
    </>
  );
}
