import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Point } from './project.ts';
import { pan, type Size, type View, zoom } from './view.ts';

const moveKeys: Record<string, readonly [number, number]> = {
  ArrowLeft: [48, 0],
  ArrowRight: [-48, 0],
  ArrowUp: [0, 48],
  ArrowDown: [0, -48],
};
const zoomKeys: Record<string, number> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, _: 1 / 1.5 };
/** A finger that moved less has pressed, not dragged. Pixels. */
const stillness = 6;

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export interface ViewControls {
  readonly view: View;
  readonly set: (view: View) => void;
  readonly zoomBy: (factor: number) => void;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
    readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
    readonly onPointerUp: (event: PointerEvent<SVGSVGElement>) => void;
    readonly onPointerCancel: (event: PointerEvent<SVGSVGElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void;
  };
}

/** Moves a view by finger, mouse, wheel and keys; a press without a move is `onPress`, Enter presses the centre. */
export function useView(
  svg: RefObject<SVGSVGElement | null>,
  home: View,
  size: Size,
  onPress: (at: Point) => void,
): ViewControls {
  const [moved, setMoved] = useState<View>();
  const view = moved ?? home;
  const fingers = useRef(new Map<number, Point>());
  const travelled = useRef(0);
  const current = useRef({ view, size, home });
  current.current = { view, size, home };
  const at = (event: { clientX: number; clientY: number }): Point => {
    const box = svg.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      // A plain wheel scrolls the page past the map; with Ctrl (or a pinch on a touchpad) it zooms.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = current.current;
      const box = element.getBoundingClientRect();
      const point = { x: event.clientX - box.left, y: event.clientY - box.top };
      setMoved(zoom(now.view, now.size, Math.exp(-event.deltaY / 200), point, now.home));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [svg]);
  const zoomBy = (factor: number): void =>
    setMoved(zoom(view, size, factor, { x: size.width / 2, y: size.height / 2 }, home));
  const drag = (id: number, before: Point, now: Point): void => {
    const other = [...fingers.current].find(([key]) => key !== id)?.[1];
    if (other === undefined) {
      setMoved(pan(view, now.x - before.x, now.y - before.y));
      return;
    }
    const factor = apart(now, other) / Math.max(apart(before, other), 1);
    setMoved(zoom(view, size, factor, between(now, other), home));
  };
  const release = (event: PointerEvent<SVGSVGElement>): void => {
    fingers.current.delete(event.pointerId);
  };
  return {
    view,
    set: setMoved,
    zoomBy,
    handlers: {
      onPointerDown: (event) => {
        if (fingers.current.size === 0) travelled.current = 0;
        fingers.current.set(event.pointerId, at(event));
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const before = fingers.current.get(event.pointerId);
        if (before === undefined) return;
        const now = at(event);
        travelled.current += apart(before, now);
        if (travelled.current > stillness) drag(event.pointerId, before, now);
        fingers.current.set(event.pointerId, now);
      },
      onPointerUp: (event) => {
        const pressed = fingers.current.size === 1 && travelled.current <= stillness;
        release(event);
        if (pressed) onPress(at(event));
      },
      onPointerCancel: release,
      onKeyDown: (event) => {
        const move = moveKeys[event.key];
        const factor = zoomKeys[event.key];
        if (move !== undefined) setMoved(pan(view, move[0], move[1]));
        else if (factor !== undefined) zoomBy(factor);
        else if (event.key === 'Enter') onPress({ x: size.width / 2, y: size.height / 2 });
        else return;
        event.preventDefault();
      },
    },
  };
}
