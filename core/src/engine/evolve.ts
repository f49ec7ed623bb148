import { type CommunityId, type Instant, matterId, organId, placeId } from '../basics/ids.ts';
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

const affairFrom = ({ id, class: affairClass, group, handler }: JsonObject): AffairRef => ({
  id: text(id),
  class: text(affairClass),
  group: text(group),
  handler: text(handler),
});

/** The first event makes the matter. */
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
    ...(affair['id'] !== undefined && { affair: affairFrom(affair) }),
    urgency: text(data['urgency']),
    placePath: list(data['placePath']).map(placeFrom),
    ...(parent !== '' && { parent: matterId(parent) }),
    ...(parentAssignee !== '' && { parentAssignee: organId(parentAssignee) }),
    ...(assignee !== '' && { assignee: organId(assignee), answerable: organId(assignee) }),
    stage: { status: 'ended', outcome: '', step: '', at: event.at },
    path: [],
    children: [],
    joined: [],
    lateMarks: [],
    ratings: [],
  };
}

/** A value of null stops a clock; a number sets it anew. */
function withClocks(clocks: Visit['clocks'], change: JsonObject): Visit['clocks'] {
  const next: Record<string, Clock> = { ...clocks };
  for (const [name, dueAt] of Object.entries(change)) {
    if (dueAt === null) delete next[name];
    else next[name] = { dueAt: instant(dueAt) };
  }
  return next;
}

type Change = (matter: Matter, event: MatterEvent) => Matter;

const onVisit = (matter: Matter, change: (visit: Visit) => Visit): Matter =>
  matter.stage.status === 'open'
    ? { ...matter, stage: { status: 'open', visit: change(matter.stage.visit) } }
    : matter;

const changes: Readonly<Record<string, Change>> = {
  'step-entered': (matter, { data, step, at }) => ({
    ...matter,
    stage: {
      status: 'open',
      visit: {
        step: step ?? '',
        kind: text(data['kind']),
        n: Number(data['n']),
        enteredAt: at,
        clocks: withClocks({}, object(data['clocks'])),
        state: object(data['state']),
      },
    },
  }),
  'step-left': (matter, { data, at }) => {
    if (matter.stage.status !== 'open') return matter;
    const { step, n, enteredAt } = matter.stage.visit;
    const late = matter.lateMarks.some((mark) => mark.step === step && mark.n === n);
    const past = { step, n, enteredAt, leftAt: at, outcome: text(data['outcome']), late };
    return { ...matter, path: [...matter.path, past] };
  },
  ended: (matter, { data, step, at }) => ({
    ...matter,
    stage: { status: 'ended', outcome: text(data['outcome']), step: step ?? '', at },
  }),
  'clock-passed': (matter, { data, at }) => {
    const clock = text(data['clock']);
    const passed = onVisit(matter, (visit) => ({
      ...visit,
      clocks: { ...visit.clocks, [clock]: { dueAt: instant(data['dueAt']), passedAt: at } },
    }));
    if (data['late'] !== true || passed.stage.status !== 'open') return passed;
    const { step, n } = passed.stage.visit;
    const mark = {
      step,
      n,
      clock,
      dueAt: instant(data['dueAt']),
      ...(matter.assignee !== undefined && { organ: matter.assignee }),
    };
    return { ...passed, lateMarks: [...passed.lateMarks, mark] };
  },
  'children-opened': (matter, { data, step, at }) => {
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
    return { ...matter, children: [...matter.children, ...children] };
  },
  'child-ended': (matter, { data, at }) => ({
    ...matter,
    children: matter.children.map((child) =>
      child.id === data['child'] ? { ...child, ended: { outcome: text(data['outcome']), at } } : child,
    ),
  }),
  joined: (matter, event) => ({ ...matter, joined: [...matter.joined, event.actor.handle] }),
  supervised: (matter, event) => ({ ...matter, supervisedAt: event.at }),
  'exclusion-asked': (matter, event) => ({
    ...matter,
    exclusion: {
      status: 'asked',
      reason: text(event.data['reason']),
      askedBy: event.actor.handle,
      askedAt: event.at,
    },
  }),
  'exclusion-decided': (matter, event) => {
    if (matter.exclusion === undefined) return matter;
    const status: Exclusion['status'] = event.data['granted'] === true ? 'granted' : 'refused';
    return { ...matter, exclusion: { ...matter.exclusion, status, decidedAt: event.at } };
  },
};

/** Kinds change their own state, may set clocks, and may change the matter. */
function evolveKind(matter: Matter, event: MatterEvent): Matter {
  if (matter.stage.status !== 'open' || event.step !== matter.stage.visit.step) return matter;
  const kind = kindOf(matter.stage.visit.kind);
  const next = onVisit(matter, (visit) => ({
    ...visit,
    clocks: withClocks(visit.clocks, object(event.data['clocks'])),
    state: kind.evolve(visit.state, event) as JsonObject,
  }));
  return kind.evolveMatter?.(next, event) ?? next;
}

/** Pure fold: the matter after this event. The first event of a record must be `opened`. */
export function evolve(matter: Matter | undefined, event: MatterEvent): Matter {
  if (matter === undefined) {
    if (event.type !== 'opened') throw new Error(`a record begins with opened, not ${event.type}`);
    return opened(event);
  }
  const change = changes[event.type];
  const next = change === undefined ? evolveKind(matter, event) : change(matter, event);
  return { ...next, version: event.seq, lastAt: event.at };
}

/** The matter that a whole record makes. */
export function replay(events: readonly MatterEvent[]): Matter | undefined {
  return events.reduce<Matter | undefined>(evolve, undefined);
}
