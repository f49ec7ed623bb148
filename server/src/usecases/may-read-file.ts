import type { FileRecord } from '../adapters/files/file-records.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { findSeen } from './seen.ts';

/** A photo is seen by whoever may read what was said with it; before it is attached, by its uploader alone. */
export async function mayReadFile(deps: LineDeps, asker: Asker, file: FileRecord): Promise<boolean> {
  // Who left the post that they took it for has lost sight of the photo, too.
  if (file.matterId === null) return asker.kind === 'person' && asker.person === file.uploadedBy;
  const seen = await findSeen(deps, asker, file.communityId, file.matterId);
  return seen !== undefined && seen.sight !== 'public';
}
