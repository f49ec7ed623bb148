import type { RollRule } from '@liren/core/voting/types.ts';
import type { Told } from '../pages/asked-form.ts';
import { charterHomes } from '../street/charters.ts';

/** Whoever is asked by name: the households of the street. */
export const listed = ({ from }: RollRule): Told =>
  from === 'listed'
    ? { 参加人: charterHomes.names.map((name, n) => `${name} ${charterHomes.phoneOf(n)}`).join('\n') }
    : {};

/** Whatever holiday it ends in, it is over. */
export const daysOf = (duration: object): number => Number(Object.values(duration)[0]) + 12;
