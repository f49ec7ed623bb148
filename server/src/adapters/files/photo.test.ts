import { unwrap } from '@liren/core/basics/result.ts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';
import { findPhotoType, longestSidePixels, preparePhoto, thumbnailSidePixels } from './photo.ts';
import { heicBytes, photoWithGps, plainPhoto } from './testing-photos.ts';

describe('photos', () => {
  it('loses place, camera and time, keeps the picture upright', async () => {
    const taken = await photoWithGps(400, 300, 6);
    const before = await sharp(taken).metadata();
    // The test proves nothing unless the original really carries them.
    expect(before.exif?.toString('latin1')).toContain('SECRET-CAMERA');
    expect(before.orientation).toBe(6);
    const photo = unwrap(await preparePhoto(taken));
    for (const bytes of [photo.full, photo.thumbnail]) {
      const after = await sharp(bytes).metadata();
      expect(after).toMatchObject({ format: 'jpeg' });
      expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes.toString('latin1')).not.toMatch(/SECRET-CAMERA|Exif|GPS|39\/1/);
    }
    // Orientation 6 is a quarter turn: width and height change places.
    expect([photo.width, photo.height]).toEqual([300, 400]);
  });

  it('fits the longest side and the thumbnail, and never enlarges', async () => {
    const big = unwrap(await preparePhoto(await plainPhoto('jpeg', 3000, 1500)));
    expect([big.width, big.height]).toEqual([longestSidePixels, longestSidePixels / 2]);
    const thumbnail = await sharp(big.thumbnail).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([thumbnailSidePixels, thumbnailSidePixels / 2]);
    const small = unwrap(await preparePhoto(await plainPhoto('png', 64, 48)));
    expect([small.width, small.height]).toEqual([64, 48]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('takes %s', async (format) => {
    const bytes = await plainPhoto(format, 50, 50);
    expect(findPhotoType(bytes)).toBe(`image/${format}`);
    expect((await preparePhoto(bytes)).ok).toBe(true);
  });

  it('refuses what is no photo, what it cannot read, and what breaks off', async () => {
    const refused = async (bytes: Uint8Array): Promise<unknown> => {
      const result = await preparePhoto(bytes);
      return result.ok ? 'taken' : result.error;
    };
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('not-a-photo');
    expect(await refused(Buffer.from('MZ program named holiday.jpg'))).toBe('not-a-photo');
    expect(await refused(new Uint8Array(0))).toBe('not-a-photo');
    expect(await refused(heicBytes)).toBe('heic-not-readable');
    const whole = await plainPhoto('jpeg', 600, 600);
    expect(await refused(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('broken-photo');
  });

  it('refuses a decompression bomb by its stated size, before unpacking it', async () => {
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await preparePhoto(bomb)).toEqual({ ok: false, error: 'too-many-pixels' });
  });
});

describe('limitConcurrency', () => {
  it('never runs more than the limit, and all in the end', async () => {
    const run = limitConcurrency(2);
    let running = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    const failing = run(() => Promise.reject(new Error('one fails')));
    await Promise.all([
      expect(failing).rejects.toThrow('one fails'),
      ...Array.from({ length: 20 }, () => run(task)),
    ]);
    expect(most).toBe(2);
    expect(running).toBe(0);
  });
});
