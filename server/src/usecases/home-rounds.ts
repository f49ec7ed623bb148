import { randomUUID } from 'node:crypto';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { dueOn } from '@liren/core/fieldwork/due.ts';
import { decideRisk } from '@liren/core/fieldwork/set-risk.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { holdHome } from '../store/fieldwork.ts';
import {
  findHome,
  type HomeEntryRow,
  type RiskChangeRow,
  readHomeEntries,
  readRiskChanges,
  riskReasonPlace,
  writeRisk,
} from '../store/home-risk.ts';
import type { DayHome } from '../store/read-fieldwork.ts';
import type { Asker } from './actor.ts';
import { type FieldworkDeps, fieldworkOf } from './fieldwork-seats.ts';
import { homeState, riskColumn } from './home-state.ts';
import { type RegistryArea, registryAreas } from './registry-area.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import type { Shell } from './shell.ts';
import { inTransaction } from './transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell; readonly people: PeopleDeps };
export interface HomeKey {
  readonly community: string;
  readonly id: string;
}
interface Found {
  readonly home: DayHome;
  readonly fieldwork: Fieldwork;
  /** The seats by which the asker keeps this home. */
  readonly seats: readonly RegistryArea[];
}

async function findKept(deps: Deps, asker: Person, { community, id }: HomeKey): Promise<Found | undefined> {
  const areas = registryAreas(deps.directory, asker).filter((area) => area.community === community);
  const fieldwork = fieldworkOf(deps, community);
  if (areas.length === 0 || fieldwork === undefined) return undefined;
  const home = await findHome(deps.shell.pool, community, id);
  if (home === undefined) return undefined;
  const seats = areas.filter(({ grids }) => grids === undefined || grids.includes(home.grid_id));
  return seats.length === 0 ? undefined : { home, fieldwork, seats };
}

const setter = ({ fieldwork, seats }: Found) =>
  seats.find(({ post }) => fieldwork.riskSetBy.includes(post.post))?.post;

/** One home as the rounds know it: how soon somebody is due, who came, what they saw of its risk, what the office said. */
export async function homeRounds(deps: Deps, asker: Person, key: HomeKey) {
  const found = await findKept(deps, asker, key);
  if (found === undefined) return undefined;
  const { home, fieldwork } = found;
  const { pool, now } = deps.shell;
  const state = homeState(fieldwork, home);
  const entries = await readHomeEntries(pool, key.community, key.id);
  const changes = await readRiskChanges(pool, key.community, key.id);
  const names = await findNames(
    deps.people,
    [...entries, ...changes].map(({ person_id }) => person_id),
  );
  return {
    id: home.id,
    community: key.community,
    address: showHomeAddress(home),
    ...state,
    grid: { id: home.grid_id, title: deps.directory.findPlace(home.grid_id)?.title ?? '' },
    risks: [...fieldwork.risks],
    dueOn: dueOn(fieldwork, state, civilDateOf(now())),
    maySetRisk: setter(found) !== undefined,
    visits: entries.map((entry) => visitBody(fieldwork, entry, names)),
    changes: changes.map((change) => changeBody(deps, change, names)),
  };
}

function visitBody({ rounds }: Fieldwork, entry: HomeEntryRow, names: ReadonlyMap<string, string>) {
  const round = rounds[entry.round];
  const risk = round?.risk === undefined ? undefined : entry.plain[round.risk];
  return {
    id: entry.id,
    title: round?.title ?? entry.round,
    at: entry.at,
    met: entry.met,
    by: names.get(entry.person_id) ?? '',
    ...(typeof risk === 'string' && { risk }),
  };
}

function changeBody({ shell }: Deps, change: RiskChangeRow, names: ReadonlyMap<string, string>) {
  const { id, before, after, at, person_id, reason_sealed } = change;
  // What was erased, or outlived its term, keeps who and when.
  const reason = reason_sealed === '' ? ok('') : shell.sealer.open(riskReasonPlace(id), reason_sealed);
  if (!reason.ok) throw new Error(`the reason of risk change ${id} does not open: ${reason.error}`);
  return { id, before, after, at, by: names.get(person_id) ?? '', reason: reason.value };
}

export interface RiskWish {
  /** As the office saw it. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const faultTexts = {
  'moved-on': '你打开以后，这一户的风险变了。现在的样子在上面，看过再定。',
  'no-change': '这一户现在就是这个风险，没有改动。',
} as const;

/** The office lowers or raises a home's risk; why stays in its history. */
export async function setHomeRisk(
  deps: Deps,
  asker: Person,
  key: HomeKey,
  { from, to, reason }: RiskWish,
): Promise<Changed<undefined>> {
  const found = await findKept(deps, asker, key);
  if (found === undefined) return refusing('not-found');
  const post = setter(found);
  if (post === undefined)
    return refusing('not-allowed', { message: '这一户的风险由章程里写明的岗位来定，你的岗位只能看。' });
  const { shell } = deps;
  return inTransaction(shell.pool, async (client) => {
    const row = await holdHome(client, key.community, key.id);
    if (row === undefined) return refusing('not-found');
    const { risk: before } = homeState(found.fieldwork, row);
    const decided = decideRisk(found.fieldwork, before, { from, to });
    if (!decided.ok)
      return decided.error === 'unknown-risk'
        ? refusing('bad-value', { about: 'risk' })
        : refusing(decided.error, { message: faultTexts[decided.error] });
    const id = randomUUID();
    await writeRisk(client, key.community, riskColumn(found.fieldwork, decided.value), {
      id,
      home_id: key.id,
      before,
      after: decided.value,
      reason_sealed: shell.sealer.seal(riskReasonPlace(id), reason),
      person_id: asker.person,
      post: post.post,
      organ_id: post.organ,
      at: shell.now(),
    });
    return ok(undefined);
  });
}
