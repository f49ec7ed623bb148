import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead } from '../frame/frame.tsx';
import { CallFields } from '../intake/call-fields.tsx';
import { JoinedBack } from '../intake/joined-back.tsx';
import { KnownPanel } from '../intake/known-panel.tsx';
import { ReadBack } from '../intake/read-back.tsx';
import { useIntake, useOpening } from '../intake/use-intake.ts';
import '../intake/intake.css';

/** 受理登记: one screen while listening; what is known appears beside what is typed. */
export function IntakePage() {
  const { t } = useTranslation();
  const opening = useOpening('complaint');
  const intake = useIntake();
  const form = useRef<HTMLFormElement>(null);
  const { send } = intake;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const needed = intake.submit();
    if (needed !== undefined) form.current?.querySelector<HTMLElement>(`#intake-${needed}`)?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  if (send.data !== undefined) return <ReadBack opened={send.data} opening={opening} onNext={intake.next} />;
  if (intake.join.data !== undefined)
    return <JoinedBack call={intake.join.data} onNext={intake.next} onBack={intake.join.reset} />;
  return (
    <>
      <PageHead title={t('staff.intake.title')} note={t('staff.intake.note')} />
      <form ref={form} className="intake" onSubmit={submit} onKeyDown={keys} noValidate>
        <div className="intake-form">
          <CallFields {...intake} />
          {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
          <div className="page-tools">
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {t('staff.intake.submit')}
            </Button>
            <span className="panel-hint">{t('staff.intake.keys')}</span>
          </div>
        </div>
        <KnownPanel {...intake} />
      </form>
    </>
  );
}
