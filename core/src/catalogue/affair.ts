import type { Affairs } from '../engine/types.ts';
import type { LawSource } from '../law/law.ts';
import type { Urgency } from '../law/urgency-grades.ts';

/** The first-level classes that matters are counted and ranked by. */
export const complaintClasses = [
  '城乡建设',
  '环境保护',
  '交通运输',
  '教育文体',
  '劳动和社会保障',
  '商贸旅游',
  '卫生计生',
] as const;
export type ComplaintClass = (typeof complaintClasses)[number];

/** 部件 (a thing in the street), 事件 (something going on), or a service that people ask about. */
export const affairKinds = ['component', 'event', 'service'] as const;
export type AffairKind = (typeof affairKinds)[number];

export interface AffairGroup {
  /** '<kind>/<slug>', never the id of an affair: powers in charters name either. */
  readonly id: string;
  readonly title: string;
  readonly kind: AffairKind;
  /** Code of the GB/T 30428.2 class; services have none. */
  readonly code?: string;
}

/** One entry of the affair catalogue (事务). */
export interface Affair {
  /** '<kind>/<slug>'; stable for ever, also the Open311 service code. */
  readonly id: string;
  readonly title: string;
  readonly class: ComplaintClass;
  /** Id of its `AffairGroup`. */
  readonly group: string;
  /** What residents say; at least two, the first the most telling. Search and suggestion read these. */
  readonly words: readonly string[];
  /** Key of the department that usually handles it: a hint for dispatch, never an assignment. Powers may name it. */
  readonly handler: string;
  /** The grade to offer first; a person decides. */
  readonly urgency: Urgency;
  readonly description: string;
  /** Code in GB/T 30428.2, only where it was checked: 'event-0110'. */
  readonly code?: string;
}

export interface Department {
  readonly id: string;
  readonly title: string;
}

export interface Catalogue {
  readonly title: string;
  readonly source: LawSource;
  readonly departments: readonly Department[];
  readonly groups: readonly AffairGroup[];
  /** In the order of the file, which is the order in which people should see them. */
  readonly affairs: ReadonlyMap<string, Affair>;
}

export const findAffair = (catalogue: Catalogue, id: string): Affair | undefined => catalogue.affairs.get(id);

export const affairsOfClass = (catalogue: Catalogue, wanted: ComplaintClass): readonly Affair[] =>
  [...catalogue.affairs.values()].filter((affair) => affair.class === wanted);

export const affairsOfGroup = (catalogue: Catalogue, group: string): readonly Affair[] =>
  [...catalogue.affairs.values()].filter((affair) => affair.group === group);

/** The catalogue as the engine reads it, by id. */
export const affairsForEngine = (catalogue: Catalogue): Affairs =>
  Object.fromEntries(
    [...catalogue.affairs.values()].map(({ id, title, class: affairClass, group, handler }) => [
      id,
      { id, title, class: affairClass, group, handler },
    ]),
  );
