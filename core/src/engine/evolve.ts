import {
  type CommunityId,
  handle,
  type Instant,
  matterId,
  type OrganId,
  organId,
  placeId,
} from '../basics/ids.ts';
import type { Json, JsonObject } from '../basics/json.ts';
import { kindOf } from '../steps/index.ts';
import type {
  AffairRef,
  Child,
  Clock,
  Exclusion,
  Level,
  Matter,
  MatterEvent,
  OwnMatter,
  Place,
  Visit,
} from './types.ts';

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const instant = (value: Json | undefined): Instant => (typeof value === 'number' ? value : 0) as Instant;

const placeFrom = (value: Json): Place => {
  const { id, level, title } = object(value);
  return { id: placeId(text(id)), level: text(level) as Level, title: text(title) };
};

const affairFrom = ({ id, class: affairClass, group, handler, limit }: JsonObject): AffairRef => ({
  id: text(id),
  class: text(affairClass),
  group: text(group),
  handler: text(handler),
  // The engine wrote it from a checked catalogue.
  ...(limit !== undefined && { limit: limit as unknown as NonNullable<AffairRef['limit']> }),
});

const organFrom = (id: string): OrganId | undefined => (id === '' ? undefined : organId(id));

/** The first event makes the matter, with every field it will ever have: all matters then have one shape. */
function opened(event: MatterEvent): Matter {
  const { data } = event;
  const affair = object(data['affair']);
  const parent = text(data['parent']);
  const assignee = text(data['assignee']);
  const parentAssignee = text(data['parentAssignee']);
  return {
    id: matterId(text(data['matter'])),
    community: text(data['community']) as CommunityId,
    version: event.seq,
    procedure: text(data['procedure']),
    procedureVersion: text(data['procedureVersion']),
    charter: text(data['charter']),
    channel: text(data['channel']),
    opener: text(data['opener']) as Matter['opener'],
    openedAt: event.at,
    lastAt: event.at,
    affair: affair['id'] === undefined ? undefined : affairFrom(affair),
    urgency: text(data['urgency']),
    placePath: list(data['placePath']).map(placeFrom),
    parent: parent === '' ? undefined : matterId(parent),
    parentAssignee: organFrom(parentAssignee),
    assignee: organFrom(assignee),
    answerable: organFrom(assignee),
    stage: { status: 'ended', outcome: '', step: '', at: event.at },
    path: [],
    children: [],
    joined: [],
    lateMarks: [],
    ratings: [],
    exclusion: undefined,
    resolutions: [],
    supervisedAt: undefined,
  };
}

/** A value of null stops a clock; a number sets it anew. The clocks themselves when nothing changes. */
function withClocks(clocks: Visit['clocks'], change: Json | undefined): Visit['clocks'] {
  if (change === undefined) return clocks;
  const next: Record<string, Clock> = { ...clocks };
  for (const [name, dueAt] of Object.entries(object(change))) {
    if (dueAt === null) delete next[name];
    else next[name] = { dueAt: instant(dueAt) };
  }
  return next;
}

type Change = (next: OwnMatter, event: MatterEvent) => void;

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  [
    'step-entered',
    (next, { data, step, at }) => {
      next.stage = {
        status: 'open',
        visit: {
          step: step ?? '',
          kind: text(data['kind']),
          n: Number(data['n']),
          enteredAt: at,
          clocks: withClocks({}, data['clocks']),
          state: object(data['state']),
        },
      };
    },
  ],
  [
    'step-left',
    (next, { data, at }) => {
      if (next.stage.status !== 'open') return;
      const { step, n, enteredAt } = next.stage.visit;
      const late = next.lateMarks.some((mark) => mark.step === step && mark.n === n);
      next.path = [...next.path, { step, n, enteredAt, leftAt: at, outcome: text(data['outcome']), late }];
    },
  ],
  [
    'ended',
    (next, { data, step, at }) => {
      next.stage = { status: 'ended', outcome: text(data['outcome']), step: step ?? '', at };
    },
  ],
  [
    'clock-passed',
    (next, { data, at }) => {
      if (next.stage.status !== 'open') return;
      const { visit } = next.stage;
      const { step, n } = visit;
      const clock = text(data['clock']);
      const dueAt = instant(data['dueAt']);
      const clocks = { ...visit.clocks, [clock]: { dueAt, passedAt: at } };
      next.stage = { status: 'open', visit: { ...visit, clocks } };
      if (data['late'] !== true) return;
      const organ = next.assignee !== undefined && { organ: next.assignee };
      next.lateMarks = [...next.lateMarks, { step, n, clock, dueAt, ...organ }];
    },
  ],
  [
    'children-opened',
    (next, { data, step, at }) => {
      const children = list(data['children']).map((value): Child => {
        const { id, procedure, organ } = object(value);
        return {
          id: matterId(text(id)),
          procedure: text(procedure),
          ...(organ !== undefined && { organ: organId(text(organ)) }),
          fromStep: step ?? '',
          openedAt: at,
        };
      });
      next.children = [...next.children, ...children];
    },
  ],
  [
    'child-waiting',
    (next, { data }) => {
      next.children = next.children.map((child) =>
        child.id === data['child'] ? { ...child, waiting: object(data['about']) } : child,
      );
    },
  ],
  [
    'child-ended',
    (next, { data, at }) => {
      next.children = next.children.map((child) =>
        child.id === data['child'] ? { ...child, ended: { outcome: text(data['outcome']), at } } : child,
      );
    },
  ],
  [
    'joined',
    (next, { actor, data }) => {
      const caller = text(data['joined']);
      next.joined = [...next.joined, caller === '' ? actor.handle : handle(caller)];
    },
  ],
  [
    'supervised',
    (next, event) => {
      next.supervisedAt = event.at;
    },
  ],
  [
    'exclusion-asked',
    (next, event) => {
      next.exclusion = {
        status: 'asked',
        reason: text(event.data['reason']),
        askedBy: event.actor.handle,
        askedAt: event.at,
      };
    },
  ],
  [
    'exclusion-decided',
    (next, event) => {
      if (next.exclusion === undefined) return;
      const status: Exclusion['status'] = event.data['granted'] === true ? 'granted' : 'refused';
      next.exclusion = { ...next.exclusion, status, decidedAt: event.at };
    },
  ],
]);

/** Kinds change their own state, may set clocks, and may change the matter. */
function evolveKind(next: OwnMatter, event: MatterEvent): OwnMatter {
  if (next.stage.status !== 'open' || event.step !== next.stage.visit.step) return next;
  const { visit } = next.stage;
  const kind = kindOf(visit.kind);
  const clocks = withClocks(visit.clocks, event.data['clocks']);
  const state = kind.evolve(visit.state, event) as JsonObject;
  if (clocks !== visit.clocks || state !== visit.state)
    next.stage = { status: 'open', visit: { ...visit, clocks, state } };
  return kind.evolveMatter?.(next, event) ?? next;
}

/**
 * The matter after this event, written into `next` itself where possible. Only for who made that copy and shows it to
 * nobody who might keep it.
 */
export function foldInto(next: OwnMatter | undefined, event: MatterEvent): OwnMatter {
  if (next === undefined) {
    if (event.type !== 'opened') throw new Error(`a record begins with opened, not ${event.type}`);
    return opened(event);
  }
  next.version = event.seq;
  next.lastAt = event.at;
  const change = changes.get(event.type);
  if (change === undefined) return evolveKind(next, event);
  change(next, event);
  return next;
}

/** A copy to fold into. Written out, because every command takes one and a spread costs several times as much. */
export const ownCopy = (matter: Matter): OwnMatter => ({
  id: matter.id,
  community: matter.community,
  version: matter.version,
  procedure: matter.procedure,
  procedureVersion: matter.procedureVersion,
  charter: matter.charter,
  channel: matter.channel,
  opener: matter.opener,
  openedAt: matter.openedAt,
  lastAt: matter.lastAt,
  affair: matter.affair,
  urgency: matter.urgency,
  placePath: matter.placePath,
  parent: matter.parent,
  parentAssignee: matter.parentAssignee,
  assignee: matter.assignee,
  answerable: matter.answerable,
  stage: matter.stage,
  path: matter.path,
  children: matter.children,
  joined: matter.joined,
  lateMarks: matter.lateMarks,
  ratings: matter.ratings,
  exclusion: matter.exclusion,
  resolutions: matter.resolutions,
  supervisedAt: matter.supervisedAt,
});

/** Pure fold: the matter after this event. The first event of a record must be `opened`. */
export const evolve = (matter: Matter | undefined, event: MatterEvent): Matter =>
  foldInto(matter && ownCopy(matter), event);

/** The same over several events, with one copy for all. */
export function evolveAll(matter: Matter | undefined, events: readonly MatterEvent[]): Matter | undefined {
  let next = matter && ownCopy(matter);
  for (const event of events) next = foldInto(next, event);
  return next;
}

/** The matter that a whole record makes. */
export const replay = (events: readonly MatterEvent[]): Matter | undefined => evolveAll(undefined, events);
