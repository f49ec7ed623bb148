/** 到会签到: when somebody on the roll may be marked as being there. */

/** Doors open this long before the time of the notice. */
export const doorsOpenMilliseconds = 2 * 3_600_000;

export type AttendRefusal =
  | 'not-convened'
  | 'doors-closed' // long before the meeting
  | 'meeting-over' // what it decided is told already
  | 'not-passed-yet' // a time of the future
  | 'stands-aside'
  | 'already-there'
  | 'not-on-roll'
  | 'code-old'; // the code that the hall screen showed some time ago, or no code

const texts: Readonly<Record<AttendRefusal, string>> = {
  'not-convened': '会议通知还没有发出，不能签到。',
  'doors-closed': '签到在开会前两小时开始。',
  'meeting-over': '这次会已经有了结果，不能再签到。',
  'not-passed-yet': '签到的时间还没有到，请写实际到会的时间。',
  'stands-aside': '这个人在这一项回避，不计入到会。',
  'already-there': '已经签过到了。',
  'not-on-roll': '你不在这次会议的名册上。不对的话，请找会场的工作人员。',
  'code-old': '二维码过期了。请再扫一次会场大屏幕上的二维码。',
};
export const attendRefusalText = (refusal: AttendRefusal): string => texts[refusal];

/** What the record says of the meeting. */
export interface Sitting {
  readonly startsAt: number | undefined;
  /** The result is told, or the minutes are written. */
  readonly over: boolean;
}
/** @param at when they came, which may be long past where a paper list is entered afterwards */
export function findAttendRefusal(
  { startsAt, over }: Sitting,
  at: number,
  now: number,
): AttendRefusal | undefined {
  if (startsAt === undefined) return 'not-convened';
  if (over) return 'meeting-over';
  if (at > now) return 'not-passed-yet';
  return at < startsAt - doorsOpenMilliseconds ? 'doors-closed' : undefined;
}
