import { Checkbox, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { titled } from '../../shared/i18n/titles.ts';
import { useMe } from '../frame/use-me.ts';
import { isPhone } from './intake-draft.ts';
import { type Intake, useOpening } from './use-intake.ts';
import { WherePart } from './where-part.tsx';

/** Who calls, by which way. */
function CallerFields({ call, asked, change }: Intake) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** What it is about. */
function WhatFields({ call, asked, change }: Intake) {
  const { t } = useTranslation();
  const lacks = asked && call.title.trim() === '';
  return (
    <>
      <div className="intake-row">
        <label htmlFor="intake-title">{t('staff.intake.what')}</label>
        <Input
          id="intake-title"
          value={call.title}
          maxLength={100}
          status={lacks ? 'error' : ''}
          aria-describedby={lacks ? 'intake-title-why' : undefined}
          onChange={({ target }) => change({ title: target.value })}
        />
        {lacks && (
          <p className="intake-complaint" id="intake-title-why">
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
    </>
  );
}

/** What only a report has: how urgent it is, and whether its words may be shown. */
function ReportFields({ call, change }: Intake) {
  const { t } = useTranslation();
  const opening = useOpening('complaint');
  return (
    <>
      <div className="intake-row">
        <span>{t('staff.fact.urgency')}</span>
        <Segmented
          aria-label={t('staff.fact.urgency')}
          value={call.urgency}
          options={(opening?.grades ?? []).map(({ value, title }) => ({ value, label: titled(title) }))}
          onChange={(urgency: string) => change({ urgency })}
        />
      </div>
      <Checkbox checked={call.openText} onChange={({ target }) => change({ openText: target.checked })}>
        {t('staff.intake.openText')}
      </Checkbox>
    </>
  );
}

/** Everything that is asked during a call, in the order in which people tell it. */
export function CallFields(intake: Intake) {
  const { t } = useTranslation();
  const { communities } = useMe();
  const { call, change } = intake;
  return (
    <>
      <Segmented
        aria-label={t('staff.intake.kind.label')}
        value={call.procedure}
        options={['complaint', 'help-call'].map((value) => ({
          value,
          label: t(`staff.intake.kind.${value}`),
        }))}
        onChange={(procedure: string) => change({ procedure })}
      />
      <CallerFields {...intake} />
      <WhatFields {...intake} />
      <WherePart call={call} asked={intake.asked} communities={communities} onChange={change} />
      {call.procedure === 'complaint' && <ReportFields {...intake} />}
    </>
  );
}
