import type { PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { mayAct } from '@liren/core/engine/actors.ts';
import type { OfficesTaken } from '@liren/core/steps/office/office.ts';
import { normalisePhone } from '../../adapters/crypto/phone.ts';
import { addPersonByPhone, givePost } from '../../signin/people.ts';
import { findElected, readWaiting, setSeated } from '../../store/offices.ts';
import { readRecord } from '../../store/read-record.ts';
import type { Asker } from '../actor.ts';
import type { LineDeps } from '../lines.ts';
import { findSeen, type Seen } from '../seen.ts';
import { inTransaction } from '../transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;
interface ElectedKey {
  readonly community: string;
  readonly matter: string;
  readonly candidate: string;
}
export type SeatFailure = 'not-found' | 'not-yours' | 'bad-phone' | 'already-seated' | 'term-over';

/** Whether one of the asker's seats runs the hand-over of this matter. */
const keepsOffices = ({ definition, matter, facts }: Seen): boolean =>
  Object.values(definition.procedure.steps).some(
    ({ kind, by }) =>
      kind === 'office' && by !== undefined && mayAct(by, matter, definition.charter, facts) !== undefined,
  );

/** 选出来还没有上岗的人, in the matters that the asker's seats see whole: who, for which office, and what is lacking. */
export async function electedWaiting(deps: LineDeps, asker: Person) {
  const { shell, directory } = deps;
  const rows = [];
  for (const row of await readWaiting(shell.pool, civilDateOf(shell.now()))) {
    const { community_id: community, matter_id: matter, candidate } = row;
    const seen = await findSeen(deps, asker, community, matter);
    if (seen === undefined || seen.sight === 'public') continue;
    const events = await readRecord(shell.pool, community, matter);
    const taken = events.findLast(({ type }) => type === 'offices-taken')?.data as OfficesTaken | undefined;
    rows.push({
      community,
      communityTitle: directory.findCommunity(community)?.title ?? '',
      matter,
      candidate,
      name: taken?.people.find(({ id }) => id === candidate)?.title ?? '',
      post: seen.definition.charter.posts[row.post]?.title ?? '',
      organ: directory.findOrgan(row.organ_id)?.title ?? '',
      from: row.from_date,
      until: row.until_date,
      lacks: row.person_id === null ? ('number' as const) : ('account' as const),
      mine: keepsOffices(seen),
    });
  }
  return { rows };
}

/** 补上手机号: from then on the office is held by the account of the number, for the term that the record tells. */
export async function seatLater(
  deps: LineDeps,
  asker: Person,
  { phone: written, ...key }: ElectedKey & { readonly phone: string },
): Promise<Result<undefined, SeatFailure>> {
  const { shell } = deps;
  const seen = await findSeen(deps, asker, key.community, key.matter);
  const row = await findElected(shell.pool, key);
  if (seen === undefined || row === undefined) return err('not-found');
  if (!keepsOffices(seen)) return err('not-yours');
  if (row.until_date < civilDateOf(shell.now())) return err('term-over');
  const phone = normalisePhone(written);
  if (!phone.ok) return err('bad-phone');
  const events = await readRecord(shell.pool, key.community, key.matter);
  const taken = events.findLast(({ type }) => type === 'offices-taken')?.data as OfficesTaken | undefined;
  const name = taken?.people.find(({ id }) => id === key.candidate)?.title ?? '';
  const seated = await inTransaction(shell.pool, async (client) => {
    const now = shell.now();
    const person = await addPersonByPhone(shell, { name, phone: phone.value }, now, client);
    if (!(await setSeated(client, row, { person, by: asker.person as PersonId, at: now }))) return false;
    const term = { from: row.from_date, until: row.until_date };
    await givePost(client, { person, post: row.post, organ: row.organ_id, ...term });
    return true;
  });
  return seated ? ok(undefined) : err('already-seated');
}
