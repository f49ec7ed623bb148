import type { RegistryDeps } from '../import-residents.ts';
import { groupsOf } from '../resident-groups.ts';

/** Where the charter says nothing. */
const usualLeastCount = 10;

/** Of fewer people than this nothing is told. */
export const leastTold = (deps: RegistryDeps, community: string): number =>
  groupsOf(deps, community)?.leastCount ?? usualLeastCount;
