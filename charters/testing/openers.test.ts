import { unwrap } from '@liren/core/basics/result.ts';
import { openerTitle } from '@liren/core/projections/stations.ts';
import { expect, it } from 'vitest';
import { procedureIds, readProcedure } from './shipped.ts';

it('only whoever complains is called so; of every other matter it is told who began it', () => {
  const called = (id: string): string => openerTitle(unwrap(readProcedure(id)));
  expect(procedureIds.filter((id) => called(id) === '反映人')).toEqual(['complaint']);
  expect(called('adoption')).toBe('认养人');
  expect(called('hearing')).toBe('发起人');
});
