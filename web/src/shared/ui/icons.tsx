/** Drawn in the hand of the station line: thin strokes, round ends. Always beside words. */
const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const paths = {
  report: 'M5 20V6a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9l-4 4ZM9 8.5h6M9 12h4',
  discuss:
    'M4 15V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7l-3 2ZM9 16v1a2 2 0 0 0 2 2h6l3 2v-9a2 2 0 0 0-2-2h-1',
  vote: 'M5 11v8h14v-8M3 19h18M8 11l4.5-7L17 7l-3 4M8.5 15h7',
  look: 'M4 5h16v14H4ZM8 9h8M8 12.5h8M8 16h4',
  help: 'M12 20s-7-4.300-7-9.500A4 4 0 0 1 12 8a4 4 0 0 1 7 2.500C19 15.700 12 20 12 20ZM12 10.500v4M10 12.500h4',
  services: 'M6 4h9l3 3v13H6ZM9 10h6M9 13.500h6M9 17h3',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4ZM12 16.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5Z',
  pin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.6-3.4 3.4-5.5 7-5.5s6.4 2.1 7 5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  sound: 'M4 10v4h3l4 3.500V6.500L7 10ZM15 9a4 4 0 0 1 0 6M17.5 6.500a8 8 0 0 1 0 11',
  back: 'M14.5 5 8 12l6.5 7',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} {...stroke} />
    </svg>
  );
}
