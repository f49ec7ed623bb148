import { useQuery } from '@tanstack/react-query';
import type { AllocationBody } from '../api/bodies.ts';
import { getJson } from '../api/client.ts';
import { pollsPath } from './sources.ts';

/** What people choose from under a budget; anew once it is counted. */
export const useAllocation = (community: string, matter: string, counted: boolean, enabled = true) =>
  useQuery({
    queryKey: ['allocation', community, matter, counted],
    queryFn: ({ signal }) => getJson<AllocationBody>(`${pollsPath(community, matter)}/allocation`, signal),
    enabled,
  });

/** As people say sums of this size: 18 万元, 1.25 万元, 8,000 元. */
export function moneyText(yuan: number, language: string): string {
  if (!language.startsWith('zh')) return `¥${yuan.toLocaleString('en')}`;
  const unit = language === 'zh-TW' ? '萬元' : '万元';
  return yuan >= 10_000 && yuan % 100 === 0
    ? `${yuan / 10_000}\u00a0${unit}`
    : `${yuan.toLocaleString('en')}\u00a0元`;
}
