import type { Position, Shape } from './project.ts';

export interface MapArea {
  readonly id: string;
  readonly title: string;
  /** What it is; buildings are filled, their names appear when there is room. */
  readonly level: 'street' | 'community' | 'grid' | 'compound' | 'building' | 'other';
  readonly shape: Shape;
  /** Chosen, or to be looked at, and the page says in words why. Whatever has a tone shows its name from afar. */
  readonly tone?: 'plain' | 'chosen' | 'watch';
  /** How dark it is filled, from 0 to 1, and the figure that it stands for: a map of figures. */
  readonly figure?: { readonly shade: number; readonly text: string; readonly late?: boolean };
}
export interface MapPoint {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  readonly tone?: 'plain' | 'going' | 'late' | 'done';
}
