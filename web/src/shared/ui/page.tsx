import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from './icons.tsx';

/** One page: its title is the document's title and takes the focus, so that listeners know they have arrived. */
export function Page({
  title,
  lead,
  back,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  /** Where the way back leads, with its words. */
  back?: { to: string; title: string };
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('common.name')}`;
  }, [title, t]);
  useEffect(() => {
    // Not on the first page of a visit: there the browser's own order is right.
    if (window.history.length > 1 && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={wide ? 'lr-page lr-page-wide' : 'lr-page'}>
      {back !== undefined && (
        <Link to={back.to} className="lr-back lr-no-print">
          <Icon name="back" size={20} />
          {back.title}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="lr-lead">{lead}</p>}
      {children}
    </div>
  );
}

/** A part of a page with its own heading. */
export function Part({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  return (
    <section className="lr-part">
      <header>
        <h2>{title}</h2>
        {tools}
      </header>
      {children}
    </section>
  );
}
