import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/client.ts';

/** Something to know before going on. */
export function Notice({
  title,
  children,
  tone = 'info',
}: {
  title?: string;
  children: ReactNode;
  tone?: 'info' | 'waiting' | 'late';
}) {
  return (
    <div className={`lr-notice lr-notice-${tone}`}>
      {title !== undefined && <b>{title}</b>}
      <div>{children}</div>
    </div>
  );
}

/** A no: the reason, the article, and what can be done instead. */
export function ErrorNotice({ refusal, children }: { refusal: Refusal; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const key = `common.refusal.${refusal.code}`;
  return (
    <div className="lr-notice lr-notice-late" role="alert">
      <b>
        <span aria-hidden="true">◆ </span>
        {i18n.exists(key) ? t(key) : refusal.message}
      </b>
      {refusal.law !== undefined && <small>{t('common.law', { law: refusal.law })}</small>}
      {children}
    </div>
  );
}

/** What happened and what comes next, in the place where it was asked for; stays until one moves on. */
export function Happened({ what, next, children }: { what: string; next?: ReactNode; children?: ReactNode }) {
  return (
    <div className="lr-happened" role="status">
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="15" fill="currentColor" />
        <path
          d="m9.500 16.500 4.500 4.500 8.500-9.500"
          fill="none"
          stroke="#fff"
          strokeWidth="2.500"
          strokeLinecap="round"
        />
      </svg>
      <div>
        <b>{what}</b>
        {next !== undefined && <p>{next}</p>}
        {children}
      </div>
    </div>
  );
}

/** Nothing here yet: what will stand here, and how it begins. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="lr-empty">
      <svg width="96" height="24" viewBox="0 0 96 24" aria-hidden="true">
        <path d="M12 12h72" stroke="var(--line)" strokeWidth="2" />
        {[12, 36, 60, 84].map((x) => (
          <circle key={x} cx={x} cy="12" r="6" fill="var(--paper)" stroke="var(--edge)" strokeWidth="1.500" />
        ))}
      </svg>
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Holds the place of what is coming; said once to who listens. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="lr-skeleton" role="status">
      <span className="lr-spoken">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, index) => `line-${index}`).map((key) => (
        <span key={key} className="lr-skeleton-line" />
      ))}
    </div>
  );
}
