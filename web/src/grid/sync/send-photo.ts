import { sha256HexOfBytes } from '@liren/core/basics/hash.ts';
import { ownRefusal, RefusalError, readRefusal } from '../../shared/api/client.ts';
import type { PhotoState } from '../book/book.ts';

/** The photo as the record will commit to it: the hash of the very bytes that the office keeps. */
async function committed(file: string): Promise<{ readonly file: string; readonly sha256: string }> {
  const answer = await fetch(`/api/files/${file}?size=full`, { credentials: 'same-origin' });
  if (!answer.ok) throw new RefusalError(ownRefusal('server-failed'), answer.status);
  return { file, sha256: sha256HexOfBytes(new Uint8Array(await answer.arrayBuffer())) };
}

const failureOf = (said: string | undefined, status: number): RefusalError => {
  try {
    return new RefusalError(readRefusal(JSON.parse(said ?? '')) ?? ownRefusal('no-answer'), status);
  } catch {
    return new RefusalError(ownRefusal('no-answer'), status);
  }
};

/**
 * Brings one photo to the office, from where an earlier try stopped. `onBegun` is told where it can go on; the library
 * that knows the protocol is fetched with the first photo.
 */
export async function sendPhoto(
  bytes: ArrayBuffer,
  photo: PhotoState,
  onBegun: (uploadUrl: string) => void,
): Promise<{ readonly file: string; readonly sha256: string }> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const url = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(new Blob([bytes], { type: 'image/jpeg' }), {
      endpoint: '/api/uploads',
      ...(photo.uploadUrl !== undefined && { uploadUrl: photo.uploadUrl }),
      retryDelays: [0, 1_000, 3_000],
      chunkSize: 512 * 1024,
      // Its notes would lie open in the browser.
      storeFingerprintForResuming: false,
      metadata: { community: photo.community, filename: photo.name, filetype: 'image/jpeg' },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) onBegun(upload.url);
      },
      onSuccess: () => (upload.url === null ? reject(failureOf(undefined, 0)) : resolve(upload.url)),
      onError: (error) => {
        const answer = error instanceof DetailedError ? error.originalResponse : undefined;
        reject(failureOf(answer?.getBody(), answer?.getStatus() ?? 0));
      },
    });
    upload.start();
  });
  const file = url.split('/').at(-1)?.split('?')[0] ?? '';
  return committed(file);
}
