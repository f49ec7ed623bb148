import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResidentBody } from '../../shared/api/bodies.ts';
import { ChangeForm, Line, RelationLine, Text } from './change-form.tsx';
import { civilToday } from './civil-today.ts';

interface FormProps {
  readonly resident: ResidentBody;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function CorrectForm({ resident, ...rest }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(resident.name);
  const [identity, setIdentity] = useState('');
  const [phone, setPhone] = useState('');
  const [relation, setRelation] = useState(resident.relation ?? 'other');
  const [started] = useState(resident);
  const body = () => ({
    ...(name !== started.name && { name }),
    ...(identity.trim() !== '' && { identity }),
    ...(phone.trim() !== '' && { phone }),
    ...(relation !== started.relation && started.relation !== undefined && { relation }),
  });
  return (
    <ChangeForm
      {...rest}
      resident={resident}
      what="correct"
      title={t('staff.registry.edit.correct')}
      lines={['name', 'identity', 'phone', 'relation']}
      body={body}
    >
      {(refusal) => (
        <>
          <Line name="name" label={t('staff.registry.edit.name')} refusal={refusal}>
            <Text name="name" value={name} most={100} onChange={setName} />
          </Line>
          <Line
            name="identity"
            label={t('staff.registry.identity')}
            hint={t('staff.registry.edit.keep', { value: resident.identity ?? t('staff.registry.unknown') })}
            refusal={refusal}
          >
            <Text name="identity" value={identity} most={40} onChange={setIdentity} />
          </Line>
          <Line
            name="phone"
            label={t('staff.registry.phone')}
            hint={t('staff.registry.edit.keep', { value: resident.phone ?? t('staff.registry.unknown') })}
            refusal={refusal}
          >
            <Text name="phone" type="tel" value={phone} most={40} onChange={setPhone} />
          </Line>
          {resident.relation !== undefined && <RelationLine value={relation} onChange={setRelation} />}
        </>
      )}
    </ChangeForm>
  );
}

function LeaveForm(props: FormProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState(civilToday);
  return (
    <ChangeForm
      {...props}
      what="leave"
      title={t('staff.registry.edit.leave')}
      lines={['day']}
      body={() => ({ day })}
    >
      {(refusal) => (
        <Line name="day" label={t('staff.registry.edit.lastDay')} refusal={refusal}>
          <Text name="day" type="date" value={day} onChange={setDay} />
        </Line>
      )}
    </ChangeForm>
  );
}

function MoveForm(props: FormProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [isNew, setNew] = useState(false);
  const [day, setDay] = useState(civilToday);
  const [relation, setRelation] = useState('other');
  return (
    <ChangeForm
      {...props}
      what="move"
      title={t('staff.registry.edit.move')}
      lines={['address', 'day']}
      body={() => ({ address, isNew, day, relation })}
    >
      {(refusal) => (
        <>
          <Line
            name="address"
            label={t('staff.registry.edit.address')}
            hint={t('staff.registry.edit.addressHint')}
            refusal={refusal}
          >
            <Text name="address" value={address} most={200} onChange={setAddress} />
          </Line>
          {(isNew || refusal?.code === 'home-unknown') && <NewHome checked={isNew} onChange={setNew} />}
          <Line name="day" label={t('staff.registry.edit.firstDay')} refusal={refusal}>
            <Text name="day" type="date" value={day} onChange={setDay} />
          </Line>
          <RelationLine value={relation} onChange={setRelation} />
        </>
      )}
    </ChangeForm>
  );
}

function EraseForm(props: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ChangeForm
      {...props}
      what="erase"
      title={t('staff.registry.edit.erase')}
      lines={['reason']}
      body={() => ({ reason })}
    >
      {(refusal) => (
        <>
          <p className="panel-hint">{t('staff.registry.edit.eraseNote')}</p>
          <Line
            name="reason"
            label={t('staff.registry.edit.reason')}
            hint={t('staff.registry.edit.reasonHint')}
            refusal={refusal}
          >
            <Text name="reason" value={reason} most={200} onChange={setReason} />
          </Line>
        </>
      )}
    </ChangeForm>
  );
}

export function NewHome({ checked, onChange }: { checked: boolean; onChange: (is: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <label className="change-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />{' '}
      {t('staff.registry.edit.isNew')}
    </label>
  );
}

const forms = { correct: CorrectForm, leave: LeaveForm, move: MoveForm, erase: EraseForm };
type Kind = keyof typeof forms;

/** What may be done about a resident, by whoever keeps the registry: one form at a time, under the buttons. */
export function ChangeResident({ resident, more }: { resident: ResidentBody; more?: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Kind>();
  const [done, setDone] = useState<Kind>();
  const Form = open && forms[open];
  const kinds: readonly Kind[] = [
    'correct',
    'move',
    ...(resident.address === undefined ? [] : (['leave'] as const)),
    'erase',
  ];
  return (
    <section className="resident-part">
      <h2>{t('staff.registry.edit.title')}</h2>
      <div className="change-buttons">
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-expanded={open === kind}
            onClick={() => {
              setDone(undefined);
              setOpen(open === kind ? undefined : kind);
            }}
          >
            {t(`staff.registry.edit.open.${kind}`)}
          </Button>
        ))}
        {resident.address !== undefined && (
          <Link to={`/registry/new?community=${resident.community}&resident=${resident.id}`}>
            {t('staff.registry.edit.same')}
          </Link>
        )}
        {more}
      </div>
      <p role="status" className="panel-hint">
        {done !== undefined && t(`staff.registry.edit.done.${done}`)}
      </p>
      {open !== undefined && Form !== undefined && (
        <Form
          key={open}
          resident={resident}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setDone(open);
            setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}
