import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { byGroup, itemsLike, slugOf, useServiceItems } from '../../shared/services/items.ts';
import { TextField } from '../../shared/ui/field.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import '../resident.css';
import '../services/services.css';

function Items({ items }: { items: readonly ServiceItem[] }) {
  const { t } = useTranslation();
  return (
    <ul className="service-items">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={`/services/${slugOf(item)}`}>
            <b>{titled(item.title)}</b>
            {!item.ways.includes('home') && (
              <small>{t(item.ways.includes('phone') ? 'services.byPhone' : 'services.windowOnly')}</small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** 办事: an item by what people call it, or by looking through all of them. */
export function ServicesPage() {
  const { t } = useTranslation();
  const items = useServiceItems();
  const [words, setWords] = useState('');
  const found = items && itemsLike(items, words);
  return (
    <Page title={t('services.title')} lead={t('services.lead')} back={{ to: '/', title: t('common.home') }}>
      <section className="lr-part" aria-label={t('services.find')}>
        <TextField
          label={t('services.find')}
          hint={t('services.findHint')}
          type="search"
          most={40}
          autoComplete="off"
          value={words}
          onChange={setWords}
        />
        <p role="status" className="services-none">
          {found?.length === 0 && t('services.none', { words: words.trim() })}
        </p>
      </section>
      {found === undefined ? (
        <Skeleton lines={8} />
      ) : (
        byGroup(found).map(({ group, items: inside }) => (
          <Part key={group.id} title={titled(group.title)}>
            <Items items={inside} />
          </Part>
        ))
      )}
    </Page>
  );
}
