/** Shapes of the HTTP interface that matter pages read; the server's OpenAPI document is their source. */

export type Sight = 'public' | 'parties' | 'handlers';
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Answers = Readonly<Record<string, Json>>;
export interface Titled {
  readonly id: string;
  readonly title: string;
}
/** A no, in words: what rule, why, and what can be done instead. */
export interface RefusalBody {
  readonly code: string;
  readonly message: string;
  readonly about?: string;
  readonly law?: string;
}
export type FieldType =
  | 'text'
  | 'long-text'
  | 'choice'
  | 'yes-no'
  | 'number'
  | 'affair'
  | 'place'
  | 'location'
  | 'photos'
  | 'phone'
  | 'organ'
  | 'organs'
  | 'matter'
  | 'matters'
  | 'figures';
export interface FieldBody {
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly sealed: boolean;
  readonly audience: Sight;
  readonly most: number;
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  readonly hint?: string;
}
export interface OfferBody {
  readonly name: string;
  readonly title: string;
  readonly main: boolean;
  readonly fields: readonly FieldBody[];
  readonly hindrance?: RefusalBody;
}
export type StationState = 'done' | 'here' | 'to-come' | 'skipped' | 'late';
export interface StationBody {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly state: StationState;
  readonly who?: string;
  readonly dueAt?: number;
  readonly enteredAt?: number;
  readonly leftAt?: number;
  readonly rule?: string;
  readonly outcome?: string;
  readonly visits: number;
  readonly branches: readonly {
    readonly title: string;
    readonly state: StationState;
    readonly outcome?: string;
  }[];
  readonly backTo: readonly { readonly id: string; readonly taken: boolean; readonly outcome: string }[];
}
export interface SaidBody {
  readonly name: string;
  readonly audience: Sight;
  readonly value?: Json;
  readonly masked?: string;
  readonly erased?: boolean;
}
export interface EventBody {
  readonly seq: number;
  readonly type: string;
  readonly step?: string;
  readonly stepTitle?: string;
  readonly at: number;
  readonly by: {
    readonly role: 'opener' | 'person' | 'post' | 'system';
    readonly post?: string;
    readonly organ?: string;
    readonly name?: string;
    readonly me?: boolean;
  };
  readonly data: Readonly<Record<string, Json>>;
  readonly said: readonly SaidBody[];
  readonly hash: string;
}
export interface ChildBody {
  readonly id: string;
  readonly title: string;
  readonly organ?: string;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly answer?: string;
}
export interface MatterBody {
  readonly community: string;
  readonly communityTitle: string;
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly sight: Sight;
  readonly mine: boolean;
  readonly procedure: Titled;
  readonly title: string;
  readonly affair?: Titled & { readonly class: string };
  readonly urgency: { readonly value: string; readonly title: string };
  readonly channel: string;
  readonly places: readonly { readonly id: string; readonly level: string; readonly title: string }[];
  readonly spot?: { readonly lat: number; readonly long: number };
  readonly openedAt: number;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly endedAt?: number;
  readonly assignee?: Titled;
  readonly visit?: {
    readonly step: string;
    readonly n: number;
    readonly kind: string;
    readonly state: Readonly<Record<string, Json>>;
  };
  readonly next?: {
    readonly title: string;
    readonly who: readonly string[];
    readonly dueAt?: number;
    readonly late: boolean;
  };
  readonly stations: readonly StationBody[];
  readonly record: readonly EventBody[];
  readonly head: string;
  readonly offers: readonly OfferBody[];
  readonly parent?: Titled;
  readonly children: readonly ChildBody[];
  readonly joined: number;
  readonly joinedByMe: boolean;
  readonly rating?: {
    readonly contacted: boolean;
    readonly solved: boolean;
    readonly satisfied: string;
    readonly at: number;
    readonly by: string;
  };
  readonly exclusion?: { readonly status: string; readonly reason: string };
  readonly suggestedOrgans: readonly (Titled & { readonly why: string })[];
}
export interface MatterLine {
  readonly community: string;
  readonly communityTitle: string;
  readonly id: string;
  readonly number: string;
  readonly procedure: Titled;
  readonly title: string;
  readonly affair?: Titled;
  readonly class?: string;
  readonly urgency: string;
  readonly channel: string;
  readonly place?: string;
  readonly step: Titled;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly organ?: Titled;
  readonly openedAt: number;
  readonly endedAt?: number;
  readonly dueAt?: number;
  readonly late: boolean;
  readonly joined: number;
  readonly rated?: string;
  readonly spot?: { readonly lat: number; readonly long: number };
}
export interface MatterPage {
  readonly rows: readonly MatterLine[];
  readonly next?: string;
}
