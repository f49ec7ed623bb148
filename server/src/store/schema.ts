import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import type { Matter } from '@liren/core/engine/types.ts';

/** Columns as the driver returns them; instants are epoch milliseconds. See server/migrations for the meaning. */
export interface Tables {
  place: {
    id: string;
    parent_id: string | null;
    level: string;
    title: string;
    code: string | null;
    shape: Json | null;
  };
  community: { id: string; title: string; place_id: string; street_id: string; charter: string };
  organ: { id: string; kind: string; title: string; area_id: string };
  procedure_version: { id: string; version: string; body: Json };
  calendar_year: { calendar: string; year: number; body: Json };
  matter: MatterRow;
  event: EventRow;
  sealed: {
    community_id: string;
    matter_id: string;
    seq: number;
    name: string;
    audience: string;
    body: string;
  };
  command: { community_id: string; id: string; matter_id: string; version: number };
  participant: { community_id: string; matter_id: string; handle: string; person_id: string; role: string };
  task: {
    community_id: string;
    matter_id: string;
    version: number;
    audience: string;
    step: string;
    due_at: number;
    late: boolean;
    since: number;
  };
  message: {
    community_id: string;
    id: string;
    matter_id: string;
    audience: string;
    key: string;
    params: JsonObject;
    at: number;
    read_at: number | null;
  };
  outbox: {
    community_id: string;
    id: string;
    matter_id: string;
    audience: string;
    key: string;
    params: JsonObject;
    at: number;
    attempts: number;
    next_at: number | null;
  };
  notice: {
    community_id: string;
    matter_id: string;
    seq: number;
    procedure: string;
    published_at: number;
    until_at: number;
  };
  measure: {
    community_id: string;
    month: string;
    organ_id: string;
    class: string;
    procedure: string;
    opened: number;
    ended: number;
    late: number;
    excluded: number;
    calls: number;
    contacted: number;
    solved: number;
    satisfied: number;
    basically: number;
  };
  matter_words: { community_id: string; matter_id: string; words: string; opened_at: number };
  look: {
    community_id: string;
    id: string;
    matter_id: string;
    person_id: string;
    post: string;
    organ_id: string;
    what: string;
    reason: string;
    at: number;
  };
  checkpoint: { community_id: string; n: number; at: number; body: Json; leaves: Json | null };
}
export interface MatterRow {
  community_id: string;
  id: string;
  number: string;
  version: number;
  head: string;
  procedure: string;
  procedure_version: string;
  charter: string;
  status: string;
  step: string;
  outcome: string | null;
  channel: string;
  affair: string | null;
  class: string | null;
  urgency: string;
  place_id: string | null;
  grid_id: string | null;
  organ_id: string | null;
  parent_id: string | null;
  opened_at: number;
  ended_at: number | null;
  due_at: number | null;
  next_clock_at: number | null;
  late: boolean;
  excluded: boolean;
  rated: string | null;
  joined: number;
  lat: number | null;
  long: number | null;
  state: Matter;
}
export interface EventRow {
  community_id: string;
  matter_id: string;
  seq: number;
  type: string;
  step: string | null;
  at: number;
  actor: JsonObject;
  data: JsonObject;
  commitments: Record<string, { commit: string }> | null;
  prev: string;
  hash: string;
}
