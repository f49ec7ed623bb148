import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { itemsLike } from '../../shared/services/items.ts';

const shownMost = 8;

/** The item by what the resident calls it; once chosen it stands as a line. */
export function ItemChoice({
  items,
  item,
  onChoose,
}: {
  items: readonly ServiceItem[];
  item: ServiceItem | undefined;
  onChoose: (item: ServiceItem | undefined) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  if (item !== undefined)
    return (
      <p className="window-chosen">
        <b>{titled(item.title)}</b>
        <Button onClick={() => onChoose(undefined)}>{t('services.window.change')}</Button>
      </p>
    );
  const found = itemsLike(items, words);
  const choose = (chosen: ServiceItem) => {
    setWords('');
    onChoose(chosen);
  };
  return (
    <div className="intake-row">
      <label htmlFor="window-item">{t('services.window.item')}</label>
      <Input
        id="window-item"
        autoFocus
        allowClear
        value={words}
        maxLength={40}
        placeholder={t('services.window.findItem')}
        onChange={({ target }) => setWords(target.value)}
        onPressEnter={() => found[0] !== undefined && choose(found[0])}
      />
      <ul className="panel-choices window-items">
        {(words.trim() === '' ? items : found.slice(0, shownMost)).map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => choose(each)}>
              <b>{titled(each.title)}</b>
              <span className="panel-why">{titled(each.group.title)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="panel-hint">{t('services.none', { words: words.trim() })}</p>}
    </div>
  );
}
