import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenBody, OpenedBody, ServiceItem } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { meKey, useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { DueMark } from '../../shared/matter/matter-head.tsx';
import { useMatter } from '../../shared/matter/sources.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Choice, TextArea, TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice, Happened } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { type Drafting, useReportDraft } from '../report/draft.ts';
import '../report/report.css';
import { digits, isNumber } from '../report/to-body.ts';
import { WherePart } from '../report/where-part.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';

export type AskWay = 'home' | 'phone';
type Asker = ServiceItem['asks'][number];
type Lack = 'asker' | 'where' | 'phone';

function lacksOf({ draft }: Drafting, asker: Asker | undefined, way: AskWay): readonly Lack[] {
  const phone = digits(draft.phone);
  const unknown = draft.community === undefined || (way === 'home' && draft.address.trim() === '');
  return [
    ...(asker === undefined ? (['asker'] as const) : []),
    ...(unknown ? (['where'] as const) : []),
    ...(phone !== '' && !isNumber(phone) ? (['phone'] as const) : []),
  ];
}

function bodyOf({ draft }: Drafting, item: ServiceItem, way: AskWay, asker: Asker): OpenBody {
  const address = draft.address.trim();
  const text = draft.text.trim();
  const phone = digits(draft.phone);
  const location = { ...draft.spot, ...(address !== '' && { address }) };
  return {
    commandId: draft.commandId,
    procedure: 'service-item',
    channel: 'web',
    affair: item.id,
    ...(draft.community !== undefined && { community: draft.community }),
    ...(draft.place !== undefined && { place: draft.place }),
    input: {
      way,
      asker,
      ...(text !== '' && { text }),
      ...(Object.keys(location).length > 0 && { location }),
      ...(phone !== '' && { phone }),
    },
  };
}

function useSend(drafting: Drafting, item: ServiceItem, way: AskWay, asker: Asker | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      postJson<OpenedBody>('/api/matters', bodyOf(drafting, item, way, asker ?? item.asks[0] ?? 'self')),
    onSuccess: () => {
      drafting.forget();
      window.scrollTo(0, 0);
      void client.invalidateQueries({ queryKey: ['mine'] });
    },
    onError: () => client.invalidateQueries({ queryKey: meKey }),
  });
}

/** Who comes and by when, and what to have ready. */
function Done({ opened, item, way }: { opened: OpenedBody; item: ServiceItem; way: AskWay }) {
  const { t } = useTranslation();
  const now = useNow();
  const next = useMatter(opened.community, opened.id).data?.next;
  return (
    <Page title={titled(item.title)} back={{ to: '/services', title: t('services.back') }}>
      <Happened what={t('services.done.what', { number: opened.number })}>
        <p>{t(`services.done.${way}`)}</p>
        {next?.dueAt !== undefined && (
          <p>
            {titled(next.title)} <DueMark dueAt={next.dueAt} now={now} />
          </p>
        )}
      </Happened>
      <div className="lr-buttons">
        <LinkButton to={`/matters/${opened.community}/${opened.id}`} weight="main">
          {t('services.done.see')}
        </LinkButton>
        <LinkButton to="/services">{t('services.done.more')}</LinkButton>
      </div>
    </Page>
  );
}

/** Asks for somebody to come, or to call: who asks, where they live, how to reach them. */
export function AskForm({ item, way, onBack }: { item: ServiceItem; way: AskWay; onBack: () => void }) {
  const { t } = useTranslation();
  const drafting = useReportDraft('liren.draft.service');
  const { draft, change } = drafting;
  const signedIn = useMe().data?.person !== undefined;
  const box = useRef<HTMLDivElement>(null);
  const only = item.asks.length === 1 ? item.asks[0] : undefined;
  const [chosen, setChosen] = useState(only);
  const [asked, setAsked] = useState(false);
  const send = useSend(drafting, item, way, chosen);
  const lacks = lacksOf(drafting, chosen, way);
  const told = (lack: Lack) => asked && lacks.includes(lack);
  const go = () => {
    setAsked(true);
    if (lacks.length === 0) return signedIn ? send.mutate() : undefined;
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  if (send.data !== undefined) return <Done opened={send.data} item={item} way={way} />;
  return (
    <Page title={t(`services.ask.${way}`)} lead={titled(item.title)}>
      <div ref={box}>
        <section className="lr-part" aria-label={t('services.whoAsks')}>
          <Choice
            row
            label={t('services.whoAsks')}
            options={item.asks.map((value) => ({ value, title: t(`services.asks.${value}`) }))}
            value={chosen}
            complaint={told('asker') ? t('services.lack.asker') : undefined}
            onChange={setChosen}
          />
        </section>
        <Part title={t(way === 'home' ? 'services.address' : 'services.community')}>
          <WherePart drafting={drafting} lacking={told('where')} />
        </Part>
        <section className="lr-part" aria-label={t('services.phone')}>
          <TextField
            label={t('services.phone')}
            hint={t('services.phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            optional
            most={20}
            value={draft.phone}
            complaint={told('phone') ? t('services.lack.phone') : undefined}
            onChange={(phone) => change({ phone })}
          />
          <TextArea
            label={t('services.text')}
            hint={t('services.textHint')}
            optional
            rows={2}
            most={500}
            keepsDraft
            value={draft.text}
            onChange={(text) => change({ text })}
          />
        </section>
      </div>
      {told('where') && (
        <p className="lr-complaint" role="alert">
          {t('services.lack.where')}
        </p>
      )}
      {send.error !== null && <ErrorNotice refusal={refusalOf(send.error)} />}
      {asked && lacks.length === 0 && !signedIn && (
        <NeedSignIn why={t('services.signIn')} onDone={() => send.mutate()} />
      )}
      <div className="lr-buttons">
        <Button weight="main" busy={send.isPending} onClick={go}>
          {t(send.isPending ? 'services.sending' : 'services.send')}
        </Button>
        <Button onClick={onBack}>{t('services.before')}</Button>
      </div>
    </Page>
  );
}
