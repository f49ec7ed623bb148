import { instant } from '@liren/core/basics/ids.ts';
import { usualRisk } from '@liren/core/fieldwork/due.ts';
import type { Fieldwork, HomeState } from '@liren/core/fieldwork/types.ts';
import type { VisitedHome } from '../store/fieldwork.ts';

/** What stands in the row: nothing for the usual risk, so that homes of another are told by having one. */
export const riskColumn = (fieldwork: Fieldwork, risk: string): string | null =>
  risk === usualRisk(fieldwork) ? null : risk;

/** A home as its row tells it: one of which nobody has said a risk has the usual one. */
export const homeState = (fieldwork: Fieldwork, { grid_id, risk, visited_at }: VisitedHome): HomeState => ({
  grid: grid_id,
  risk: risk ?? usualRisk(fieldwork),
  ...(visited_at !== null && { visitedAt: instant(visited_at) }),
});
