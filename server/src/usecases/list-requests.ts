import { openResident } from '../store/registry.ts';
import { readOpenRequests } from '../store/registry-requests.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { RegistryArea } from './registry-area.ts';

/** Corrections that wait for whoever keeps these communities' registries, the longest first. */
export async function listRequests({ shell }: RegistryDeps, areas: readonly RegistryArea[]) {
  const kept = areas.flatMap(({ community, grids }) => (grids === undefined ? [community] : []));
  const rows = kept.length === 0 ? [] : await readOpenRequests(shell.pool, [...new Set(kept)]);
  return rows.map((row) => ({
    community: row.community_id,
    resident: row.resident_id,
    name: openResident(shell.sealer, row.resident_id, 'name', row.name_sealed),
    field: row.field,
    bySelf: row.by_self,
    at: row.at,
  }));
}
