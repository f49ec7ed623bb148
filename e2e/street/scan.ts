import type { Locator } from 'playwright-core';
import decode from 'qr/decode.js';
import sharp from 'sharp';

/** What a telephone reads off a QR code as it is drawn on the screen. */
export async function scan(code: Locator): Promise<string> {
  await code.locator('path').waitFor({ state: 'attached' });
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decode({ width: info.width, height: info.height, data });
}
