import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationArea, OrganisationBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Line, SourceLine, Text } from '../registry/change-form.tsx';
import { civilToday } from '../registry/civil-today.ts';
import {
  emptyOrganisation,
  OrganisationFields,
  type OrganisationValues,
  OtherRefusal,
  organisationFields,
} from './organisation-fields.tsx';

/** As it stands, without what is masked. */
const valuesOf = (body: OrganisationBody): OrganisationValues => ({
  ...emptyOrganisation,
  name: body.name,
  kind: body.kind.id,
  address: body.address,
  code: body.code ?? '',
  grid: body.grid?.id ?? '',
  qualification: body.qualification ?? '',
  qualifiedUntil: body.qualifiedUntil ?? '',
});

interface FormProps {
  readonly organisation: OrganisationBody;
  readonly area: OrganisationArea;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function useChange({ organisation, onDone }: FormProps, what: 'correct' | 'close') {
  const client = useQueryClient();
  const { community, id, version } = organisation;
  const key = ['organisation', community, id];
  return useMutation({
    mutationFn: (body: object) =>
      postJson<OrganisationBody>(`/api/organisations/${community}/${id}/${what}`, { version, ...body }),
    onSuccess: (next) => {
      client.setQueryData(key, next);
      void client.invalidateQueries({ queryKey: ['organisations'] });
      onDone();
    },
    onError: (error) => {
      if (refusalOf(error).code === 'moved-on') void client.invalidateQueries({ queryKey: key });
    },
  });
}

function Buttons({ title, busy, onClose }: { title: string; busy: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="change-buttons">
      <Button type="primary" htmlType="submit" loading={busy}>
        {title}
      </Button>
      <Button onClick={onClose}>{t('staff.cancel')}</Button>
    </div>
  );
}

function CorrectForm(props: FormProps) {
  const { organisation, area, onClose } = props;
  const { t } = useTranslation();
  const [started] = useState(() => valuesOf(organisation));
  const [values, setValues] = useState(started);
  const [forgets, setForgets] = useState(false);
  const [source, setSource] = useState('told');
  const send = useChange(props, 'correct');
  const refusal = send.error === null ? undefined : refusalOf(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = organisationFields.filter((name) => values[name] !== started[name]);
    send.mutate({
      source,
      ...Object.fromEntries(changed.map((name) => [name, values[name]])),
      ...(forgets && { contact: '', phone: '' }),
    });
  };
  const title = t('staff.organisations.correct');
  return (
    <form className="change-form" aria-label={title} onSubmit={submit} noValidate>
      <OrganisationFields
        area={area}
        values={values}
        refusal={refusal}
        keeps={organisation}
        onChange={setValues}
      />
      {(organisation.contact ?? organisation.phone) !== undefined && (
        <label className="change-check">
          <input type="checkbox" checked={forgets} onChange={({ target }) => setForgets(target.checked)} />{' '}
          {t('staff.organisations.forget')}
        </label>
      )}
      <SourceLine value={source} words="staff.organisations.told" onChange={setSource} />
      <OtherRefusal refusal={refusal} community={organisation.community} />
      <Buttons title={title} busy={send.isPending} onClose={onClose} />
    </form>
  );
}

function CloseForm(props: FormProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState(civilToday);
  const [source, setSource] = useState('visit');
  const send = useChange(props, 'close');
  const refusal = send.error === null ? undefined : refusalOf(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ source, day });
  };
  const title = t('staff.organisations.close');
  return (
    <form className="change-form" aria-label={title} onSubmit={submit} noValidate>
      <p className="panel-hint">{t('staff.organisations.closeNote')}</p>
      <Line name="day" label={t('staff.organisations.lastDay')} refusal={refusal}>
        <Text name="day" type="date" value={day} onChange={setDay} />
      </Line>
      <SourceLine value={source} words="staff.organisations.told" onChange={setSource} />
      {refusal?.about !== 'day' && (
        <OtherRefusal refusal={refusal} community={props.organisation.community} />
      )}
      <Buttons title={title} busy={send.isPending} onClose={props.onClose} />
    </form>
  );
}

const forms = { correct: CorrectForm, close: CloseForm };
type Kind = keyof typeof forms;
const kinds: readonly Kind[] = ['correct', 'close'];

/** What may be done about an organisation, by whoever keeps the registry: one form at a time, under the buttons. */
export function ChangeOrganisation({
  organisation,
  area,
}: {
  organisation: OrganisationBody;
  area: OrganisationArea;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Kind>();
  const [done, setDone] = useState<Kind>();
  const Form = open && forms[open];
  return (
    <section className="resident-part">
      <h2>{t('staff.organisations.edit')}</h2>
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
            {t(`staff.organisations.open.${kind}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="panel-hint">
        {done !== undefined && t(`staff.organisations.saved.${done}`)}
      </p>
      {open !== undefined && Form !== undefined && (
        <Form
          key={open}
          organisation={organisation}
          area={area}
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
