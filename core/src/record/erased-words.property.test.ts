import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../basics/json.ts';
import { runsOr } from '../testing/runs.ts';
import { meetings, type Published, recountOf, votes } from '../voting/arbitrary-counts.ts';
import { type ChainedEvent, chain, commit, genesis, type Opening } from './event.ts';
import { documentOf } from './example-record.ts';
import { verifyDocument } from './export.ts';

const saltOf = (seq: number, name: string): string => `salt of ${seq} ${name} in this test`;

/** As the shell writes it: sealed words as commitments, and beside them what opens them. */
function written({ events }: Published) {
  const record: ChainedEvent[] = [];
  const openings: Record<string, Record<string, Opening>> = {};
  const { data = {} } = events[0] ?? {};
  const matter = data['matter'] as ChainedEvent['matter'];
  for (const { sealed, ...event } of events) {
    const words = Object.entries(sealed ?? {}).map(([name, { value }]): [string, Json] => [name, value]);
    const commits = words.map(([name, value]) => [name, commit(saltOf(event.seq, name), value)]);
    const own = words.map(([name, value]) => [name, { salt: saltOf(event.seq, name), value }]);
    if (words.length > 0) openings[event.seq] = Object.fromEntries(own);
    const prev = record.at(-1)?.hash ?? genesis(matter);
    record.push(
      chain(prev, { ...event, matter, ...(words.length > 0 && { sealed: Object.fromEntries(commits) }) }),
    );
  }
  const head = { matter, community: data['community'], charter: data['charter'] } as object;
  const rule = { procedure: data['procedure'], procedureVersion: data['procedureVersion'] } as object;
  return { document: documentOf(record, { ...head, ...rule }), openings };
}

it('what was said around a vote or a meeting is erased, and the record verifies and counts as before', () => {
  let erased = 0;
  fc.assert(
    fc.property(fc.oneof(votes, meetings), fc.infiniteStream(fc.boolean()), (published, keep) => {
      const { document, openings } = written(published);
      const some = Object.fromEntries(Object.entries(openings).filter(() => keep.next().value));
      for (const left of [openings, some, {}]) {
        const result = verifyDocument({ ...document, openings: left });
        expect(result.ok).toBe(true);
        if (result.ok) erased += result.value.sealed.closed;
      }
      expect(recountOf({ ...published, events: document.events as never }).faults).toEqual([]);
    }),
    { numRuns: runsOr(60) },
  );
  expect(erased).toBeGreaterThan(60);
});
