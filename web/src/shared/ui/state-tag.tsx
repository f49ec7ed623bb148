import type { ReactNode } from 'react';

export type Tone = 'done' | 'going' | 'waiting' | 'late' | 'info' | 'plain';

/** Each tone has its own shape, so that it is told without colour. */
const shapes: Record<Tone, ReactNode> = {
  done: <path d="M2.5 6.5 5 9l4.5-6" fill="none" stroke="currentColor" strokeWidth="2" />,
  going: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="6" cy="6" r="1.75" fill="currentColor" />
    </>
  ),
  waiting: (
    <path d="M2.5 1.500h7L6 6l3.5 4.500h-7L6 6Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  late: <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />,
  info: <rect x="2" y="2" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  plain: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** Where something stands: a word, with a shape and a colour that say the same. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`lr-tag lr-tag-${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
