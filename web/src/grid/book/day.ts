import type { AffairLine, DayBody, FieldBody, MatterBody } from '../../shared/api/bodies.ts';
import type { Title } from '../../shared/i18n/titles.ts';

type Seat = DayBody['seats'][number];
type Opening = Seat['raises'][number];
export type DayHome = Seat['homes'][number] & { readonly community: string };
/** 走访、巡查、记事: a form that is data. */
export type DayRound = Seat['rounds'][number] & { readonly community: string };
/** 单位: what is inspected. */
export type DayOrganisation = Seat['organisations'][number] & { readonly community: string };
export type DayDuty = Seat['duties'][number];
export type DayRisk = Seat['risks'][number];
export interface DayGrid {
  readonly id: string;
  readonly title: string;
  readonly community: string;
}
/** What a worker may raise, and what it asks. */
export interface DayRaise {
  readonly procedure: string;
  readonly title: Title;
  readonly fields: readonly FieldBody[];
  readonly urgencies: Opening['grades'];
  /** Whether how urgent it is, and what it is about, is asked for. */
  readonly sorted: boolean;
}

/** What the office gives a worker for the day; kept sealed, read without a network. */
export interface Day {
  /** By the office's clock, ms since 1970. */
  readonly servedAt: number;
  readonly worker: string;
  readonly communities: readonly { readonly id: string; readonly title: string }[];
  readonly grids: readonly DayGrid[];
  /** The most urgent first. */
  readonly risks: readonly DayRisk[];
  readonly rounds: readonly DayRound[];
  readonly homes: readonly DayHome[];
  /** Absent in a day that an older app took along. */
  readonly organisations?: readonly DayOrganisation[];
  readonly tasks: readonly MatterBody[];
  readonly duties: readonly DayDuty[];
  readonly raise: readonly DayRaise[];
  readonly affairs: readonly AffairLine[];
  /** What was done may wait here so long. */
  readonly mostOfflineDays: number;
}

const raiseOf = ({ procedure, form, grades, byUrgency }: Opening): DayRaise => ({
  procedure: procedure.id,
  title: procedure.title,
  fields: form,
  urgencies: grades,
  sorted: byUrgency,
});

/** One worker's day out of what the office said of each of their seats. */
export function toDay(body: DayBody, worker: string, affairs: readonly AffairLine[]): Day {
  const { seats, servedAt, tasks } = body;
  return {
    servedAt,
    worker,
    communities: seats.map(({ community }) => community),
    grids: seats.flatMap(({ community, grids }) =>
      grids.map((grid) => ({ ...grid, community: community.id })),
    ),
    risks: seats[0]?.risks ?? [],
    rounds: seats.flatMap(({ community, rounds }) =>
      rounds.map((round) => ({ ...round, community: community.id })),
    ),
    homes: seats.flatMap(({ community, homes }) =>
      homes.map((home) => ({ ...home, community: community.id })),
    ),
    organisations: seats.flatMap(({ community, organisations }) =>
      organisations.map((organisation) => ({ ...organisation, community: community.id })),
    ),
    tasks,
    duties: seats.flatMap(({ duties }) => duties),
    // One of each, though several communities may have it.
    raise: [
      ...new Map(
        seats.flatMap(({ raises }) => raises.map((each) => [each.procedure.id, raiseOf(each)] as const)),
      ).values(),
    ],
    affairs,
    mostOfflineDays: Math.min(14, ...seats.map((seat) => seat.mostOfflineDays)),
  };
}

/** What is to be done next comes first: longest overdue, and of one day the most urgent risk. */
export function byUrgency(day: Day): (a: DayHome, b: DayHome) => number {
  const rank = new Map(day.risks.map(({ id }, index) => [id, index]));
  const rankOf = ({ risk }: DayHome): number => rank.get(risk) ?? day.risks.length;
  return (a, b) =>
    a.dueOn === b.dueOn
      ? rankOf(a) - rankOf(b) || a.address.localeCompare(b.address, 'zh-CN')
      : a.dueOn < b.dueOn
        ? -1
        : 1;
}

/** Words find a home by its address, and by who lives there. */
export const isFound = (home: DayHome, words: string): boolean => {
  const word = words.trim().replaceAll(/[\s-]+/g, '');
  const plain = home.address.replaceAll(/[\s-]+/g, '');
  const short = `${home.building}${home.unit}${home.number}`;
  return plain.includes(word) || short.includes(word) || home.people.some(({ name }) => name.includes(word));
};
