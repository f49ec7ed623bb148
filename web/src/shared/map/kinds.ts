import type { Position, Shape } from './project.ts';

export interface MapArea {
  readonly id: string;
  readonly title: string;
  /** What it is; buildings are filled, their names appear when there is room. */
  readonly level: 'street' | 'community' | 'grid' | 'compound' | 'building' | 'other';
  readonly shape: Shape;
  /** Chosen, or to be looked at, and the page says in words why. Whatever has a tone shows its name from afar. */
  readonly tone?: 'plain' | 'chosen' | 'watch';
}
export interface MapPoint {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  readonly tone?: 'plain' | 'going' | 'late' | 'done';
}
