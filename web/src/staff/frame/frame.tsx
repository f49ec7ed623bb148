import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MeBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { saySeat } from '../../shared/matter/say-event.ts';
import { Nav } from './nav.tsx';

function Who({ me }: { me: MeBody }) {
  const { t } = useTranslation();
  const [post] = me.posts;
  return (
    <Link to="/me" className="staff-who">
      <b>{me.person?.name ?? ''}</b>
      <span>
        {post === undefined ? t('staff.me.noPost') : saySeat(post.organ.title, post.title, t)}
        {me.posts.length > 1 && t('staff.me.morePosts', { count: me.posts.length })}
      </span>
    </Link>
  );
}

/** What stands around every staff page: where one can go, who one is, and whether this is a demonstration. */
export function Frame({ me, children }: { me: MeBody; children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="staff">
      <a className="skip" href="#main">
        {t('staff.nav.skip')}
      </a>
      {me.demo && (
        <aside className="demo-strip" aria-label={t('staff.demo.label')}>
          {t('staff.demo.strip')} <a href="/staff/sign-in">{t('staff.demo.change')}</a>
        </aside>
      )}
      <header className="staff-bar">
        <Button
          className="staff-menu"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('staff.nav.open')}
          onClick={() => setOpen(true)}
        />
        <Link to="/" className="staff-brand">
          <b>{t('staff.brand')}</b>
          <span>{titled(me.street.title)}</span>
        </Link>
        <Who me={me} />
      </header>
      <div className="staff-body">
        <aside className="staff-side">
          <Nav me={me} />
        </aside>
        <main id="main" className="staff-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer
        placement="left"
        size={280}
        open={open}
        onClose={() => setOpen(false)}
        title={titled(me.street.title)}
        closable={{ 'aria-label': t('staff.nav.close') }}
      >
        <Nav me={me} onGo={() => setOpen(false)} />
      </Drawer>
    </div>
  );
}

/** Names the window after the page, so that tabs and screen readers tell pages apart. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('staff.brand')}`;
  }, [title, t]);
}

/** A page's title, its tools at the right, and what it says about itself. */
export function PageHead({ title, note, tools }: { title: string; note?: ReactNode; tools?: ReactNode }) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note !== undefined && <p>{note}</p>}
      </div>
      {tools !== undefined && <div className="page-tools">{tools}</div>}
    </header>
  );
}

/** Nothing here: what this place is for and what to do first. */
export function Teach({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="teach">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
