import type { AllocationBody } from '../api/bodies.ts';
import type { Say } from '../matter/dates.ts';
import { moneyText } from './allocation.ts';
import {
  type Choice,
  type Form,
  givesPoints,
  idOf,
  type Lack,
  mostProjects,
  pointsOf,
  sumOfPoints,
} from './marks.ts';

/** What is marked so far: projects with their money, points with what is left, or how many have a place. */
export function soFarText(
  { form, projects, budget }: Pick<AllocationBody, 'form' | 'projects' | 'budget'>,
  choice: Choice,
  say: Say,
  language: string,
): string {
  const count = choice.length;
  if (form.kind === 'ranked') return say('polls.allocation.ranked', { count });
  if (givesPoints(form.kind)) {
    const given = sumOfPoints(choice);
    return form.sum.most === undefined
      ? say('polls.allocation.given', { count: given })
      : say('polls.allocation.givenOf', { given, left: form.sum.most - given });
  }
  const sum = projects.reduce((all, { id, cost }) => (choice.includes(id) ? all + cost : all), 0);
  const [chosen, whole] = [moneyText(sum, language), moneyText(budget, language)];
  return say('polls.allocation.chosen', { count, sum: chosen, budget: whole });
}

/** What a ballot still lacks; of one that can be cast, what it may say at most. */
export function lackText(
  form: Form,
  projects: number,
  lack: Lack | undefined,
  say: Say,
  language: string,
): string {
  if (lack !== undefined && !(lack.key === 'projectsLeast' && lack.count === 1)) {
    const { key, count } = lack;
    return say(`polls.allocation.lack.${key}`, {
      count,
      sum: moneyText(count, language),
    });
  }
  if (form.kind === 'scoring' && form.points.most !== undefined)
    return say('polls.allocation.mostPoints', { count: form.points.most });
  const most = mostProjects(form, projects);
  if (form.kind === 'ranked') return say('polls.allocation.mostRanked', { most });
  if (form.kind === 'cumulative') return say('polls.allocation.freely');
  return say(`polls.allocation.${form.cost.most === undefined ? 'most' : 'mostWithin'}`, {
    most,
    sum: moneyText(form.cost.most ?? 0, language),
  });
}

/** A ballot in words, as its receipt keeps it and the desk reads it back. */
export function choiceText(
  options: readonly { readonly id: string; readonly title: string }[],
  kind: Form['kind'] | undefined,
  choice: Choice,
  say: Say,
): string {
  const marks = options.filter(({ id }) => choice.some((mark) => idOf(mark) === id));
  const titleOf = new Map(marks.map(({ id, title }) => [id, title]));
  if (kind === 'ranked')
    return choice
      .map((id, at) => say('polls.allocation.placed', { place: at + 1, title: titleOf.get(id) ?? id }))
      .join(say('matter.comma'));
  const points = (id: string): string =>
    kind !== undefined && givesPoints(kind)
      ? ` ${say('polls.allocation.points', { count: pointsOf(choice, id) })}`
      : '';
  return marks.map(({ id, title }) => `${title}${points(id)}`).join(say('matter.comma'));
}
