import { fontFamily, palette } from './palette.ts';
import { type LayoutOptions, type Station, type StationLayout, stationWords } from './station.ts';
import { layoutHorizontal } from './station-horizontal.ts';
import { inkPaint, stationMarks } from './station-marks.ts';
import { measuresAt } from './station-text.ts';
import { layoutVertical } from './station-vertical.ts';

export type { LayoutOptions, Station, StationLayout, StationState, StationWords } from './station.ts';
export { stationWords } from './station.ts';

const widestVertical = 720;

/**
 * The place of every stop, word and line of a procedure drawn `width` wide.
 * Wide drawings run left to right in rows, narrow ones top to bottom. Nothing reaches outside, no two stops overlap.
 */
export function layoutStations(
  stations: readonly Station[],
  width: number,
  options: LayoutOptions = {},
): StationLayout {
  const scale = options.scale ?? 1;
  const words = options.words ?? stationWords;
  const orientation = options.orientation ?? (width >= widestVertical * scale ? 'horizontal' : 'vertical');
  const layout = orientation === 'horizontal' ? layoutHorizontal : layoutVertical;
  return layout(stations, width, words, measuresAt(scale));
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

export interface SvgOptions extends LayoutOptions {
  /** Pixels; 1040 when not told. */
  width?: number;
  /** Read by screen readers and shown on hovering. */
  title?: string;
  /** Paint the paper behind; leave out for printing. */
  background?: boolean;
}

/** The station line as an SVG file of its own: no script, no outside style, no font to fetch. */
export function stationLineSvg(stations: readonly Station[], options: SvgOptions = {}): string {
  const layout = layoutStations(stations, options.width ?? 1040, options);
  const marks = stationMarks(layout, inkPaint).map(({ tag, attributes, text }) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
    return text === undefined
      ? `<${tag}${written.join('')}/>`
      : `<${tag}${written.join('')}>${escapeXml(text)}</${tag}>`;
  });
  const height = Math.ceil(layout.height);
  const paper =
    options.background === true ? `<rect width="100%" height="100%" fill="${palette.paper}"/>` : '';
  const title = options.title === undefined ? '' : `<title>${escapeXml(options.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${height}" width="${layout.width}" ` +
    `height="${height}" role="img" font-family="${escapeXml(fontFamily)}">${title}${paper}${marks.join('')}</svg>\n`
  );
}
