import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import type { Draft } from '../../shared/matter/answers.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { useAffairs } from '../../shared/matter/sources.ts';
import { useDraft } from '../../shared/matter/use-draft.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { CallerPanel } from '../intake/caller-panel.tsx';
import { callOf, digitsOf, inputOf, isPhone } from '../intake/intake-draft.ts';
import { ReadBack } from '../intake/read-back.tsx';
import { AffairPanel, SimilarPanel, useSuggestion } from '../intake/suggestion-panel.tsx';
import { WherePart } from '../intake/where-part.tsx';
import type { MeBody, OpenedBody, OpeningBody } from '../kinds.ts';
import '../intake/intake.css';

function channelOf(me: MeBody): string {
  const posts = me.posts.map(({ post }) => post);
  if (posts.includes('hotline-clerk')) return 'hotline';
  return posts.includes('grid-worker') ? 'grid' : 'window';
}

function useOpening() {
  return useQuery({
    queryKey: ['opening', 'complaint'],
    queryFn: () => getJson<OpeningBody>('/api/procedures/complaint/opening'),
    staleTime: 600_000,
  }).data;
}

/** 受理来电: one screen while listening; what is known appears beside what is typed. */
export function IntakePage() {
  const { t } = useTranslation();
  const me = useMe();
  const now = useNow();
  const opening = useOpening();
  const affairs = useAffairs();
  const first: Draft = {
    channel: channelOf(me),
    ...(me.communities.length === 1 && { community: me.communities[0]?.id }),
  };
  const [draft, setDraft, forget] = useDraft('intake', first);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const commandId = useRef(newId());
  const call = callOf(draft);
  const change = (next: Draft) => setDraft({ ...draft, ...next });
  const suggestion = useSuggestion(call);
  const send = useMutation({
    mutationFn: () =>
      postJson<OpenedBody>('/api/matters', {
        commandId: commandId.current,
        procedure: 'complaint',
        ...(call.community !== '' && { community: call.community }),
        ...(call.affair !== '' && { affair: call.affair }),
        urgency: call.urgency,
        channel: call.channel,
        caller: {
          ...(call.phone !== '' && { phone: digitsOf(call.phone) }),
          ...(call.name !== '' && { name: call.name }),
        },
        input: inputOf(call),
      }),
    onSuccess: forget,
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (call.title.trim() === '') return form.current?.querySelector<HTMLElement>('#intake-title')?.focus();
    send.mutate();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  const next = () => {
    commandId.current = newId();
    setAsked(false);
    setDraft(first);
    forget();
    send.reset();
  };
  if (send.data !== undefined) return <ReadBack opened={send.data} opening={opening} onNext={next} />;
  const chosen = affairs.find(({ id }) => id === call.affair);
  return (
    <>
      <PageHead title={t('staff.intake.title')} note={t('staff.intake.note')} />
      <form ref={form} className="intake" onSubmit={submit} onKeyDown={keys} noValidate>
        <div className="intake-form">
          <Segmented
            aria-label={t('staff.fact.channel')}
            value={call.channel}
            options={['hotline', 'window', 'grid'].map((value) => ({
              value,
              label: t(`matter.channel.${value}`),
            }))}
            onChange={(channel: string) => change({ channel })}
          />
          <div className="intake-pair">
            <div className="intake-row">
              <label htmlFor="intake-phone">{t('staff.intake.phone')}</label>
              <Input
                id="intake-phone"
                autoFocus
                inputMode="tel"
                value={call.phone}
                maxLength={20}
                status={call.phone !== '' && !isPhone(call.phone) && asked ? 'error' : ''}
                onChange={({ target }) => change({ phone: target.value })}
              />
            </div>
            <div className="intake-row">
              <label htmlFor="intake-name">{t('staff.intake.name')}</label>
              <Input
                id="intake-name"
                value={call.name}
                maxLength={40}
                onChange={({ target }) => change({ name: target.value })}
              />
            </div>
          </div>
          <div className="intake-row">
            <label htmlFor="intake-title">{t('staff.intake.what')}</label>
            <Input
              id="intake-title"
              value={call.title}
              maxLength={100}
              status={asked && call.title.trim() === '' ? 'error' : ''}
              onChange={({ target }) => change({ title: target.value })}
            />
            {asked && call.title.trim() === '' && (
              <p className="intake-complaint">
                <span aria-hidden="true">▲</span> {t('staff.intake.whatNeeded')}
              </p>
            )}
          </div>
          <div className="intake-row">
            <label htmlFor="intake-text">{t('staff.intake.details')}</label>
            <Input.TextArea
              id="intake-text"
              value={call.text}
              maxLength={5000}
              autoSize={{ minRows: 4, maxRows: 12 }}
              placeholder={t('staff.intake.detailsHint')}
              onChange={({ target }) => change({ text: target.value })}
            />
          </div>
          <WherePart call={call} communities={me.communities} onChange={change} />
          <div className="intake-row">
            <span>{t('staff.fact.urgency')}</span>
            <Segmented
              aria-label={t('staff.fact.urgency')}
              value={call.urgency}
              options={(opening?.grades ?? []).map(({ value, title }) => ({ value, label: title }))}
              onChange={(urgency: string) => change({ urgency })}
            />
          </div>
          <Checkbox checked={call.openText} onChange={({ target }) => change({ openText: target.checked })}>
            {t('staff.intake.openText')}
          </Checkbox>
          {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
          <div className="page-tools">
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {t('staff.intake.submit')}
            </Button>
            <span className="panel-hint">{t('staff.intake.keys')}</span>
          </div>
        </div>
        <div className="intake-side">
          <section>
            <h2>{t('staff.intake.caller')}</h2>
            <CallerPanel phone={call.phone} now={now} />
          </section>
          <section>
            <h2>{t('staff.intake.affair')}</h2>
            {chosen !== undefined && (
              <p className="panel-chosen">
                {chosen.class} › {chosen.title}
                <button type="button" onClick={() => change({ affair: '' })}>
                  {t('matter.form.clear')}
                </button>
              </p>
            )}
            <AffairPanel
              suggestion={suggestion}
              chosen={call.affair}
              onChoose={(affair) => change({ affair })}
            />
          </section>
          <section>
            <h2>{t('staff.intake.similar')}</h2>
            <SimilarPanel
              suggestion={suggestion}
              onSame={(number) =>
                change({
                  text: `${call.text}${call.text === '' ? '' : '\n'}${t('staff.intake.sameAs', { number })}`,
                })
              }
            />
          </section>
        </div>
      </form>
    </>
  );
}
