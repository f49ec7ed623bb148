import type { Duration } from '@liren/core/calendar/calendar.ts';
import { durationFor } from '@liren/core/engine/limits.ts';
import type { Limit } from '@liren/core/engine/types.ts';

const words: Readonly<Record<string, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  workingMinutes: '个工作分钟',
  workingHours: '个工作小时',
  workingDays: '个工作日',
};

/** '7 天', '30 个工作分钟'; undefined without a limit for this urgency. */
export function limitWords(limit: Limit | undefined, urgency: string): string | undefined {
  const duration: Duration | undefined = limit === undefined ? undefined : durationFor(limit, urgency);
  const [entry] = Object.entries(duration ?? {});
  return entry === undefined ? undefined : `${String(entry[1])} ${words[entry[0]] ?? entry[0]}`;
}
