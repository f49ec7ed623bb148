import { unwrap } from '@liren/core/basics/result.ts';
import { collectsNames } from '@liren/core/documents/on-record.ts';
import { saidOf } from '@liren/core/engine/says.ts';
import { describe, expect, it } from 'vitest';
import { procedureIds, readProcedure } from './shipped.ts';

const demands = procedureIds.flatMap((id) => {
  const procedure = unwrap(readProcedure(id));
  return Object.values(procedure.steps)
    .filter(collectsNames)
    .map((step) => ({ id, procedure, step }));
});

describe('whoever demands something collects names, and votes on nothing', () => {
  it('knows the demands', () => {
    expect(demands.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['meeting-on-demand', 'owners-demand', 'residents-demand', 'villagers-demand']),
    );
  });
  it.each(demands)(
    '$id says so at every main act, on the button and in the record',
    ({ procedure, step }) => {
      for (const action of ['freeze-roll', 'announce', 'count']) {
        const said = saidOf(procedure, step, action);
        expect(said.do, action).toContain('联名');
        expect(said.did, action).toContain('联名');
      }
    },
  );
});
