import sharp from 'sharp';

const noise = (width: number, height: number): Buffer => {
  // Steady noise: photos that do not compress to nothing, the same in every run.
  const bytes = Buffer.alloc(width * height * 3);
  let state = 12_345;
  for (let index = 0; index < bytes.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    bytes[index] = state >> 16;
  }
  return bytes;
};

/** A picture of noise for tests. */
export const plainPhoto = (format: 'jpeg' | 'png' | 'webp', width: number, height: number): Promise<Buffer> =>
  sharp(noise(width, height), { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();

/** A JPEG as a phone writes it: camera, time, GPS of a home, and an orientation (1–8). */
export const photoWithGps = (width: number, height: number, orientation: number): Promise<Buffer> =>
  sharp(noise(width, height), { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Model: 'SECRET-CAMERA', DateTime: '2026:11:01 08:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 54/1 26/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '116/1 23/1 29/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

/** The first bytes of an iPhone's HEIC. */
export const heicBytes = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic'),
  Buffer.alloc(64),
]);
