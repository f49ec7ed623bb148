import { Checkbox, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllocationBody } from '../../shared/api/bodies.ts';
import { moneyText } from '../../shared/polls/allocation.ts';
import {
  type Choice,
  givesPoints,
  lackOf,
  mostFor,
  mostProjects,
  orderOf,
  pointsOf,
  withPoints,
} from '../../shared/polls/marks.ts';
import { choiceText, lackText } from '../../shared/polls/say-marks.ts';
import '../../shared/polls/allocation.css';

/** What is marked, and why it is no ballot; nothing marked is no fault here: a paper may be blank. */
export interface Marked {
  readonly choice: Choice;
  readonly fault?: string;
}

/** The marks of a ballot as somebody says them, or as they stand on paper: ticks, points, or the number of each place. */
export function ProjectMarks({
  allocation,
  onChange,
}: {
  readonly allocation: Pick<AllocationBody, 'form' | 'projects'>;
  readonly onChange: (marked: Marked) => void;
}) {
  const { t, i18n } = useTranslation();
  const { form, projects } = allocation;
  const [choice, setChoice] = useState<Choice>([]);
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>({});
  const [fault, setFault] = useState<string>();
  const field = useId();
  const mark = (next: Choice | undefined) => {
    const lack = lackOf(form, projects, next ?? []);
    const blank = next?.length === 0;
    const told =
      next === undefined
        ? t('polls.desk.samePlace')
        : blank || lack === undefined
          ? undefined
          : lackText(form, projects.length, lack, t, i18n.language);
    setChoice(next ?? []);
    setFault(told);
    onChange({ choice: next ?? [], ...(told !== undefined && { fault: told }) });
  };
  const place = (id: string, at: number | null) => {
    const { [id]: _, ...others } = places;
    const next = at === null ? others : { ...others, [id]: at };
    setPlaces(next);
    mark(orderOf(next));
  };
  const label = ({ title, cost }: AllocationBody['projects'][number]) =>
    `${title}（${moneyText(cost, i18n.language)}）`;
  const options = projects.map((project) => ({ value: project.id, label: label(project) }));
  return (
    <div className="project-marks">
      {form.kind === 'choose-one' && (
        <Radio.Group
          options={options}
          value={choice[0] ?? null}
          onChange={({ target }) => mark([String(target.value)])}
        />
      )}
      {form.kind === 'approval' && (
        <Checkbox.Group
          options={options}
          value={[...choice]}
          onChange={(values) => mark(values.map(String))}
        />
      )}
      {(givesPoints(form.kind) || form.kind === 'ranked') && (
        <ul>
          {projects.map((project) => (
            <li key={project.id}>
              <label htmlFor={`${field}-${project.id}`}>{label(project)}</label>
              {form.kind === 'ranked' ? (
                <InputNumber
                  id={`${field}-${project.id}`}
                  min={1}
                  max={projects.length}
                  precision={0}
                  prefix={t('polls.desk.place')}
                  value={places[project.id] ?? null}
                  onChange={(at) => place(project.id, at)}
                />
              ) : (
                <InputNumber
                  id={`${field}-${project.id}`}
                  min={0}
                  max={Math.max(0, mostFor(form, choice, project.id))}
                  precision={0}
                  suffix={t('polls.allocation.pointUnit')}
                  value={pointsOf(choice, project.id) || null}
                  onChange={(points) => mark(withPoints(choice, project.id, points ?? 0))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {fault ??
          (choice.length === 0
            ? lackText(form, mostProjects(form, projects.length), undefined, t, i18n.language)
            : t('polls.desk.readBack', { choice: choiceText(projects, form.kind, choice, t) }))}
      </p>
    </div>
  );
}
