import { isUuid, type PersonId } from '@liren/core/basics/ids.ts';
import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { Draft } from '@liren/core/engine/types.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';

interface Photo {
  readonly file: string;
  readonly sha256: string;
}
const isPhoto = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'file' in value && 'sha256' in value;

const photosOf = (value: Json | undefined): readonly Photo[] =>
  Array.isArray(value) ? (value.filter(isPhoto) as unknown as readonly Photo[]) : [];

/** Photos that the answers name, wherever they stand. */
const photosIn = (input: JsonObject): readonly Photo[] => Object.values(input).flatMap(photosOf);

/** Photos that a decision puts on the record. */
export const photosOn = (drafts: readonly Draft[]): readonly Photo[] =>
  drafts.flatMap((draft) => Object.values(draft.sealed ?? {}).flatMap(({ value }) => photosOf(value)));

/** Each photo must be the asker's own upload, with the very bytes the record will commit to, and not used elsewhere. */
export async function checkPhotos(
  client: Queryable,
  asker: Asker,
  community: string,
  matter: string | undefined,
  input: JsonObject,
): Promise<Result<undefined, Refusal>> {
  const photos = photosIn(input);
  if (photos.length === 0) return ok(undefined);
  const refusal = err({ code: 'field-invalid' as const, about: 'photos' });
  if (asker.kind !== 'person' || !photos.every((photo) => isUuid(photo.file))) return refusal;
  const { rows } = await client.query<{ id: string; sha256: string }>(
    `SELECT id, sha256 FROM file WHERE community_id = $1 AND id = ANY($2::uuid[]) AND uploaded_by = $3
     AND (matter_id IS NULL OR matter_id = $4::uuid)`,
    [community, photos.map((photo) => photo.file), asker.person, matter ?? null],
  );
  const known = new Map(rows.map((row) => [row.id, row.sha256]));
  return photos.every((photo) => known.get(photo.file) === photo.sha256) ? ok(undefined) : refusal;
}

/**
 * Ties the photos of a decision to its matter; part of the decision's own transaction. False when another decision
 * took one of them in between.
 */
export async function attachPhotos(
  client: Queryable,
  community: string,
  matter: string,
  person: PersonId | string | undefined,
  photos: readonly Photo[],
): Promise<boolean> {
  if (photos.length === 0) return true;
  const result = await client.query(
    `UPDATE file SET matter_id = $2 WHERE community_id = $1 AND id = ANY($3::uuid[]) AND uploaded_by = $4
     AND (matter_id IS NULL OR matter_id = $2)`,
    [community, matter, photos.map((photo) => photo.file), person],
  );
  return result.rowCount === new Set(photos.map((photo) => photo.file)).size;
}
