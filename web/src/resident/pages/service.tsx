import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { ItemFacts, ItemMaterials } from '../../shared/services/item-facts.tsx';
import { slugOf, useServiceItems } from '../../shared/services/items.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { AskForm, type AskWay } from '../services/ask-form.tsx';
import '../resident.css';
import '../services/services.css';

const back = '/services';

/** The ways in: come to the window with the papers, or have somebody come or call. */
function Ways({ item, onAsk }: { item: ServiceItem; onAsk: (way: AskWay) => void }) {
  const { t } = useTranslation();
  const offered = (['home', 'phone'] as const).filter((way) => item.ways.includes(way));
  return (
    <ul className="service-ways">
      {offered.map((way) => (
        <li key={way}>
          <p>{t(`services.ask.${way}Text`)}</p>
          <Button weight={way === 'home' ? 'main' : 'plain'} onClick={() => onAsk(way)}>
            {t(`services.ask.${way}`)}
          </Button>
        </li>
      ))}
      <li>
        <p>
          <b>{t('services.atWindow')}</b>
        </p>
        <p>{t('services.atWindowText')}</p>
      </li>
    </ul>
  );
}

function Item({ item }: { item: ServiceItem }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<AskWay>();
  const { law, article } = item.source;
  const ask = (next: AskWay | undefined) => {
    setWay(next);
    window.scrollTo(0, 0);
  };
  if (way !== undefined) return <AskForm item={item} way={way} onBack={() => ask(undefined)} />;
  return (
    <Page title={titled(item.title)} back={{ to: back, title: t('services.back') }}>
      <Part title={t('services.bring')}>
        <ItemMaterials item={item} />
      </Part>
      <Part title={t('services.how')}>
        <Ways item={item} onAsk={ask} />
      </Part>
      <section className="lr-part" aria-label={t('services.howLong')}>
        <ItemFacts item={item} />
        <p className="lr-hint">
          {t('services.source')} {law} {article}
        </p>
      </section>
    </Page>
  );
}

/** One item of the window: what to bring, who may ask, how long, and whether somebody can come. */
export function ServicePage() {
  const { t } = useTranslation();
  const { item: slug = '' } = useParams<{ item: string }>();
  const items = useServiceItems();
  const item = items?.find((each) => slugOf(each) === slug);
  if (item !== undefined) return <Item key={slug} item={item} />;
  if (items === undefined)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={t('services.notThere')} lead={t('services.notThereText')}>
      <div className="lr-buttons">
        <LinkButton to={back} weight="main">
          {t('services.back')}
        </LinkButton>
      </div>
    </Page>
  );
}
