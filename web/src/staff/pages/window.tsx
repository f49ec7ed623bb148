import { Button, Input, Segmented, Skeleton } from 'antd';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { ItemFacts } from '../../shared/services/item-facts.tsx';
import { useServiceItems } from '../../shared/services/items.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { CallerPanel } from '../intake/caller-panel.tsx';
import { WherePart } from '../intake/where-part.tsx';
import { hrefOf } from '../lists/matter-table.tsx';
import { ItemChoice } from '../window/item-choice.tsx';
import { Papers } from '../window/papers.tsx';
import { RegistryPanel } from '../window/registry-panel.tsx';
import { type AtWindow, type TakenIn, useWindow } from '../window/use-window.ts';
import { lackingOf, neededIn } from '../window/window-draft.ts';
import '../intake/intake.css';
import '../window/window.css';

/** The number, and the paper to hand over. */
function Taken({ taken, onNext }: { taken: TakenIn; onNext: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="read-back" role="status">
      <h2>{t(`services.window.done.${taken.outcome}`)}</h2>
      <p className="read-back-text">
        {t('services.receipt.number')}
        <b className="read-back-number">{taken.opened.number}</b>
      </p>
      {taken.partly && (
        <p className="intake-complaint">
          <span aria-hidden="true">▲</span> {t('services.window.partly')}
        </p>
      )}
      <div className="page-tools">
        {taken.receipt !== undefined && (
          <Button type="primary" href={taken.receipt} target="_blank">
            {t('services.window.paper')}
          </Button>
        )}
        <Button onClick={onNext}>{t('services.window.next')}</Button>
        <Link to={hrefOf(taken.opened)}>{t('services.window.matter')}</Link>
      </div>
    </section>
  );
}

/** How they come, and who asks. */
function Asking({ item, standing, asked, change }: AtWindow & { item: ServiceItem }) {
  const { t } = useTranslation();
  const lacks = asked && neededIn(standing) === 'asker';
  return (
    <>
      <div className="intake-row">
        <span>{t('services.window.way')}</span>
        <Segmented
          aria-label={t('services.window.way')}
          value={standing.way}
          options={item.ways.map((value) => ({ value, label: t(`services.window.ways.${value}`) }))}
          onChange={(way: string) => change({ way })}
        />
      </div>
      <div className="intake-row">
        <span>{t('services.window.asker')}</span>
        <Segmented
          aria-label={t('services.window.asker')}
          value={standing.asker}
          options={item.asks.map((value) => ({ value, label: t(`services.asks.${value}`) }))}
          onChange={(asker: string) => change({ asker })}
        />
        {lacks && (
          <p className="intake-complaint">
            <span aria-hidden="true">▲</span> {t('services.lack.asker')}
          </p>
        )}
      </div>
    </>
  );
}

/** Who it is for, and where they live. */
function Person({ standing, asked, change }: AtWindow) {
  const { t } = useTranslation();
  const { communities } = useMe();
  const { call } = standing;
  return (
    <>
      <div className="intake-pair">
        <div className="intake-row">
          <label htmlFor="window-phone">{t('services.window.phone')}</label>
          <Input
            id="window-phone"
            inputMode="tel"
            maxLength={20}
            value={call.phone}
            onChange={({ target }) => change({ phone: target.value })}
          />
        </div>
        <div className="intake-row">
          <label htmlFor="window-name">{t('staff.intake.name')}</label>
          <Input
            id="window-name"
            maxLength={40}
            value={call.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </div>
      </div>
      <WherePart call={call} asked={asked} communities={communities} onChange={change} />
      {asked && neededIn(standing) === 'address' && (
        <p className="intake-complaint">
          <span aria-hidden="true">▲</span> {t('services.lack.where')}
        </p>
      )}
    </>
  );
}

function Desk({ items }: { items: readonly ServiceItem[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const window_ = useWindow(items);
  const { item, standing, send, change } = window_;
  if (send.data !== undefined) return <Taken taken={send.data} onNext={window_.next} />;
  const verb =
    standing.way !== 'window' ? 'send' : item && lackingOf(item, standing).length > 0 ? 'lacking' : 'whole';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    window_.submit();
  };
  return (
    <form className="intake" onSubmit={submit} noValidate>
      <div className="intake-form">
        <ItemChoice
          items={items}
          item={item}
          onChoose={(chosen) =>
            change({ item: chosen?.id, way: 'window', asker: '', brought: [], needed: [] })
          }
        />
        {item !== undefined && (
          <>
            <Asking {...window_} item={item} />
            <Person {...window_} />
            <Papers item={item} standing={standing} change={change} />
            {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
            <div className="page-tools">
              <Button type="primary" htmlType="submit" loading={send.isPending}>
                {t(`services.window.submit.${verb}`)}
              </Button>
            </div>
          </>
        )}
      </div>
      <aside className="intake-side">
        {item === undefined ? (
          <section>
            <h2>{t('services.window.choose')}</h2>
            <p className="panel-hint">{t('services.window.chooseText')}</p>
          </section>
        ) : (
          <>
            <ItemFacts item={item} />
            <RegistryPanel name={standing.call.name} onChoose={change} />
            <section>
              <h2>{t('services.window.person')}</h2>
              <CallerPanel phone={standing.call.phone} now={now} />
            </section>
          </>
        )}
      </aside>
    </form>
  );
}

/** 综合窗口: whoever stands there is taken in with their papers, and leaves with a paper. */
export function WindowPage() {
  const { t } = useTranslation();
  const items = useServiceItems();
  return (
    <>
      <PageHead title={t('services.window.title')} note={t('services.window.note')} />
      {items === undefined ? <Skeleton active title={false} /> : <Desk items={items} />}
    </>
  );
}
