import type { TFunction } from 'i18next';

const kinds = [
  ['iphone', /iPhone|iPad/],
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
] as const;

/** What the office's list of phones calls this one. */
export function deviceTitle(t: TFunction): string {
  const kind = kinds.find(([, pattern]) => pattern.test(navigator.userAgent))?.[0] ?? 'other';
  return t(`grid.device.${kind}`);
}
