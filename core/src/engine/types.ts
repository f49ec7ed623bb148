import type { CommunityId, Handle, Instant, MatterId, OrganId, PlaceId } from '../basics/ids.ts';
import type { Json, JsonObject } from '../basics/json.ts';
import type { Calendar, Duration } from '../calendar/calendar.ts';
import type { GridRules } from '../grids/types.ts';
import type { ConversationFacts } from '../opinion/facts.ts';
import type { OrganisationKind } from '../registry/organisation.ts';
import type { PollFacts, Resolution } from '../voting/facts.ts';

/** 地点层级, largest first. A matter's place path runs from the district down to the smallest place that is known. */
export const levels = ['district', 'street', 'community', 'grid', 'building'] as const;
export type Level = (typeof levels)[number];
export interface Place {
  readonly id: PlaceId;
  readonly level: Level;
  readonly title: string;
}

/** 机构: one real organ of the kind that the charter describes, serving the area `area`. */
export interface Organ {
  readonly id: OrganId;
  /** Key in `Charter.organs`. */
  readonly kind: string;
  readonly title: string;
  readonly area: PlaceId;
}
/** 岗位: a person's seat in an organ. */
export interface Post {
  readonly post: string;
  readonly organ: OrganId;
}

export const verbs = ['propose', 'decide', 'execute', 'assist', 'supervise', 'refuse'] as const;
export type Verb = (typeof verbs)[number];

/** What a post may do beside the steps of procedures: pages and tools, not stages of a matter. */
export const rights = [
  'intake',
  'import',
  'export',
  'publish',
  'see-measures',
  'see-contact',
  'registry',
  'manage-posts',
  'manage-grids',
  'approve-export',
] as const;
export type Right = (typeof rights)[number];

/** An affair as powers and figures name it. */
export interface AffairRef {
  readonly id: string;
  readonly class: string;
  readonly group: string;
  /** The kind of organ that usually handles it. */
  readonly handler: string;
  /** 承诺时限: within what it is settled, where the catalogue promises that; a matter keeps what it began with. */
  readonly limit?: Duration;
}
/** Something that is brought along to have a service item done. */
export interface Material {
  readonly id: string;
  readonly title: string;
  /** The case in which alone it is needed, in words. */
  readonly when?: string;
}
/** What a catalogue of service items says of one of them, beside what it is. */
export interface ServiceRules {
  /** Name of the catalogue: a matter is only about items of the one that its charter goes by. */
  readonly catalogue: string;
  readonly materials: readonly Material[];
  /** Answers of the opening form that this item admits, by the field's name: who may ask, which ways it may come in. */
  readonly admits: Readonly<Record<string, readonly string[]>>;
}
/** 事务 by id: what the engine needs of the catalogue. */
export type Affairs = Readonly<
  Record<string, AffairRef & { readonly title: string; readonly service?: ServiceRules }>
>;

/** 章程 */
export interface Charter {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly organs: Readonly<Record<string, { readonly title: string; readonly level: Level }>>;
  readonly posts: Readonly<
    Record<
      string,
      {
        readonly title: string;
        /** Kinds of organ that have this post. */
        readonly in: readonly string[];
        /** Whose matters the post may read whole: those its organ handles, or all inside the organ's area. */
        readonly sees: 'own' | 'area';
        readonly rights: readonly Right[];
      }
    >
  >;
  readonly powers: readonly {
    readonly organ: string;
    readonly may: readonly Verb[];
    /** Affair ids, affair groups or classes, or `all`. */
    readonly on: readonly string[];
  }[];
  readonly separations: readonly Separation[];
  readonly procedures: readonly string[];
  /** What those who go from door to door do, by name. */
  readonly fieldwork?: string;
  /** 办事目录: the catalogue of what its window takes in, by name. */
  readonly serviceItems?: string;
  /** Into which groups it sorts its residents, by name. */
  readonly groups?: string;
  /** Sizes that its grids are held to, and what counts as work. */
  readonly grids?: GridRules;
  /** 单位: the kinds that its registry knows; none where it keeps no organisations. */
  readonly organisations: readonly OrganisationKind[];
}
export type Separation =
  | { readonly these: readonly Verb[]; readonly because: string }
  | { readonly affairs: string; readonly neverAssignedTo: string; readonly because: string };

/** Who may act. `in` narrows to organs of that level whose area holds the matter's place. */
export type ActorRule =
  | { readonly who: 'anyone' | 'resident' | 'opener' | 'assignee' | 'parent-assignee' | 'system' }
  | { readonly who: 'post'; readonly post: string; readonly in?: Level }
  | { readonly who: 'organ'; readonly organ: string }
  | { readonly who: 'any'; readonly of: readonly ActorRule[] };

/** Where a stage's outcome leads. After `times` passages the way `after` is taken instead. */
export interface Way {
  readonly to: string;
  readonly times?: number;
  readonly after?: string;
}
/** One duration, one for each degree of urgency, or the one that the catalogue promises for the matter's affair. */
export type Limit =
  | Duration
  | { readonly by: 'urgency'; readonly cases: Readonly<Record<string, Duration>> }
  | { readonly by: 'affair' };

/** What a procedure calls an action where the usual words do not fit: on the button, and in the record. */
export interface Said {
  readonly do?: string;
  readonly did?: string;
}
/** By name of the action. */
export type Says = Readonly<Record<string, Said>>;

/** 环节 as written in the procedure; `config` belongs to the kind and was checked against its schema. */
export interface Step {
  readonly title: string;
  readonly kind: string;
  readonly by?: ActorRule;
  readonly limit?: Limit;
  /** Who is told when the limit passes; lateness is always marked and counted. */
  readonly late: readonly ActorRule[];
  readonly then: Readonly<Record<string, Way>>;
  /** Rulebook ids and articles that ask for this step. */
  readonly law: readonly string[];
  readonly says?: Says;
  readonly config: unknown;
}

export const fieldTypes = [
  'text',
  'long-text',
  'choice',
  'choices',
  'yes-no',
  'number',
  'affair',
  'place',
  'location',
  'photos',
  'phone',
  'organ',
  'organs',
  'matter',
  'matters',
  'figures',
  'moment',
] as const;
export type FieldType = (typeof fieldTypes)[number];
export interface Choice {
  readonly value: string;
  readonly title: string;
  /** When to choose it. */
  readonly hint?: string;
}
/** Who may read a sealed value: everyone, those who take part, or only the organs that handle the matter. */
export type Audience = 'public' | 'parties' | 'handlers';
/** One thing asked of a person. Screens draw any form from these; the engine bounds every answer by them. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Sealed answers stand outside the chain and can be erased; plain ones are public for ever. */
  readonly sealed: boolean;
  readonly audience: Audience;
  /** Most characters, items or, for numbers, the greatest value. */
  readonly most: number;
  readonly choices?: readonly Choice[];
  readonly hint?: string;
}

/** 程序, normalised and checked. `version` is the hash of its normal form: a matter keeps the one it began under. */
export interface Procedure {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sources: readonly string[];
  /** `public`: anyone may follow the record (without sealed values); `parties`: only those concerned. */
  readonly publicity: 'public' | 'parties';
  readonly opens: {
    readonly by: ActorRule;
    readonly form: readonly Field[];
    /** Matters are about entries of the charter's catalogue of service items; else about affairs, or nothing named. */
    readonly about?: 'service-items';
    /** What whoever opened it is called; 发起人 where the procedure says nothing else. */
    readonly opener?: string;
  };
  /** Degrees of urgency, most urgent first, each with its title. */
  readonly grades: readonly Choice[];
  readonly first: string;
  /** Where the first step depends on a choice in the opening form: the step for each value. `first` is one of them. */
  readonly firstBy?: { readonly field: string; readonly cases: Readonly<Record<string, string>> };
  readonly steps: Readonly<Record<string, Step>>;
  readonly always: Always;
  /** 及时率: the share of matters that left this step, the first time, within its limit; a figure that is shown. */
  readonly timely?: { readonly step: string; readonly title: string };
  /** At every step that says nothing else. */
  readonly says?: Says;
}
/** What may be done at any stage of an open matter. Absent: not in this procedure. */
export interface Always {
  readonly join?: { readonly by: ActorRule };
  readonly withdraw?: { readonly by: ActorRule };
  readonly supervise?: { readonly by: ActorRule };
  /** 剔除: asked with a reason, decided by somebody else; the trace stays. */
  readonly exclude?: {
    readonly ask: ActorRule;
    readonly decide: ActorRule;
    readonly reasons: readonly Choice[];
  };
}

/** Everything dated and written that a matter runs under. */
export interface Definition {
  readonly procedure: Procedure;
  readonly charter: Charter;
}

/** Who acts, as this matter may know them. */
export interface Actor {
  readonly handle: Handle;
  readonly posts: readonly Post[];
  readonly kind: 'system' | 'person' | 'guest';
  /** The caller for whom who takes calls in acts, as this matter may know them. */
  readonly behalfOf?: Handle;
}
/** Loaded by the shell before each decision; nothing else may be asked. */
export interface Facts {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly organs: readonly Organ[];
  readonly affairs: Affairs;
  /** Of a stage that has a roll: who is on it, who is there, what was voted. */
  readonly poll?: PollFacts;
  /** Of a discussion with statements: what was said and voted beside it. */
  readonly conversation?: ConversationFacts;
  /** Plain answers of the opening form; only for a command that goes by one of them. */
  readonly opening?: JsonObject;
}

/** How the actor stands in the record: a pseudonym, and the seat acted from. */
export interface ActorStamp {
  readonly handle: Handle;
  readonly post?: string;
  readonly organ?: OrganId;
}
/** What happened, as `evolve` reads it. */
export interface MatterEvent {
  readonly seq: number;
  readonly type: string;
  readonly step?: string;
  readonly at: Instant;
  readonly actor: ActorStamp;
  readonly data: JsonObject;
}
/** What `decide` says has happened: the shell commits to the sealed values and chains it. */
export interface Draft extends MatterEvent {
  readonly sealed?: Readonly<Record<string, SealedValue>>;
  /** Answers that belong to the child matter which the event opens: they stand in its record alone. */
  readonly passedOn?: JsonObject;
}
export interface SealedValue {
  readonly value: Json;
  readonly audience: Audience;
}
/** An event before the engine numbers and stamps it. */
export interface NewEvent {
  readonly type: string;
  readonly data?: JsonObject;
  readonly sealed?: Readonly<Record<string, Json>>;
  readonly passedOn?: JsonObject;
}

export interface Clock {
  readonly dueAt: Instant;
  readonly passedAt?: Instant;
}
/** One stay in a step; `n` counts the stays in that step from 1. */
export interface Visit {
  readonly step: string;
  readonly kind: string;
  readonly n: number;
  readonly enteredAt: Instant;
  readonly clocks: Readonly<Record<string, Clock>>;
  /** Belongs to the kind. */
  readonly state: JsonObject;
}
export interface PastVisit {
  readonly step: string;
  readonly n: number;
  readonly enteredAt: Instant;
  readonly leftAt: Instant;
  readonly outcome: string;
  readonly late: boolean;
}
export interface Child {
  readonly id: MatterId;
  readonly procedure: string;
  readonly organ?: OrganId;
  readonly fromStep: string;
  readonly openedAt: Instant;
  /** What the child says of itself while it waits for what the parent decides. */
  readonly waiting?: JsonObject;
  readonly ended?: { readonly outcome: string; readonly at: Instant };
}
export interface Rating {
  readonly step: string;
  readonly at: Instant;
  /** Whether somebody got in touch, whether it is solved, and how content the person is. */
  readonly contacted: boolean;
  readonly solved: boolean;
  readonly satisfied: 'satisfied' | 'basically' | 'dissatisfied';
  readonly by: 'app' | 'phone';
}
export interface Exclusion {
  readonly status: 'asked' | 'granted' | 'refused';
  readonly reason: string;
  readonly askedBy: Handle;
  readonly askedAt: Instant;
  readonly decidedAt?: Instant;
}
export type Stage =
  | { readonly status: 'open'; readonly visit: Visit }
  | { readonly status: 'ended'; readonly outcome: string; readonly step: string; readonly at: Instant };

/** A clock that passed, and the organ that held the matter then. */
export interface LateMark {
  readonly step: string;
  readonly n: number;
  readonly clock: string;
  readonly dueAt: Instant;
  readonly organ?: OrganId;
}
/** 事项: the fold of its record. */
export interface Matter {
  readonly id: MatterId;
  readonly community: CommunityId;
  /** Number of the last event; 1-based. */
  readonly version: number;
  readonly procedure: string;
  readonly procedureVersion: string;
  readonly charter: string;
  readonly channel: string;
  readonly opener: Handle;
  readonly openedAt: Instant;
  /** Time of the last event: the shell never decides before it, whatever its own clock says. */
  readonly lastAt: Instant;
  readonly affair: AffairRef | undefined;
  readonly urgency: string;
  readonly placePath: readonly Place[];
  readonly parent: MatterId | undefined;
  /** The organ that handled the parent when it called for this child. */
  readonly parentAssignee: OrganId | undefined;
  readonly assignee: OrganId | undefined;
  /** 首接负责: the first organ that took the matter on. */
  readonly answerable: OrganId | undefined;
  readonly stage: Stage;
  readonly path: readonly PastVisit[];
  readonly children: readonly Child[];
  readonly joined: readonly Handle[];
  readonly lateMarks: readonly LateMark[];
  readonly ratings: readonly Rating[];
  readonly exclusion: Exclusion | undefined;
  /** What meetings and votes of this matter have decided, oldest first. */
  readonly resolutions: readonly Resolution[];
  readonly supervisedAt: Instant | undefined;
}

/** A copy of a matter that nobody else holds yet: events may be folded into it in place. */
export type OwnMatter = { -readonly [Name in keyof Matter]: Matter[Name] };

/** An instruction. `visit` names the stay the actor was looking at; a stale one is refused, not applied elsewhere. */
export interface Command {
  readonly type: string;
  readonly visit?: { readonly step: string; readonly n: number };
  readonly input: JsonObject;
}
export interface OpenCommand {
  readonly id: MatterId;
  readonly community: CommunityId;
  readonly channel: string;
  /** The person concerned, when somebody else takes the matter in for them. */
  readonly opener: Handle;
  /** Id in the catalogue. */
  readonly affair?: string;
  readonly urgency: string;
  readonly placePath: readonly Place[];
  readonly parent?: { readonly matter: MatterId; readonly assignee?: OrganId };
  /** The organ that must handle a child matter. */
  readonly assignee?: OrganId;
  /** Where the matter was taken over from, and when it was first reported there. Public. */
  readonly origin?: Origin;
  /** What the channel knows beside the form (ticket number, e-mail): sealed, for the handlers alone. */
  readonly aside?: Readonly<Record<string, string>>;
  readonly input: JsonObject;
}
/** Another system that took the matter in first. Limits run from our own opening: nobody is late before a matter came. */
export interface Origin {
  readonly source: string;
  readonly reportedAt?: Instant;
}
