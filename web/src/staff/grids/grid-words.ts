import type { GridsBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';

type Building = { readonly compound: string; readonly building: string };

/** 柳荫里 3 号楼, or what stands instead of an address. */
export const buildingText = ({ compound, building }: Building, t: Say): string =>
  building === '' ? compound : t('staff.grids.building', { compound, building }).trim();

/** A grid by its title; homes in no grid are called so. */
export function gridText({ grids }: Pick<GridsBody, 'grids'>, id: string, t: Say): string {
  const grid = grids.find((each) => each.id === id);
  if (grid === undefined) return '';
  return grid.kind === 'undrawn' ? t('staff.grids.kind.undrawn') : titled(grid.title);
}
