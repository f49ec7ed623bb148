import { matterId } from '@liren/core/basics/ids.ts';
import { findMeeting, type MeetingOnRecord, meetingName } from '@liren/core/documents/on-record.ts';
import { approved, countsIn, outcomeText } from '@liren/core/documents/result.ts';
import type { PaperSource } from '@liren/core/documents/types.ts';
import { saidIn } from '@liren/core/documents/words.ts';
import { asideText, presentText } from '@liren/core/voting/explain.ts';
import { allMet, turnoutOf } from '@liren/core/voting/legs.ts';
import { nothing } from '@liren/core/voting/types.ts';
import { type PollRow, pollsOfMatter, readSums } from '../../store/polls/polls.ts';
import { findMatter } from '../../store/read-record.ts';
import { system } from '../actor.ts';
import { paperSource } from '../documents.ts';
import type { LineDeps } from '../lines.ts';
import { isMark, linkMark } from '../link-marks.ts';
import { factsOf } from '../polls/poll-facts.ts';
import { findPollStep } from '../polls/poll-step.ts';
import { readWhole } from '../read-whole.ts';
import type { Seen } from '../seen.ts';
import { factsFor, timeFor } from '../settle.ts';
import type { Shell } from '../shell.ts';
import { stationBodies } from '../station-bodies.ts';
import { codeAt } from './check-in.ts';
import { type AgendaItem, agendaOf } from './stage.ts';

/** Whoever runs the meeting opens this on the wall: without signing in, and with nothing in it that the room may not read. */
export const hallMark = (shell: Shell, community: string, matter: string): string =>
  linkMark(shell, 'hall', `${community}\0${matter}`);
export const hallPath = (shell: Shell, community: string, matter: string): string =>
  `/h/${community}/${matter}/${hallMark(shell, community, matter)}`;

export const mayOpenHall = (shell: Shell, community: string, matter: string, mark: string): boolean =>
  isMark(hallMark(shell, community, matter), mark);

/** The matter as anybody may see it. */
async function publicSight(shell: Shell, community: string, id: string): Promise<Seen | undefined> {
  const stored = await findMatter(shell.pool, community, id);
  if (stored === undefined) return undefined;
  const { matter, number, head } = stored;
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  const facts = factsFor(shell, community, matterId(id), system, timeFor(shell, matter));
  return { matter, number, head, definition, facts, sight: 'public' };
}

/** The meeting that runs, or the last one that did. */
async function lastMeeting({ pool }: Shell, { definition, matter }: Seen): Promise<PollRow | undefined> {
  const open = findPollStep(definition, matter);
  const polls = (await pollsOfMatter(pool, matter.community, matter.id)).filter(
    ({ step }) => definition.procedure.steps[step]?.kind === 'meet',
  );
  return polls.find(({ id }) => id === open?.id) ?? polls[0];
}

function stateOf({ begun, resolved, confirmed, written }: MeetingOnRecord) {
  if (confirmed !== undefined) return 'over' as const;
  if (resolved !== undefined || written !== undefined) return 'decided' as const;
  return begun === undefined ? ('waiting' as const) : ('begun' as const);
}

const sidesOf = ({ config, spoken }: MeetingOnRecord) =>
  (config.sides ?? []).map(({ value, title }) => ({
    title,
    times: spoken.filter(({ data }) => data['side'] === value).length,
  }));

interface Told {
  readonly source: PaperSource;
  readonly meeting: MeetingOnRecord;
}
async function toldOf(deps: LineDeps, { matter, item }: AgendaItem): Promise<Told | undefined> {
  const seen = await publicSight(deps.shell, matter.community, matter.id);
  if (seen === undefined) return undefined;
  const source = paperSource(deps, seen, await readWhole(deps, seen));
  const anchor = source.events.findLast(({ type, step }) => type === 'convened' && step === item.step);
  const meeting = anchor && findMeeting(source, anchor);
  return meeting === undefined ? undefined : { source, meeting };
}

async function itemBody(deps: LineDeps, each: AgendaItem, { source, meeting }: Told) {
  const { matter, item } = each;
  const { roll, present } = factsOf(
    { digest: '' },
    await readSums(deps.shell.pool, matter.community, item.poll_id),
  );
  const turnout = turnoutOf(meeting.config.attends, { whole: roll, present, cast: nothing });
  const { resolved, convened } = meeting;
  return {
    matter: matter.id,
    number: each.number,
    title: source.title,
    text: saidIn(convened, 'text'),
    state: stateOf(meeting),
    due: roll.heads,
    present: present.heads,
    ...(roll.recused > 0 && { aside: asideText(roll.recused, turnout) }),
    attendance: presentText(roll.heads, present.heads, turnout),
    quorate: allMet(turnout),
    sides: sidesOf(meeting),
    ...(resolved !== undefined && {
      result: {
        outcome: outcomeText(resolved),
        passed: resolved.data['outcome'] === 'passed',
        counts: countsIn(resolved, approved),
      },
    }),
  };
}

/** 会场大屏: who is there, whether it is enough, what is on the agenda, what was decided. */
export async function viewHall(deps: LineDeps, community: string, id: string) {
  const { shell } = deps;
  const seen = await publicSight(shell, community, id);
  const poll = seen && (await lastMeeting(shell, seen));
  if (seen === undefined || poll === undefined) return undefined;
  const agenda = await agendaOf(shell, community, poll.id);
  const told = await Promise.all(agenda.map((each) => toldOf(deps, each)));
  const items = await Promise.all(
    agenda.flatMap((each, i) => {
      const known = told[i];
      return known === undefined ? [] : [itemBody(deps, each, known)];
    }),
  );
  const own = told[agenda.findIndex(({ matter }) => matter.id === id)];
  if (own === undefined) return undefined;
  const { convened, begun } = own.meeting;
  const running = agenda.some(({ stage }) => stage !== undefined && !stage.sitting.over);
  return {
    community,
    matter: id,
    name: meetingName(own.source, own.meeting),
    roll: own.meeting.config.of.title,
    place: saidIn(convened, 'place'),
    startsAt: Number(convened.data['startsAt']),
    ...(begun !== undefined && { begunAt: Number(begun.data['at']) }),
    ...(running && {
      checkIn: `/m/${community}/${id}/check-in?code=${codeAt(shell, poll.id, shell.now())}`,
    }),
    items,
    stations: stationBodies(deps, seen),
  };
}
export type HallView = NonNullable<Awaited<ReturnType<typeof viewHall>>>;
