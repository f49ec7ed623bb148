import type { Position, Shape } from './project.ts';

export interface MapArea {
  readonly id: string;
  readonly title: string;
  /** What it is; buildings are filled, their names appear when there is room. */
  readonly level: 'street' | 'community' | 'grid' | 'compound' | 'building' | 'other';
  readonly shape: Shape;
}
export interface MapPoint {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  readonly tone?: 'plain' | 'going' | 'late' | 'done';
}
