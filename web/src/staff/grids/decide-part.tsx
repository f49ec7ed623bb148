import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridsBody } from '../../shared/api/bodies.ts';
import { gridText } from './grid-words.ts';
import type { Plan } from './plan.ts';

export interface Decision {
  readonly from: string;
  readonly reason: string;
  readonly seats: readonly { readonly grid: string; readonly person: string }[];
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** From which day, by whom each new grid is worked, and why. */
export function DecidePart({
  body,
  plan,
  busy,
  onDecide,
  onCancel,
}: {
  body: GridsBody;
  plan: Plan;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(dayAfter(body.today));
  const [reason, setReason] = useState('');
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({});
  const workers = body.workers.map(({ person, name, grids }) => ({
    value: person,
    label:
      grids.length === 0
        ? name
        : `${name}（${t('staff.grids.sits', { list: grids.map((id) => gridText(body, id, t)).join(t('matter.comma')) })}）`,
  }));
  const decide = (event: FormEvent) => {
    event.preventDefault();
    const seats = Object.entries(people).flatMap(([grid, person]) =>
      person !== '' && plan.opens.some(({ key }) => key === grid) ? [{ grid, person }] : [],
    );
    onDecide({ from, reason: reason.trim(), seats });
  };
  return (
    <form className="grid-decide" onSubmit={decide}>
      {plan.opens.map(({ key, title }) => (
        <div className="intake-row" key={key}>
          <label htmlFor={`seat-${key}`}>{t('staff.grids.seatNew', { title })}</label>
          <Select
            id={`seat-${key}`}
            value={people[key] ?? ''}
            options={[{ value: '', label: t('staff.grids.seatNone') }, ...workers]}
            onChange={(person) => setPeople({ ...people, [key]: person })}
          />
        </div>
      ))}
      <div className="intake-row">
        <label htmlFor="grids-from">{t('staff.grids.from')}</label>
        <Input
          id="grids-from"
          type="date"
          required
          min={body.today}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          aria-describedby="grids-from-hint"
        />
        <p className="panel-hint" id="grids-from-hint">
          {t('staff.grids.fromHint')}
        </p>
      </div>
      <div className="intake-row">
        <label htmlFor="grids-reason">{t('staff.grids.reason')}</label>
        <Input.TextArea
          id="grids-reason"
          value={reason}
          maxLength={200}
          rows={2}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="grid-buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim().length < 2}>
          {t('staff.grids.decide')}
        </Button>
        <Button onClick={onCancel}>{t('staff.grids.cancel')}</Button>
      </div>
    </form>
  );
}
