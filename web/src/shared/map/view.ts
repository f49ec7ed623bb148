import type { Bounds, Point, Projection } from './project.ts';

/** What part of the plane is on screen. `scale` is pixels per plane unit. */
export interface View {
  readonly centre: Point;
  readonly scale: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const toScreen = (view: View, size: Size, point: Point): Point => ({
  x: (point.x - view.centre.x) * view.scale + size.width / 2,
  y: (point.y - view.centre.y) * view.scale + size.height / 2,
});
export const toPlane = (view: View, size: Size, screen: Point): Point => ({
  x: (screen.x - size.width / 2) / view.scale + view.centre.x,
  y: (screen.y - size.height / 2) / view.scale + view.centre.y,
});

/** The view that shows all of `bounds` with a margin in pixels. */
export function fit(bounds: Bounds, projection: Projection, size: Size, margin = 16): View {
  const a = projection.toPlane([bounds.west, bounds.north]);
  const b = projection.toPlane([bounds.east, bounds.south]);
  const least = 1e-4;
  const scale = Math.min(
    Math.max(size.width - 2 * margin, 1) / Math.max(b.x - a.x, least),
    Math.max(size.height - 2 * margin, 1) / Math.max(b.y - a.y, least),
  );
  return { centre: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, scale };
}

/** Zoom so that what is under `at` stays there; bounded by half and 64 times the `home` view. */
export function zoom(view: View, size: Size, factor: number, at: Point, home: View): View {
  const scale = Math.min(Math.max(view.scale * factor, home.scale / 2), home.scale * 64);
  const under = toPlane(view, size, at);
  return {
    scale,
    centre: {
      x: under.x - (at.x - size.width / 2) / scale,
      y: under.y - (at.y - size.height / 2) / scale,
    },
  };
}

export const pan = (view: View, dx: number, dy: number): View => ({
  ...view,
  centre: { x: view.centre.x - dx / view.scale, y: view.centre.y - dy / view.scale },
});
