import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { meKey, useMe } from '../../shared/api/me.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useElder } from '../../shared/ui/elder.ts';
import { Check, TextArea, TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice, Notice } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { ReportDone } from '../report/done.tsx';
import { type Drafting, useReportDraft } from '../report/draft.ts';
import { Hints } from '../report/hints.tsx';
import { PhotosPart } from '../report/photos-part.tsx';
import { PromisePart } from '../report/promise.tsx';
import { type Lack, lacksOf, mostText, toBody } from '../report/to-body.ts';
import { WherePart } from '../report/where-part.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';
import '../report/report.css';

type PartName = 'what' | 'where' | 'photos' | 'who';
const parts: readonly PartName[] = ['what', 'where', 'photos', 'who'];
const partOf: Record<Lack, PartName> = { text: 'what', where: 'where', phone: 'who' };

interface PartProps {
  readonly drafting: Drafting;
  readonly lacks: readonly Lack[];
}

function WhatPart({ drafting, lacks }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextArea
        label={t('resident.report.text')}
        hint={t('resident.report.textHint')}
        placeholder={t('resident.report.textExample')}
        rows={4}
        most={mostText}
        keepsDraft
        value={drafting.draft.text}
        complaint={lacks.includes('text') ? t('resident.report.lack.text') : undefined}
        onChange={(text) => drafting.change({ text })}
      />
      <Hints drafting={drafting} />
    </>
  );
}

function WhoPart({ drafting, lacks }: PartProps) {
  const { t } = useTranslation();
  const { draft, change } = drafting;
  return (
    <>
      <Notice title={t('resident.report.privacyTitle')}>{t('resident.report.privacy')}</Notice>
      <Check checked={draft.openText} onChange={(openText) => change({ openText })}>
        {t('resident.report.openText')}
      </Check>
      <TextField
        label={t('resident.report.phone')}
        hint={t('resident.report.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        optional
        most={20}
        value={draft.phone}
        complaint={lacks.includes('phone') ? t('resident.report.lack.phone') : undefined}
        onChange={(phone) => change({ phone })}
      />
    </>
  );
}

const inside: Record<PartName, (props: PartProps) => ReactNode> = {
  what: WhatPart,
  where: ({ drafting, lacks }) => <WherePart drafting={drafting} lacking={lacks.includes('where')} />,
  photos: ({ drafting }) => <PhotosPart drafting={drafting} />,
  who: WhoPart,
};

function Steps({ at, last }: { at: number; last: number }) {
  const { t } = useTranslation();
  return (
    <p className="report-steps" aria-live="polite">
      {t('resident.report.step', { n: at + 1, all: last + 1 })}
    </p>
  );
}

/** Sends the report; what comes back replaces the form. */
function useSend(drafting: Drafting) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => postJson<OpenedBody>('/api/matters', toBody(drafting.draft)),
    onSuccess: () => {
      drafting.forget();
      window.scrollTo(0, 0);
      void client.invalidateQueries({ queryKey: ['mine'] });
    },
    // Somebody whose session ended meanwhile is asked to sign in on the spot.
    onError: () => client.invalidateQueries({ queryKey: meKey }),
  });
}

/** 我要反映: one calm page; in 长者版 one question at a time. Nothing that was written is ever asked for twice. */
export function ReportPage() {
  const { t } = useTranslation();
  const drafting = useReportDraft();
  const send = useSend(drafting);
  const signedIn = useMe().data?.person !== undefined;
  if (send.data !== undefined) return <ReportDone opened={send.data} onAnother={send.reset} />;
  return (
    <ReportForm drafting={drafting} busy={send.isPending} failed={send.isError} onSend={() => send.mutate()}>
      {send.error !== null && signedIn && <ErrorNotice refusal={refusalOf(send.error)} />}
      <p className="lr-hint">{t('resident.report.emergency')}</p>
      <PromisePart />
    </ReportForm>
  );
}

interface FormProps {
  readonly drafting: Drafting;
  readonly busy: boolean;
  /** It was sent and refused; perhaps the session had ended. */
  readonly failed: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** Not a form element: signing in is one, and stands inside. */
function ReportForm({ drafting, busy, failed, onSend, children }: FormProps) {
  const { t } = useTranslation();
  const elder = useElder();
  const box = useRef<HTMLDivElement>(null);
  const signedIn = useMe().data?.person !== undefined;
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<readonly PartName[]>([]);
  const [pressed, setPressed] = useState(false);
  const wish = pressed || failed;
  const lacks = lacksOf(drafting.draft);
  const shown = elder ? parts.slice(at, at + 1) : parts;
  const last = !elder || at === parts.length - 1;
  const move = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
  };
  const complain = (lack: Lack) => {
    if (elder) setAt(parts.indexOf(partOf[lack]));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const go = () => {
    const looked = last ? parts : shown;
    setAsked([...asked, ...looked]);
    const first = lacks.find((lack) => looked.includes(partOf[lack]));
    if (first !== undefined) return complain(first);
    if (!last) return move(at + 1);
    return signedIn ? onSend() : setPressed(true);
  };
  const verb = busy ? 'sending' : last ? 'send' : 'on';
  return (
    <Page
      title={t('resident.home.report.title')}
      {...(!elder && { lead: t('resident.report.lead') })}
      back={{ to: '/', title: t('common.home') }}
    >
      {elder && <Steps at={at} last={parts.length - 1} />}
      <div ref={box}>
        {shown.map((name) => {
          const Inside = inside[name];
          const told = lacks.filter((lack) => partOf[lack] === name && asked.includes(name));
          return (
            <section key={name} className="lr-part report-part" aria-labelledby={`part-${name}`}>
              <h2 id={`part-${name}`}>
                {!elder && <span aria-hidden="true">{parts.indexOf(name) + 1}</span>}
                {t(`resident.report.part.${name}`)}
              </h2>
              <Inside drafting={drafting} lacks={told} />
            </section>
          );
        })}
      </div>
      {last && wish && !signedIn && <NeedSignIn why={t('resident.report.signIn')} onDone={onSend} />}
      <div className="lr-buttons report-go">
        {(signedIn || !wish || !last) && (
          <Button weight="main" busy={busy} onClick={go}>
            {t(`resident.report.${verb}`)}
          </Button>
        )}
        {elder && at > 0 && <Button onClick={() => move(at - 1)}>{t('resident.report.before')}</Button>}
      </div>
      {last && children}
    </Page>
  );
}
