import type { Deps } from '../http/deps.ts';
import { sealedPlace } from '../usecases/seal.ts';
import { findDefinition, otherCode, procedureId, serviceOf } from './door.ts';
import type { RequestFilter } from './filter.ts';
import { type Body, type Row, w3Time } from './format.ts';
import { type RequestRow, readRequests } from './read-requests.ts';
import { withoutPersonal } from './without-personal.ts';

/** The specification's bound on a description. */
const mostCharacters = 4000;

/** The reporter's words, when agreed to; numbers and addresses that point to a person are left out even then. */
function descriptionOf({ shell }: Pick<Deps, 'shell'>, row: RequestRow): string | null {
  if (row.body === null) return null;
  const opened = shell.sealer.open(sealedPlace(row.id, 1, 'text'), row.body);
  if (!opened.ok) throw new Error(`description of matter ${row.id} does not open: ${opened.error}`);
  const { value } = JSON.parse(opened.value) as { value: unknown };
  return typeof value === 'string' ? withoutPersonal(value).slice(0, mostCharacters) : null;
}

/** Where the matter stands, in the words of its procedure; nothing of what anybody said. */
function notesOf({ shell }: Pick<Deps, 'shell'>, row: RequestRow): string {
  const { procedure } = shell.definitions.at(row.charter, procedureId, row.procedure_version);
  const title = procedure.steps[row.step]?.title ?? row.step;
  if (row.status === 'ended') return `编号 ${row.number}：${title}`;
  return `编号 ${row.number}：正在${title}${row.late ? '，已超过时限' : ''}`;
}

function rowOf(deps: Pick<Deps, 'shell' | 'library'>, row: RequestRow): Row {
  const { directory } = deps.shell;
  const community = directory.findCommunity(row.community_id);
  const service = serviceOf(deps, row.affair ?? otherCode);
  return {
    service_request_id: row.id,
    status: row.status === 'ended' ? 'closed' : 'open',
    status_notes: notesOf(deps, row),
    service_name: service?.title ?? null,
    service_code: row.affair ?? otherCode,
    description: descriptionOf(deps, row),
    agency_responsible: row.organ_id === null ? null : (directory.findOrgan(row.organ_id)?.title ?? null),
    service_notice: null,
    requested_datetime: w3Time(row.opened_at),
    updated_datetime: w3Time(row.ended_at ?? row.last_at),
    expected_datetime: row.due_at === null ? null : w3Time(row.due_at),
    address: community?.title ?? null,
    address_id: community?.placeId ?? null,
    zipcode: null,
    lat: row.lat,
    long: row.long,
    media_url: null,
  };
}

/** GET requests. A procedure that is not public shows nothing here. */
export async function requestsBody(
  deps: Pick<Deps, 'shell' | 'library'>,
  communities: readonly string[],
  filter: RequestFilter,
): Promise<Body & { readonly content: readonly Row[] }> {
  const open = findDefinition(deps)?.procedure.publicity === 'public';
  const rows = open ? await readRequests(deps.shell.pool, communities, filter) : [];
  return { root: 'service_requests', content: rows.map((row) => rowOf(deps, row)) };
}
