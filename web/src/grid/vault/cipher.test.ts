import { expect, test } from 'vitest';
import {
  makeDataKey,
  makeDeviceKey,
  openDataKey,
  openJson,
  pinRounds,
  rewrapDataKey,
  sealJson,
} from './cipher.ts';

// The real number of rounds is for phones in other hands; what is held here does not depend on it.
const rounds = 1_000;

test('what was sealed opens with the PIN on this device, and with neither another PIN nor another device', async () => {
  const device = await makeDeviceKey();
  const { key, wrapped } = await makeDataKey(device, '246813', rounds);
  const sealed = await sealJson(key, { name: '王芳菲' });
  expect(Buffer.from(sealed.bytes).includes(Buffer.from('王芳菲'))).toBe(false);
  const again = await openDataKey(device, '246813', wrapped);
  if (again === undefined) throw new Error('the right PIN does not open');
  expect(await openJson(again, sealed)).toEqual({ name: '王芳菲' });
  expect(await openDataKey(device, '246814', wrapped)).toBeUndefined();
  expect(await openDataKey(await makeDeviceKey(), '246813', wrapped)).toBeUndefined();
});

test('a changed bit is noticed, and the same text never looks the same twice', async () => {
  const { key } = await makeDataKey(await makeDeviceKey(), '246813', rounds);
  const [one, two] = [await sealJson(key, 'same'), await sealJson(key, 'same')];
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
  const view = new DataView(one.bytes);
  view.setUint8(0, view.getUint8(0) ^ 1);
  await expect(openJson(key, one)).rejects.toThrow();
});

test('another PIN opens the same things, the old one no longer', async () => {
  const device = await makeDeviceKey();
  const { key, wrapped } = await makeDataKey(device, '246813', rounds);
  const sealed = await sealJson(key, 42);
  expect(await rewrapDataKey(device, { old: '000001', next: '975318' }, wrapped)).toBeUndefined();
  const changed = await rewrapDataKey(device, { old: '246813', next: '975318' }, wrapped);
  if (changed === undefined) throw new Error('the right PIN does not change');
  const opened = await openDataKey(device, '975318', changed);
  if (opened === undefined) throw new Error('the new PIN does not open');
  expect(await openJson(opened, sealed)).toBe(42);
  expect(await openDataKey(device, '246813', changed)).toBeUndefined();
});

test('no key can be read out by a script, and a PIN costs 600,000 rounds', async () => {
  const device = await makeDeviceKey();
  const { key } = await makeDataKey(device, '246813', rounds);
  expect([device.extractable, key.extractable]).toEqual([false, false]);
  expect(pinRounds).toBeGreaterThanOrEqual(600_000);
});
