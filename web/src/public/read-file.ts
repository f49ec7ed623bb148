/** Larger files are refused before they are read; the same bound as the command line's. */
const longestBytes = 64 * 1024 * 1024;

export type FileRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'too-large' | 'no-json' };

/** A chosen file as JSON. */
export async function readJsonFile(file: Blob): Promise<FileRead> {
  if (file.size > longestBytes) return { ok: false, why: 'too-large' };
  try {
    return { ok: true, value: JSON.parse(await file.text()) };
  } catch {
    return { ok: false, why: 'no-json' };
  }
}
