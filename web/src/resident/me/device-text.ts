import type { Say } from '../../shared/matter/dates.ts';

const systems = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;
/** The most telling name first: nearly every browser also claims to be Chrome and Safari. */
const browsers = [
  [/MicroMessenger/, '微信'],
  [/AlipayClient/, '支付宝'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;

const nameIn = (names: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

/** What a browser says of itself, as its owner would call it. */
export function deviceText(agent: string, say: Say): string {
  const [system, browser] = [nameIn(systems, agent), nameIn(browsers, agent)];
  if (system !== undefined && browser !== undefined) return say('resident.devices.on', { system, browser });
  return system ?? browser ?? say('resident.devices.unknown');
}
