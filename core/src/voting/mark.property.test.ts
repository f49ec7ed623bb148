import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../basics/result.ts';
import { runsOr } from '../testing/runs.ts';
import { Seen } from './arbitrary-polls.ts';
import { cast, type Mark, type MarkRefusal, type Poll, revoke } from './mark.ts';
import { type Channel, channels } from './types.ts';

interface Move {
  readonly type: 'cast' | 'revoke';
  readonly who: number;
  readonly channel: Channel;
  readonly wait: number;
  readonly authorised: boolean;
}
const people = 3;
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    type: fc.constantFrom('cast', 'cast', 'cast', 'revoke'),
    who: fc.nat({ max: people - 1 }),
    channel: fc.constantFrom(...channels, 'desk'),
    wait: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
    authorised: fc.boolean(),
  }),
  { maxLength: 25, size: 'max' },
);
const polls = fc.record({
  opensAt: fc.nat({ max: 10 }),
  lasts: fc.integer({ min: 1, max: 120 }),
  channels: fc.subarray([...channels], { minLength: 1 }),
  revocableMilliseconds: fc.nat({ max: 30 }),
  recused: fc.constantFrom(-1, -1, 0),
});

/** The box as somebody keeps it who knows nothing of marks: each paper with who put it in and when, beside the marks. */
class Desk {
  now = 0;
  private papers: readonly { readonly who: number; readonly channel: Channel; readonly at: number }[] = [];
  private readonly marks: Mark[] = Array.from({ length: people }, () => ({ status: 'none' }));
  private readonly poll: Poll;
  private readonly recused: number;

  constructor(poll: Poll, recused: number) {
    this.poll = poll;
    this.recused = recused;
  }

  /** What a plain reading of the box says against the move. */
  whyNot({ type, who, channel, authorised }: Move): MarkRefusal | undefined {
    const { opensAt, closesAt, channels: offered, revocableMilliseconds } = this.poll;
    const paper = this.papers.find((each) => each.who === who);
    if (this.now < opensAt || this.now >= closesAt) return 'not-open';
    if (type === 'revoke') {
      const isOpen = paper?.channel === 'desk' && this.now < paper.at + revocableMilliseconds;
      return isOpen ? undefined : 'not-revocable';
    }
    if (who === this.recused) return 'stands-aside';
    if (!offered.includes(channel)) return 'channel-not-offered';
    if (channel === 'proxy' && !authorised) return 'no-authority';
    return paper === undefined ? undefined : 'already-voted';
  }

  take({ type, who, channel, authorised }: Move): Result<Mark, MarkRefusal> {
    const mark = this.marks[who] ?? { status: 'none' };
    const entry = { recused: who === this.recused, mark };
    const result =
      type === 'cast'
        ? cast(this.poll, entry, { channel, at: this.now, authorised })
        : revoke(this.poll, mark, this.now);
    if (!result.ok) return result;
    this.marks[who] = result.value;
    const others = this.papers.filter((paper) => paper.who !== who);
    this.papers = type === 'cast' ? [...this.papers, { who, channel, at: this.now }] : others;
    return result;
  }

  get hasVoted(): readonly number[] {
    return this.papers.map(({ who }) => who).sort();
  }
  get isMarked(): readonly number[] {
    return this.marks.flatMap(({ status }, who) => (status === 'voted' ? [who] : []));
  }
}

describe('one person, one vote', () => {
  it('holds over any interleaving of any channels, and every second vote is refused with the reason', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(polls, moves, ({ recused, lasts, ...rest }, tried) => {
        const desk = new Desk({ ...rest, closesAt: rest.opensAt + lasts }, recused);
        for (const move of tried) {
          desk.now += move.wait;
          const why = desk.whyNot(move);
          const result = desk.take(move);
          expect(result.ok ? undefined : result.error).toBe(why);
          // Nobody twice, and nobody marked who has no paper in the box.
          expect(desk.hasVoted).toEqual(desk.isMarked);
          seen.add(`${move.type}: ${why ?? 'done'}`);
        }
        seen.add('all have voted', desk.hasVoted.length === people);
      }),
      { numRuns: runsOr(3000) },
    );
    const refusals: readonly MarkRefusal[] = [
      'not-open',
      'stands-aside',
      'channel-not-offered',
      'already-voted',
      'no-authority',
    ];
    const corners = [...refusals.map((code) => `cast: ${code}`), 'revoke: not-revocable', 'revoke: not-open'];
    expect(seen.rare(100, ...corners, 'cast: done', 'revoke: done', 'all have voted')).toEqual([]);
  });

  it('lets somebody who took back an assisted vote vote anew, by any channel, once', () => {
    const poll: Poll = { opensAt: 0, closesAt: 100, channels, revocableMilliseconds: 10 };
    for (const channel of channels) {
      const at = 5;
      const first = cast(poll, { recused: false, mark: { status: 'none' } }, { channel: 'desk', at });
      if (!first.ok) throw new Error(first.error);
      const back = revoke(poll, first.value, 14);
      if (!back.ok) throw new Error(back.error);
      const again = cast(poll, { recused: false, mark: back.value }, { channel, at: 20, authorised: true });
      expect(again).toMatchObject({ ok: true, value: { status: 'voted', channel } });
      if (!again.ok) throw new Error(again.error);
      const third = cast(poll, { recused: false, mark: again.value }, { channel: 'online', at: 21 });
      expect(third).toEqual({ ok: false, error: 'already-voted' });
      expect(revoke(poll, first.value, 15)).toEqual({ ok: false, error: 'not-revocable' });
    }
  });
});
