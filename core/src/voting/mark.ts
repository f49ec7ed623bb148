import { err, ok, type Result } from '../basics/result.ts';
import type { Channel } from './types.ts';

/** 一人一票: what the roll knows of whether somebody on it has voted. One line has one mark, by whatever channel. */
export type Mark =
  | { readonly status: 'none' }
  /** `until`: before this moment whoever voted at a desk may still take it back, and vote anew. */
  | { readonly status: 'voted'; readonly channel: Channel; readonly until?: number };

export type MarkRefusal =
  | 'not-open' // before the vote opens or after it closes
  | 'stands-aside' // recused
  | 'channel-not-offered'
  | 'already-voted' // by any channel
  | 'not-revocable' // nothing to take back, or the time for it is over
  | 'no-authority'; // a proxy without a written authority in force

export interface Casting {
  readonly channel: Channel;
  readonly at: number;
  /** Of a proxy: whether an authority in force names this holder. */
  readonly authorised?: boolean;
}
export interface Poll {
  readonly opensAt: number;
  /** Not inside. */
  readonly closesAt: number;
  readonly channels: readonly Channel[];
  /** 反悔期, from the moment of an assisted vote. */
  readonly revocableMilliseconds: number;
}

/** Whether this line of the roll may vote now, and its mark after. */
export function cast(
  poll: Poll,
  entry: { readonly recused: boolean; readonly mark: Mark },
  { channel, at, authorised }: Casting,
): Result<Mark, MarkRefusal> {
  if (at < poll.opensAt || at >= poll.closesAt) return err('not-open');
  if (entry.recused) return err('stands-aside');
  if (!poll.channels.includes(channel)) return err('channel-not-offered');
  if (channel === 'proxy' && authorised !== true) return err('no-authority');
  if (entry.mark.status === 'voted') return err('already-voted');
  const until = channel === 'desk' ? { until: Math.min(at + poll.revocableMilliseconds, poll.closesAt) } : {};
  return ok({ status: 'voted', channel, ...until });
}

/** Takes an assisted vote back, so that its voter may vote anew by any channel. */
export function revoke(poll: Poll, mark: Mark, at: number): Result<Mark, MarkRefusal> {
  if (at < poll.opensAt || at >= poll.closesAt) return err('not-open');
  if (mark.status !== 'voted' || mark.until === undefined || at >= mark.until) return err('not-revocable');
  return ok({ status: 'none' });
}

const texts: Readonly<Record<MarkRefusal, string>> = {
  'not-open': '现在不在投票时间里。',
  'stands-aside': '这一票按规定回避，不参加这次表决。',
  'channel-not-offered': '这次表决没有这种投票方式。',
  'already-voted': '这一票已经投过了，一票只能投一次。',
  'not-revocable': '这一票不能撤回：没有在窗口代办，或者反悔的时间已经过了。',
  'no-authority': '没有生效的书面委托，不能代投。',
};
/** The refusal in the words of the house. */
export const markRefusalText = (refusal: MarkRefusal): string => texts[refusal];
