import { describe, expect, it } from 'vitest';
import type { Definition } from '../engine/types.ts';
import { club, organs } from '../testing/allotment-club/club.ts';
import { stopsOf } from './stations.ts';

const idsOf = (definition: Definition): readonly string[] =>
  stopsOf(definition, undefined, { organs }).map(({ id }) => id);

/** As a database may give it back: the same keys in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
const otherwiseOrdered = (definition: Definition): Definition => reversed(definition) as Definition;

describe('the line of a procedure before anything happened', () => {
  it('goes the way of all being well, through to an end', () => {
    expect(idsOf(club('repair'))).toEqual(['sort', 'mend', 'ask', 'mended']);
    expect(idsOf(club('open-day'))).toContain('held');
  });

  it('calls whoever opened it what the procedure says, and else by a word that fits any matter', () => {
    const repair = club('repair');
    const { procedure } = repair;
    const asker = (opener?: string): readonly string[] => {
      const opens = { ...procedure.opens, ...(opener !== undefined && { opener }) };
      const stops = stopsOf({ ...repair, procedure: { ...procedure, opens } }, undefined, { organs });
      return stops.find(({ id }) => id === 'ask')?.who ?? [];
    };
    expect(asker()).toEqual(['发起人']);
    expect(asker('报修的人')).toEqual(['报修的人']);
  });

  it('does not depend on the order in which the ways are kept', () => {
    for (const name of ['repair', 'lend-a-hand', 'open-day'])
      expect(idsOf(otherwiseOrdered(club(name)))).toEqual(idsOf(club(name)));
  });
});
