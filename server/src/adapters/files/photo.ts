import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { limitConcurrency } from './limit-concurrency.ts';

/**
 * `not-a-photo`: the bytes are no picture type that we take, whatever the name says; `heic-not-readable`: a phone's
 * HEIC, which this build cannot decode; `too-many-pixels`: a picture that unpacks beyond the limit; `broken-photo`:
 * begins as a picture and cannot be read to its end.
 */
export type PhotoRefusal = 'not-a-photo' | 'heic-not-readable' | 'too-many-pixels' | 'broken-photo';

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic';

/** A photo as we keep it: upright, sRGB JPEG, no metadata at all. */
export interface PreparedPhoto {
  readonly full: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

export const photoMediaType = 'image/jpeg';
export const longestSidePixels = 2048;
export const thumbnailSidePixels = 320;
/** Phones of 2026 take up to 50 million pixels by default; 64 million unpack to 256 MB at most. */
export const pixelLimit = 64_000_000;
const decodeLimitSeconds = 20;

/** sharp, loaded by the first photo: most of what a server does needs none of its 15 MB. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // libvips otherwise keeps decoded pictures of strangers in memory.
  sharp.cache(false);
  return sharp;
}
const oneAtATime = limitConcurrency(2);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** The type that the first bytes prove; the file's name and declared type are never asked. */
export function findPhotoType(bytes: Uint8Array): PhotoType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) === 'ftyp' && heicBrands.has(ascii(bytes, 8, 12))) return 'image/heic';
  return undefined;
}

async function reencode(bytes: Uint8Array): Promise<PreparedPhoto> {
  const sharp = await loadSharp();
  // Metadata, GPS included, is left behind because nothing asks sharp to keep any.
  const { data, info } = await sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', pages: 1 })
    .timeout({ seconds: decodeLimitSeconds })
    .autoOrient()
    .resize({ width: longestSidePixels, height: longestSidePixels, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  const thumbnail = await sharp(data)
    .resize({
      width: thumbnailSidePixels,
      height: thumbnailSidePixels,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg({ quality: 75 })
    .toBuffer();
  return { full: data, thumbnail, width: info.width, height: info.height };
}

/** At most two photos are decoded at once in one process, so that a burst of uploads cannot fill the memory. */
export async function preparePhoto(bytes: Uint8Array): Promise<Result<PreparedPhoto, PhotoRefusal>> {
  const type = findPhotoType(bytes);
  if (type === undefined) return err('not-a-photo');
  if (type === 'image/heic') return err('heic-not-readable');
  return oneAtATime(async () => {
    try {
      return ok(await reencode(bytes));
    } catch (failure) {
      // sharp reports unreadable input only by throwing, told apart only by its message.
      return err(String(failure).includes('exceeds pixel limit') ? 'too-many-pixels' : 'broken-photo');
    }
  });
}
