import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceItem } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import { limitOfStage } from '../matter/dates.ts';
import './services.css';

type Material = ServiceItem['materials'][number];

/** One paper: what it is, in which form, and when it is needed at all. */
export function MaterialWords({ material }: { material: Material }) {
  const { t } = useTranslation();
  const { title, form, when, note } = material;
  const more = [note === undefined ? t(`services.form.${form}`) : titled(note)];
  return (
    <span className="material">
      {when !== undefined && <em>{titled(when)}</em>}
      <b>{titled(title)}</b>
      <small>{more}</small>
    </span>
  );
}

/** What to bring, and what nobody needs to bring. */
export function ItemMaterials({ item }: { item: ServiceItem }) {
  return (
    <>
      <ul className="materials">
        {item.materials.map((material) => (
          <li key={material.id}>
            <MaterialWords material={material} />
          </li>
        ))}
      </ul>
      <LookedUp item={item} />
    </>
  );
}

export function LookedUp({ item }: { item: ServiceItem }) {
  const { t } = useTranslation();
  if (item.lookedUp.length === 0) return null;
  return (
    <p className="materials-not">
      <b>{t('services.lookedUp')}</b>
      {t('services.lookedUpText', { what: item.lookedUp.map(titled).join(t('matter.comma')) })}
    </p>
  );
}

/** Who may ask, how long it takes, what one gets, who decides. */
export function ItemFacts({ item }: { item: ServiceItem }) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['who', item.asks.map((each) => t(`services.asks.${each}`)).join(t('matter.comma'))],
    [
      'howLong',
      <>
        {t('services.within', { limit: limitOfStage(item.limit, t) })}
        {item.legal !== undefined && (
          <small>{t('services.legal', { limit: limitOfStage(item.legal, t) })}</small>
        )}
      </>,
    ],
    ['result', titled(item.result)],
    ['decides', titled(item.decides)],
    ['fee', t('services.free')],
  ];
  return (
    <dl className="item-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`services.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
