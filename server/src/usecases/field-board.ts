import type { CivilDate } from '@liren/core/basics/ids.ts';
import { addDays, civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import { dueOn, overdueBefore, usualRisk } from '@liren/core/fieldwork/due.ts';
import { periodOf } from '@liren/core/fieldwork/duties.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { type DueRules, type HomeFigure, readFigureHomes, readGridFigures } from '../store/field-board.ts';
import { readHolders } from '../store/posts.ts';
import type { Asker } from './actor.ts';
import { answersReasons, explained, reasonsOf } from './duty-reasons.ts';
import { dutiesOf } from './field-duties.ts';
import { type FieldworkDeps, fieldworkOf } from './fieldwork-seats.ts';
import { homeState } from './home-state.ts';
import { registryAreas } from './registry-area.ts';
import { mayUse, scopeOf } from './scope.ts';
import type { Shell } from './shell.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell; readonly people: PeopleDeps };

/** Communities whose coverage the asker may see: figures of their area that tell of nobody who lives there. */
export function boardCommunities(deps: Deps, asker: Asker): readonly string[] {
  if (!mayUse(deps.directory, asker, 'see-measures')) return [];
  return scopeOf(deps.directory, asker).communities.filter((id) => fieldworkOf(deps, id) !== undefined);
}

const todayOf = ({ shell }: Deps) => civilDateOf(shell.now());
/** Every home is visited once a quarter (A5): what the figures of the rounds count from. */
const quarterOf = (deps: Deps) => periodOf(todayOf(deps), 'quarter');

/** What makes a home due, overdue or urgent by this charter, on this day and by the end of its month. */
export function dueRulesOf(fieldwork: Fieldwork, today: CivilDate): DueRules {
  const usual = usualRisk(fieldwork);
  const urgent = fieldwork.risks[0]?.id;
  const nextMonth = addDays(periodOf(today, 'month').until, 1);
  return {
    usual,
    urgent: urgent === usual ? undefined : urgent,
    rules: fieldwork.risks.map((risk) => ({
      risk: risk.id,
      overdueBefore: overdueBefore(risk, today),
      awaitedBefore: overdueBefore(risk, nextMonth),
    })),
  };
}

/** How far the rounds of one community are: by grid, and by who walks it; undefined where nobody does. */
export async function fieldBoard(deps: Deps, asker: Asker, community: string) {
  const fieldwork = fieldworkOf(deps, community);
  if (fieldwork === undefined) return undefined;
  const { shell, directory } = deps;
  const quarter = quarterOf(deps);
  const since = instantOf(quarter.from, 0);
  const grids = await readGridFigures(shell.pool, community, since, dueRulesOf(fieldwork, todayOf(deps)));
  return {
    quarter,
    grids: grids
      .map(({ grid_id, ...figures }) => {
        const place = directory.findPlace(grid_id);
        return { id: grid_id, title: place?.title ?? '', drawn: place?.level === 'grid', ...figures };
      })
      .toSorted((a, b) => Number(b.drawn) - Number(a.drawn)),
    answersReasons: answersReasons(deps, asker, community),
    workers: await workersOf(
      deps,
      asker,
      community,
      fieldwork,
      new Map(grids.map((each) => [each.grid_id, each.homes])),
    ),
  };
}

/** Whoever holds a seat in a grid of the community, with their duties. */
async function workersOf(
  deps: Deps,
  asker: Asker,
  community: string,
  fieldwork: Fieldwork,
  homes: ReadonlyMap<string, number>,
) {
  const { shell, directory, people } = deps;
  const organs = directory
    .organsAround(community)
    .filter(
      ({ area }) =>
        directory.findPlace(area)?.level === 'grid' && directory.findCommunityOf(area)?.id === community,
    );
  const areas = new Map(organs.map(({ id, area }) => [id as string, area]));
  const holders = await readHolders(shell.pool, fieldwork.by, [...areas.keys()], todayOf(deps));
  const grids = new Map(
    [...holders].map(([person, held]) => [person, held.flatMap((organ) => areas.get(organ) ?? [])]),
  );
  const own = new Map(
    [...grids].map(([person, ids]) => [person, ids.reduce((sum, id) => sum + (homes.get(id) ?? 0), 0)]),
  );
  const names = await findNames(people, [...grids.keys()]);
  const duties = await dutiesOf(shell, { community, fieldwork }, own);
  const since = quarterOf(deps).from;
  const reasons = await reasonsOf(deps, asker, { community, fieldwork }, [...grids.keys()], since);
  return [...grids].map(([person, ids]) => ({
    person,
    name: names.get(person) ?? '',
    grids: ids.map((id) => directory.findPlace(id)?.title ?? ''),
    duties: (duties.get(person) ?? []).map((duty) => explained(duty, reasons.get(person) ?? [])),
    reasons: [...(reasons.get(person) ?? [])],
  }));
}

/** The homes behind a figure, for whoever keeps this registry or walks these grids; undefined for others. */
export async function figureHomes(
  deps: Deps,
  asker: Person,
  wish: {
    readonly community: string;
    readonly figure: HomeFigure;
    /** The period of `visited`. */
    readonly per: 'month' | 'quarter';
    readonly grid?: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
) {
  const { community, figure, per, grid, after, limit } = wish;
  const area = registryAreas(deps.directory, asker).find((each) => each.community === community);
  const fieldwork = fieldworkOf(deps, community);
  if (area === undefined || fieldwork === undefined) return undefined;
  const wanted = grid === undefined ? area.grids : [grid];
  if (wanted?.some((id) => area.grids !== undefined && !area.grids.includes(id))) return undefined;
  const since = instantOf(periodOf(todayOf(deps), per).from, 0);
  const rows = await readFigureHomes(
    deps.shell.pool,
    community,
    { figure, since, grids: wanted, after, limit },
    dueRulesOf(fieldwork, todayOf(deps)),
  );
  return rows.map((home) => {
    const state = homeState(fieldwork, home);
    return {
      id: home.id,
      community,
      address: showHomeAddress(home),
      ...state,
      grid: { id: home.grid_id, title: deps.directory.findPlace(home.grid_id)?.title ?? '' },
      riskTitle: fieldwork.risks.find((each) => each.id === state.risk)?.title ?? state.risk,
      dueOn: dueOn(fieldwork, state, todayOf(deps)),
    };
  });
}
