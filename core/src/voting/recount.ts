import { asJson } from '../basics/canonical.ts';
import { versionOf } from '../engine/procedure-version.ts';
import type { MatterEvent, Procedure, Step } from '../engine/types.ts';
import { approve, fixedOptions, writtenOptions } from '../steps/vote/announce.ts';
import { standingFor } from '../steps/vote/vote.ts';
import { type BallotList, ballotsIn } from './ballot-list.ts';
import type { Option } from './facts.ts';
import { allMet, turnoutOf } from './legs.ts';
import { askedIn, isSame, judge, type Say, type Stay } from './recount-count.ts';
import type { RecountFault } from './recount-fault.ts';
import {
  type Counted,
  countedShape,
  eventShapes,
  heldShape,
  type Rule,
  ruleOfMeeting,
  ruleOfVote,
  stateOfElection,
} from './recount-shapes.ts';
import { nothing, type Sum } from './types.ts';

/** What came of one count: `ballots` counted from the list, `figures` only compared with each other, `held` not told. */
export interface Recounted {
  readonly step: string;
  readonly n: number;
  readonly title: string;
  readonly outcome: string;
  readonly by: 'ballots' | 'figures' | 'held';
}
export interface Recount {
  readonly faults: readonly RecountFault[];
  readonly polls: readonly Recounted[];
}
type Event = Pick<MatterEvent, 'seq' | 'type' | 'step' | 'at' | 'data'>;

/** Reads a record from its beginning, and does again whatever a meeting or a vote decided. */
class Reader {
  readonly faults: RecountFault[] = [];
  readonly polls: Recounted[] = [];
  private readonly resolutions: {
    readonly outcome: string;
    readonly elected: readonly Option[];
    readonly runOff: readonly Option[];
  }[] = [];
  private stay: Stay | undefined;
  private readonly steps: Readonly<Record<string, Step>>;
  private readonly lists: ReadonlyMap<string, BallotList>;

  constructor(steps: Readonly<Record<string, Step>>, lists: ReadonlyMap<string, BallotList>) {
    this.steps = steps;
    this.lists = lists;
  }

  private sayAt({ seq }: Event): Say {
    return (code, where) => this.faults.push({ code, seq, ...(where !== undefined && { where }) });
  }

  read(event: Event): void {
    const say = this.sayAt(event);
    const problem = eventShapes.get(event.type)?.(event.data, '');
    if (problem !== undefined) {
      say('malformed', problem);
      return;
    }
    if (event.type === 'step-entered') this.enter(event, say);
    const { stay } = this;
    if (stay === undefined || event.step !== stay.step) return;
    if (event.type === 'vote-counted' || event.type === 'resolved') this.count(event, stay, say);
    else if (stay.kind === 'vote') readVote(event, stay, say);
    else readMeeting(event, stay, say);
    if (event.type === 'step-left' && stay.decided !== undefined && event.data['outcome'] !== stay.decided)
      say('not-followed');
  }

  private enter({ step: name = '', data }: Event, say: Say): void {
    this.stay = undefined;
    const step = Object.hasOwn(this.steps, name) ? this.steps[name] : undefined;
    const kind = data['kind'];
    if (kind !== 'vote' && kind !== 'meet') return;
    const problem = (kind === 'vote' ? ruleOfVote : ruleOfMeeting)(step?.config, '');
    if (problem !== undefined || step?.kind !== kind) {
      say('malformed', problem);
      return;
    }
    const rule = step.config as Rule;
    const stands = standingFor(rule.question ?? { kind: 'approve' }, this.resolutions);
    this.stay = { step: name, n: Number(data['n']), kind, rule, ...stands };
    if (rule.question?.kind !== 'elect') return;
    if (stateOfElection(data['state'], '') !== undefined) {
      say('malformed', '/state');
      return;
    }
    const told = data['state'] as unknown as typeof stands;
    if (told.seats !== stands.seats) say('seats-differ');
    if (!isSame(told.candidates, stands.candidates)) say('candidates-differ');
  }

  private count(event: Event, stay: Stay, say: Say): void {
    const { data, at } = event;
    const problem = (data['held'] === true ? heldShape : countedShape)(data, '');
    if (problem !== undefined) {
      say('malformed', problem);
      return;
    }
    const told = data as unknown as Counted;
    const list = this.lists.get(keyOf(stay));
    const ballots = list === undefined ? undefined : ballotsIn(list);
    const { outcome, elected = [], runOff = [] } = told;
    this.resolutions.push({ outcome, elected, runOff });
    stay.decided = outcome;
    const by = ballots !== undefined ? 'ballots' : told.held ? 'held' : 'figures';
    const title = this.steps[stay.step]?.title ?? '';
    this.polls.push({ step: stay.step, n: stay.n, title, outcome, by });
    // Only what was said in secret may be held back.
    if (by === 'held' && stay.rule.ballot !== 'secret') say('held-differs');
    if (by !== 'held') judge(stay, askedIn(stay, approve), told, ballots, at, say);
  }
}

function readVote({ type, data }: Event, stay: Stay, say: Say): void {
  if (type === 'roll-frozen' || type === 'roll-corrected') {
    if (stay.announced !== undefined) say('roll-changed-late');
    stay.roll = data['roll'] as unknown as Sum;
  } else if (type === 'nominated') {
    stay.candidates = [...stay.candidates, { id: String(data['id']), title: String(data['name']) }];
  } else if (type === 'vote-announced') {
    if (stay.roll === undefined) say('roll-missing');
    const options = data['options'] as unknown as readonly Option[];
    const fixed = fixedOptions(stay.rule.question ?? { kind: 'approve' }, stay.candidates);
    if (!isSame(options, fixed ?? writtenOptions(options.map(({ title }) => title)))) say('options-differ');
    stay.announced = { closesAt: Number(data['closesAt']), options };
  }
}

function readMeeting({ type, data }: Event, stay: Stay, say: Say): void {
  if (type === 'convened') stay.roll = data['roll'] as unknown as Sum;
  if (type !== 'meeting-begun' && type !== 'not-quorate') return;
  const [whole, present] = [data['roll'], data['present']] as unknown as readonly [Sum, Sum];
  stay.roll = whole;
  stay.present = present;
  const turnout = turnoutOf(stay.rule.attends ?? [], { whole, present, cast: nothing });
  if (!isSame(turnout, data['turnout'])) say('turnout-differs');
  if (allMet(turnout) !== (type === 'meeting-begun')) say('began-short');
}

const keyOf = ({ step, n }: { readonly step: string; readonly n: number }): string => `${n} ${step}`;

/** The lists by what they are of; of two that are of the same, the first. */
function sorted(
  lists: readonly BallotList[],
  matter: unknown,
): {
  readonly faults: readonly RecountFault[];
  readonly byKey: ReadonlyMap<string, BallotList>;
} {
  const faults: RecountFault[] = [];
  const byKey = new Map<string, BallotList>();
  for (const list of lists) {
    const { step } = list.poll;
    if (list.poll.matter !== matter) faults.push({ code: 'other-matter', step });
    else if (byKey.has(keyOf(list.poll))) faults.push({ code: 'listed-twice', step });
    else byKey.set(keyOf(list.poll), list);
  }
  return { faults, byKey };
}

function isVersion(procedure: Procedure, version: unknown): boolean {
  const { version: _, ...normal } = procedure;
  return asJson(normal).ok && versionOf(normal) === version;
}

/**
 * Re-evaluates whatever a matter's meetings and votes decided under the procedure that it ran under, from what is
 * published of it alone: the record, and the lists of counted ballots. Whether the record itself was changed is for
 * `verifyDocument`; here the question is whether it says what its ballots and its rule come to.
 * @param procedure the version that the first event names; any other is refused, for its rule is another.
 */
export function recount(
  procedure: Procedure,
  events: readonly Event[],
  lists: readonly BallotList[] = [],
): Recount {
  const first = events[0]?.data ?? {};
  if (!isVersion(procedure, first['procedureVersion']))
    return { faults: [{ code: 'procedure-differs' }], polls: [] };
  const { faults, byKey } = sorted(lists, first['matter']);
  const reader = new Reader(procedure.steps ?? {}, byKey);
  for (const event of events) reader.read(event);
  const counted = new Set(reader.polls.map(keyOf));
  const unused = [...byKey].filter(([key]) => !counted.has(key));
  return {
    faults: [
      ...faults,
      ...reader.faults,
      ...unused.map(([, { poll }]): RecountFault => ({ code: 'no-such-poll', step: poll.step })),
    ],
    polls: reader.polls,
  };
}
