import type { AllocationBody } from '../api/bodies.ts';

/**
 * What somebody marks on a ballot about projects, as the box takes it: ids; where points are given each id with its points,
 * `p3:5`; of a ranking the dearest first.
 */
export type Choice = readonly string[];
export type Form = AllocationBody['form'];
type Kind = Form['kind'];
type Project = Pick<AllocationBody['projects'][number], 'id' | 'cost'>;

export const givesPoints = (kind: Kind): boolean => kind === 'cumulative' || kind === 'scoring';
const partsOf = (mark: string): readonly [id: string, points: number] => {
  const [id = '', points = '0'] = mark.split(':');
  return [id, Number(points)];
};
export const idOf = (mark: string): string => partsOf(mark)[0];

export const pointsOf = (choice: Choice, id: string): number =>
  choice.map(partsOf).find(([each]) => each === id)?.[1] ?? 0;
export const sumOfPoints = (choice: Choice): number =>
  choice.reduce((sum, mark) => sum + partsOf(mark)[1], 0);

/** No points is no mark at all. */
export function withPoints(choice: Choice, id: string, points: number): Choice {
  const others = choice.filter((mark) => idOf(mark) !== id);
  return points > 0 ? [...others, `${id}:${points}`] : others;
}
/** Of a ranking, whatever is new comes last. */
export const toggled = (choice: Choice, id: string): Choice =>
  choice.includes(id) ? choice.filter((each) => each !== id) : [...choice, id];

export function moved(choice: Choice, id: string, by: -1 | 1): Choice {
  const at = choice.indexOf(id);
  const other = choice[at + by];
  if (at < 0 || other === undefined) return choice;
  return choice.map((each) => (each === id ? other : each === other ? id : each));
}

/**
 * The ranking of a paper on which numbers were written, by project; gaps leave the order as it is. Undefined where two have
 * the same number: nobody can say which is dearer.
 */
export function orderOf(places: Readonly<Record<string, number>>): Choice | undefined {
  const written = Object.entries(places);
  if (new Set(Object.values(places)).size < written.length) return undefined;
  return written.sort(([, a], [, b]) => a - b).map(([id]) => id);
}

/** The most that one project may still be given. */
export function mostFor({ points, sum }: Form, choice: Choice, id: string): number {
  const left = (sum.most ?? Number.POSITIVE_INFINITY) - sumOfPoints(choice) + pointsOf(choice, id);
  return Math.min(points.most ?? Number.POSITIVE_INFINITY, left);
}
/** How many projects a ballot may name. */
export const mostProjects = ({ kind, projects }: Form, count: number): number =>
  kind === 'choose-one' ? 1 : Math.min(projects.most ?? count, count);

export interface Lack {
  readonly key:
    | 'projectsLeast'
    | 'projectsMost'
    | 'pointsLeast'
    | 'pointsMost'
    | 'sumLeast'
    | 'sumMost'
    | 'costLeast'
    | 'costMost';
  /** What is asked, or by how much it is missed; of money in whole yuan. */
  readonly count: number;
}
/** Why a ballot cannot be cast as it is, the first reason; undefined when it can. */
export function lackOf(form: Form, projects: readonly Project[], choice: Choice): Lack | undefined {
  const { points, sum, cost } = form;
  const ids = choice.map(idOf);
  const least = Math.max(1, form.projects.least ?? 1);
  const most = mostProjects(form, projects.length);
  if (ids.length < least) return { key: 'projectsLeast', count: least };
  if (ids.length > most) return { key: 'projectsMost', count: most };
  const price = projects.reduce((all, project) => (ids.includes(project.id) ? all + project.cost : all), 0);
  return (
    outside('cost', price, cost) ?? (givesPoints(form.kind) ? pointsLack(choice, points, sum) : undefined)
  );
}

function pointsLack(choice: Choice, points: Form['points'], sum: Form['sum']): Lack | undefined {
  const given = choice.map((mark) => partsOf(mark)[1]);
  if (points.least !== undefined && given.some((each) => each < (points.least ?? 0)))
    return { key: 'pointsLeast', count: points.least };
  if (points.most !== undefined && given.some((each) => each > (points.most ?? 0)))
    return { key: 'pointsMost', count: points.most };
  return outside('sum', sumOfPoints(choice), sum);
}

function outside(what: 'sum' | 'cost', value: number, { least, most }: Form['sum']): Lack | undefined {
  if (least !== undefined && value < least) return { key: `${what}Least`, count: least - value };
  if (most !== undefined && value > most) return { key: `${what}Most`, count: value - most };
  return undefined;
}
