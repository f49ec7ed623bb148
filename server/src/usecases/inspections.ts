import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { inspectionDue, inspectionOf } from '@liren/core/fieldwork/due.ts';
import { maskName, maskPhone } from '../adapters/crypto/mask.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type InspectedRow, inspectedIn } from '../store/inspections.ts';
import { openContact } from '../store/organisations.ts';
import type { FieldworkSeat } from './fieldwork-seats.ts';
import { kindTitle } from './organisation-frame.ts';
import type { Shell } from './shell.ts';

/** An organisation with the inspection that it gets and how far it is with it. */
export interface Inspection {
  readonly row: InspectedRow;
  /** Name of the round. */
  readonly round: string;
  readonly until: string;
  readonly done: boolean;
  readonly inspectedAt: Instant | undefined;
}

/** Everything in these grids, or in the whole community, that is to be inspected in the periods of today. */
export async function inspectionsIn(
  { shell }: { readonly shell: Shell },
  { community, fieldwork }: Pick<FieldworkSeat, 'community' | 'fieldwork'>,
  grids: readonly string[] | undefined,
): Promise<readonly Inspection[]> {
  const kinds = Object.values(fieldwork.rounds).flatMap(({ inspects }) => inspects?.kinds ?? []);
  if (kinds.length === 0) return [];
  const today = civilDateOf(shell.now());
  const rows = await inspectedIn(shell.pool, community, kinds, grids);
  return rows.flatMap((row) => {
    const inspection = inspectionOf(fieldwork, row.kind);
    if (inspection === undefined) return [];
    const inspectedAt = row.inspected_at === null ? undefined : instant(row.inspected_at);
    return { row, round: inspection.id, inspectedAt, ...inspectionDue(inspection.every, inspectedAt, today) };
  });
}

type Deps = { readonly shell: Shell; readonly directory: FullDirectory };
/** As a phone takes it along: whom to ask for masked. */
export function inspectionBody({ shell, directory }: Deps, community: string, inspection: Inspection) {
  const { row, round, until, done, inspectedAt } = inspection;
  const kinds = directory.findCommunity(community)?.charter.organisations ?? [];
  const { contact_sealed: contact, phone_sealed: phone } = row;
  return {
    id: row.id,
    grid: row.grid_id,
    name: row.name,
    kind: kindTitle(kinds, row.kind),
    address: row.address,
    round,
    until,
    done,
    openFaults: row.open_faults,
    ...(inspectedAt !== undefined && { inspectedAt }),
    ...(contact !== null && { contact: maskName(openContact(shell.sealer, row.id, 'contact', contact)) }),
    ...(phone !== null && { phone: maskPhone(openContact(shell.sealer, row.id, 'phone', phone)) }),
  };
}
