import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type AttendRefusal, findAttendRefusal } from '@liren/core/voting/attend.ts';
import {
  type Arrival,
  findArrival,
  putArrival,
  takeArrival,
  undoneReasonPlace,
} from '../../store/meetings.ts';
import { findEntry, type PollRow } from '../../store/polls/polls.ts';
import type { Asker } from '../actor.ts';
import { isMark, roomCode } from '../link-marks.ts';
import { type FoundPoll, findSeenPoll } from '../polls/find-poll.ts';
import { findOwnEntries, type VoterDeps, voterOf } from '../polls/own-entries.ts';
import { openLabel } from '../polls/view-polls.ts';
import { newId } from '../seal.ts';
import type { Shell } from '../shell.ts';
import { inTransaction } from '../transact.ts';
import { agendaOf, findStage, type MeetStage } from './stage.ts';

type Person = Extract<Asker, { kind: 'person' }>;
interface Key {
  readonly community: string;
  readonly matter: string;
}
export type CheckInFailure = 'not-found' | 'not-yours' | 'needs-proof' | AttendRefusal;

interface Room {
  readonly found: FoundPoll;
  readonly stage: MeetStage;
}
async function roomOf(deps: VoterDeps, asker: Person, key: Key): Promise<Result<Room, 'not-found'>> {
  const found = await findSeenPoll(deps, asker, key);
  const stage = found && findStage(found.seen.definition, found.seen.matter);
  return found === undefined || stage === undefined ? err('not-found') : ok({ found, stage });
}

/** How long the hall screen shows one code; whoever scanned it a moment ago may still use it. */
const codeMilliseconds = 10 * 60_000;
export const codeAt = (shell: Shell, poll: string, at: number): string =>
  roomCode(shell, `${poll}\0${Math.floor(at / codeMilliseconds)}`);
const isShown = (shell: Shell, poll: string, code: string): boolean =>
  [0, 1].some((ago) => isMark(codeAt(shell, poll, shell.now() - ago * codeMilliseconds), code));

/** Marks a line, and the same person's lines of the whole sitting; every screen of it is told. */
async function mark(
  { shell }: VoterDeps,
  { found, stage }: Room,
  arrival: Arrival,
): Promise<Result<{ readonly at: number }, CheckInFailure>> {
  const { poll, seen } = found;
  const { community } = seen.matter;
  const refused = findAttendRefusal(stage.sitting, arrival.at, shell.now());
  if (refused !== undefined) return err(refused);
  const agenda = await agendaOf(shell, community, poll.id);
  const running = agenda.filter((each) => each.stage !== undefined && !each.stage.sitting.over);
  const others = running.map(({ item }) => item.poll_id).filter((id) => id !== poll.id);
  if (!(await putArrival(shell.pool, community, poll.id, arrival, others)))
    return err(await whyNot(shell, poll, arrival.entry));
  for (const { matter } of running)
    shell.moved({ community, matter: matter.id, version: matter.version, audiences: [] });
  return ok({ at: arrival.at });
}

async function whyNot({ pool }: Shell, poll: PollRow, entry: string): Promise<CheckInFailure> {
  const line = await findEntry(pool, poll.community_id, poll.id, entry);
  if (line === undefined) return 'not-on-roll';
  return line.recused ? 'stands-aside' : 'already-there';
}

/** 手机签到: by the code on the hall screen, whoever the telephone belongs to. */
export async function checkInSelf(
  deps: VoterDeps,
  asker: Person,
  { code, ...key }: Key & { readonly code: string },
): Promise<Result<{ readonly at: number; readonly no: number; readonly label: string }, CheckInFailure>> {
  const { shell } = deps;
  const room = await roomOf(deps, asker, key);
  if (!room.ok) return room;
  const { poll } = room.value.found;
  if (!isShown(shell, poll.id, code)) return err('code-old');
  const { keys, needsProof } = await voterOf(deps, asker, key.community);
  const own = await findOwnEntries(shell.pool, key.community, poll.id, { keys, holder: undefined });
  const line = own.find(({ recused }) => !recused) ?? own[0];
  if (line === undefined) return err(needsProof ? 'needs-proof' : 'not-on-roll');
  const told = { no: line.no, label: openLabel(deps, line) };
  const arrival = { entry: line.id, at: shell.now(), way: 'phone' as const, person: asker.person };
  const done = await mark(deps, room.value, arrival);
  if (done.ok) return ok({ ...done.value, ...told });
  const there = await findArrival(shell.pool, key.community, poll.id, line.id);
  // Scanned twice, or the answer was lost on the way: they are there all the same.
  return there === undefined ? done : ok({ at: there.at, ...told });
}

/** 窗口签到 and 纸质签到表: by whoever keeps the meeting; a paper list has its own times. */
export async function checkInFor(
  deps: VoterDeps,
  asker: Person,
  { entry, at, ...key }: Key & { readonly entry: string; readonly at?: number | undefined },
): Promise<Result<{ readonly at: number }, CheckInFailure>> {
  const room = await roomOf(deps, asker, key);
  if (!room.ok) return room;
  if (!room.value.found.keeper) return err('not-yours');
  const way = at === undefined ? ('desk' as const) : ('paper' as const);
  return mark(deps, room.value, { entry, at: at ?? deps.shell.now(), way, person: asker.person });
}

/** 撤销签到, with the reason; nothing else of the meeting changes. */
export async function undoCheckIn(
  deps: VoterDeps,
  asker: Person,
  { entry, reason, ...key }: Key & { readonly entry: string; readonly reason: string },
): Promise<Result<undefined, CheckInFailure>> {
  const { shell } = deps;
  const room = await roomOf(deps, asker, key);
  if (!room.ok) return room;
  const { found, stage } = room.value;
  if (!found.keeper) return err('not-yours');
  if (stage.sitting.over) return err('meeting-over');
  const id = newId();
  const undoing = {
    id,
    entry,
    at: shell.now(),
    person: asker.person,
    reason: shell.sealer.seal(undoneReasonPlace(id), reason),
  };
  const done = await inTransaction(shell.pool, (client) =>
    takeArrival(client, key.community, found.poll.id, undoing),
  );
  if (!done) return err('not-found');
  const { matter } = found.seen;
  shell.moved({ community: key.community, matter: matter.id, version: matter.version, audiences: [] });
  return ok(undefined);
}
