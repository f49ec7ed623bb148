import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupsPart, ResidentBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { ChangeForm, Line, Pick, Text } from './change-form.tsx';
import { civilToday } from './civil-today.ts';

function CarerForm({
  resident,
  mayCare,
  onClose,
}: {
  resident: ResidentBody;
  mayCare: GroupsPart['mayCare'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [at, setAt] = useState('0');
  const [day, setDay] = useState(civilToday);
  const seats = mayCare.map(({ name, postTitle, organTitle }, i) => ({
    value: String(i),
    title: `${name} · ${titled(organTitle)} ${titled(postTitle)}`,
  }));
  const chosen = mayCare[Number(at)];
  const seat = chosen && { person: chosen.person, post: chosen.post, organ: chosen.organ };
  return (
    <ChangeForm
      resident={resident}
      what="carer"
      title={t('staff.registry.carer.save')}
      lines={['seat', 'day']}
      body={() => ({ day, ...(at !== '' && seat !== undefined && { seat }) })}
      onDone={onClose}
      onClose={onClose}
    >
      {(refusal) => (
        <>
          <Line name="seat" label={t('staff.registry.carer.who')} refusal={refusal}>
            <Pick
              name="seat"
              value={at}
              onChange={setAt}
              options={[...seats, { value: '', title: t('staff.registry.carer.nobody') }]}
            />
          </Line>
          <Line name="day" label={t('staff.registry.carer.firstDay')} refusal={refusal}>
            <Text name="day" type="date" value={day} onChange={setDay} />
          </Line>
        </>
      )}
    </ChangeForm>
  );
}

/** 结对帮扶: who looks after a resident in need. */
export function Carers({ resident }: { resident: ResidentBody }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { carers = [], mayCare = [] } = resident.groups ?? {};
  if (carers.length === 0 && mayCare.length === 0) return null;
  return (
    <section className="resident-part">
      <h2>{t('staff.registry.carer.title')}</h2>
      {carers.length === 0 && <p className="panel-hint">{t('staff.registry.carer.none')}</p>}
      <ul className="panel-list">
        {carers.map((carer) => (
          <li key={`${carer.from}-${carer.name}`}>
            {carer.name}
            <span>
              {titled(carer.organ)} {titled(carer.post)} ·{' '}
              {t(carer.until === undefined ? 'staff.registry.since' : 'staff.registry.span', carer)}
            </span>
          </li>
        ))}
      </ul>
      {mayCare.length > 0 && !isOpen && (
        <Button onClick={() => setOpen(true)}>{t('staff.registry.carer.change')}</Button>
      )}
      {isOpen && <CarerForm resident={resident} mayCare={mayCare} onClose={() => setOpen(false)} />}
    </section>
  );
}
