import type { ReactNode } from 'react';
import { Link } from 'wouter';

export type Weight = 'main' | 'plain' | 'quiet' | 'danger';

/** A verb to press. While `busy` it keeps its place and says so; a second press does nothing. */
export function Button({
  children,
  weight = 'plain',
  type = 'button',
  busy = false,
  disabled = false,
  wide = false,
  describedBy,
  onClick,
}: {
  children: ReactNode;
  weight?: Weight;
  type?: 'button' | 'submit';
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  /** Id of the words that say why it cannot be pressed now. */
  describedBy?: string | undefined;
  onClick?: () => void;
}) {
  return (
    <button
      type={type}
      className={`lr-button lr-button-${weight}${wide ? ' lr-wide' : ''}`}
      disabled={disabled}
      aria-busy={busy}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}

/** Looks like a button, leads to a page. */
export function LinkButton({
  to,
  children,
  weight = 'plain',
  wide = false,
}: {
  to: string;
  children: ReactNode;
  weight?: Weight;
  wide?: boolean;
}) {
  return (
    <Link to={to} className={`lr-button lr-button-${weight}${wide ? ' lr-wide' : ''}`}>
      {children}
    </Link>
  );
}

export interface BigChoiceItem {
  to: string;
  /** A verb: 我要反映. */
  title: string;
  /** What one gets there, in a line. */
  text: string;
  icon?: ReactNode;
  /** A count that waits for the person, with its words: '2 件等你评价'. */
  waiting?: string;
}

/** The few large doors of a front page. */
export function BigChoice({ items, label }: { items: readonly BigChoiceItem[]; label: string }) {
  return (
    <nav className="lr-big" aria-label={label}>
      {items.map(({ to, title, text, icon, waiting }) => (
        <Link key={to} to={to} className="lr-big-item">
          {icon !== undefined && (
            <span className="lr-big-icon" aria-hidden="true">
              {icon}
            </span>
          )}
          <span className="lr-big-words">
            <b>{title}</b>
            <span>{text}</span>
            {waiting !== undefined && <span className="lr-big-waiting">{waiting}</span>}
          </span>
        </Link>
      ))}
    </nav>
  );
}
