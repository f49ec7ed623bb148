import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { normalisePhone } from '../../adapters/crypto/phone.ts';
import { endAuthority, giveAuthority } from '../../store/polls/authorities.ts';
import { readMarks } from '../../store/polls/box.ts';
import { findEntry, holdPoll } from '../../store/polls/polls.ts';
import { candidatePhones, candidatesOf } from '../offices/candidates.ts';
import { inTransaction } from '../transact.ts';
import { holderPlace } from './holder-place.ts';
import { type DeskFailure, kept, type Person, type PollKey } from './keep-desk.ts';
import { markOfPhone, type VoterDeps } from './own-entries.ts';

/** Whoever stands for election; one who left no telephone is known by the name. */
async function isCandidate(
  { shell }: VoterDeps,
  key: PollKey,
  holder: { readonly name: string; readonly phone: string },
): Promise<boolean> {
  const phones = await candidatePhones(shell, key);
  return (await candidatesOf(shell, key)).some(({ id, name }) => {
    const phone = phones.get(id);
    return phone === undefined ? name === holder.name : phone === holder.phone;
  });
}

/** 委托书: whose vote, and who holds it; capped by the procedure. */
export async function keepAuthority(
  deps: VoterDeps,
  asker: Person,
  wish: PollKey & { readonly entry: string; readonly name: string; readonly phone: string },
): Promise<Result<undefined, DeskFailure>> {
  const found = await kept(deps, asker, wish);
  if (!found.ok) return found;
  const { poll, step } = found.value;
  const most = step.config?.proxies?.most;
  if (most === undefined || poll.counted_at !== null) return err('not-open');
  const phone = normalisePhone(wish.phone);
  if (!phone.ok) return err('bad-phone');
  if (step.config?.proxies?.candidates === 'none') {
    // Until the notice somebody may still become a candidate.
    if (poll.opens_at === null) return err('not-open');
    if (await isCandidate(deps, wish, { name: wish.name, phone: phone.value }))
      return err('candidate-holds-none');
  }
  const { pool, sealer } = deps.shell;
  const holder = markOfPhone(deps, wish.community, phone.value);
  if ((await findEntry(pool, wish.community, poll.id, wish.entry)) === undefined) return err('not-found');
  const sealed = sealer.seal(
    holderPlace(wish.entry),
    JSON.stringify({ name: wish.name, phone: phone.value }),
  );
  const row = { entry: wish.entry, holder, sealed, at: deps.shell.now(), person: asker.person };
  return inTransaction(pool, async (client): Promise<Result<undefined, DeskFailure>> => {
    await holdPoll(client, wish.community, poll.id);
    // There is nothing left to give.
    const voted = await readMarks(client, wish.community, poll.id, [wish.entry]);
    if (voted.size > 0) return err('already-voted');
    const given = await giveAuthority(client, wish.community, poll.id, row, most);
    return given ? ok(undefined) : err('too-many-authorities');
  });
}

/** 撤回委托: who gave it takes it back at the desk, as long as it has not been used. */
export async function takeAuthorityBack(
  deps: VoterDeps,
  asker: Person,
  wish: PollKey & { readonly entry: string },
): Promise<Result<undefined, DeskFailure>> {
  const found = await kept(deps, asker, wish);
  if (!found.ok) return found;
  const { poll } = found.value;
  if (poll.counted_at !== null) return err('not-open');
  const ended = await inTransaction(deps.shell.pool, async (client) => {
    await holdPoll(client, wish.community, poll.id);
    return endAuthority(client, wish.community, poll.id, wish.entry);
  });
  return ended ? ok(undefined) : err('no-such-authority');
}
