import type { CommunityId, Instant, MatterId } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Checkpoint, InclusionProof, Leaf } from './checkpoint.ts';
import type { ChainedEvent, Opening } from './event.ts';
import type { RecordFault } from './fault.ts';
import { exactly, hash, json, jsonObject, list, map, object, type Shape, text, whole } from './shape.ts';

/** One matter's record as anyone may keep and verify it, with neither server nor database. */
export interface RecordDocument {
  readonly format: 'liren-record/1';
  readonly community: CommunityId;
  readonly matter: MatterId;
  readonly procedure: string;
  readonly procedureVersion: string;
  readonly charter: string;
  readonly exportedAt: Instant;
  readonly events: readonly ChainedEvent[];
  /** By the event's number, then by name: sealed values that the reader may see. Any of them may be left out. */
  readonly openings?: Readonly<Record<string, Readonly<Record<string, Opening>>>>;
  readonly checkpoints?: readonly Checkpoint[];
  /** Of the latest checkpoint when the file was made. */
  readonly proof?: InclusionProof;
}

/** Published checkpoints, kept by whoever does not want to rely on the exported file alone. */
export interface CheckpointList {
  readonly format: 'liren-checkpoints/1';
  readonly community: CommunityId;
  readonly checkpoints: readonly Checkpoint[];
  /** All records that the checkpoint of that number covers. */
  readonly covers?: { readonly checkpoint: number; readonly leaves: readonly Leaf[] };
}

/** Callers refuse a longer file before parsing it. */
export const longestDocumentBytes = 64 * 1024 * 1024;
const mostEvents = 20_000;
const mostCheckpoints = 100_000;
const mostLeaves = 2_000_000;
const mostNames = 500;
const mostSiblings = 64;

const name = text(200);
const instantShape = whole(-8.64e15, 8.64e15);
const leaf = object({ matter: name, seq: whole(1), head: hash });
const checkpoint = object({
  community: name,
  n: whole(1),
  at: instantShape,
  prev: hash,
  root: hash,
  leaves: whole(0),
  hash,
});
const event = object(
  {
    matter: name,
    seq: whole(1),
    type: name,
    at: instantShape,
    actor: object({ handle: name }, { post: name, organ: name }),
    data: jsonObject,
    prev: hash,
    hash,
  },
  { step: name, sealed: map(object({ commit: hash }), mostNames) },
);
const documentShape = object(
  {
    format: exactly('liren-record/1'),
    community: name,
    matter: name,
    procedure: name,
    procedureVersion: name,
    charter: name,
    exportedAt: instantShape,
    events: list(event, mostEvents),
  },
  {
    openings: map(map(object({ salt: name, value: json }), mostNames), mostEvents, /^[1-9]\d{0,5}$/),
    checkpoints: list(checkpoint, mostCheckpoints),
    proof: object({ checkpoint: whole(1), leaf, index: whole(0), siblings: list(hash, mostSiblings) }),
  },
);
const checkpointListShape = object(
  {
    format: exactly('liren-checkpoints/1'),
    community: name,
    checkpoints: list(checkpoint, mostCheckpoints),
  },
  { covers: object({ checkpoint: whole(1), leaves: list(leaf, mostLeaves) }) },
);

function read<T>(shape: Shape, value: unknown): Result<T, RecordFault> {
  const where = shape(value, '');
  return where === undefined ? ok(value as T) : err({ code: 'malformed', where });
}

/** Shape only: nothing about hashes is known yet. */
export const readDocument = (value: unknown): Result<RecordDocument, RecordFault> =>
  read(documentShape, value);

/** Shape only: nothing about hashes is known yet. */
export const readCheckpointList = (value: unknown): Result<CheckpointList, RecordFault> =>
  read(checkpointListShape, value);
