import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupsPart, ResidentBody } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { AskWhy } from './ask-why.tsx';
import { ChangeForm, Line, Pick, Text } from './change-form.tsx';
import { civilToday } from './civil-today.ts';

type Row = GroupsPart['rows'][number];
interface Props {
  readonly resident: ResidentBody;
  readonly groups: GroupsPart;
}

/** Since when, from whom, by whom and why; of a rule, that it is one. */
function aboutRow({ id, from = '', until, source = '', by = '', reason }: Row, t: Say): string {
  if (id === undefined) return t('staff.registry.groups.ruled');
  return [
    t(until === undefined ? 'staff.registry.since' : 'staff.registry.span', { from, until }),
    t(`staff.registry.told.${source}`, { defaultValue: t('staff.registry.source', { source }) }),
    ...(by === '' ? [] : [t('staff.registry.by', { name: by })]),
    ...(reason === undefined ? [] : [t('staff.registry.because', { reason })]),
  ].join(' · ');
}

function EndForm({
  resident,
  row,
  onClose,
  onDone,
}: {
  resident: ResidentBody;
  row: Row;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [day, setDay] = useState(civilToday);
  const [reason, setReason] = useState('');
  return (
    <ChangeForm
      resident={resident}
      what={`groups/${row.id}/end`}
      title={t('staff.registry.groups.end')}
      lines={['day', 'reason']}
      body={() => ({ day, reason })}
      onDone={onDone}
      onClose={onClose}
    >
      {(refusal) => (
        <>
          <Line name="day" label={t('staff.registry.groups.lastDay')} refusal={refusal}>
            <Text name="day" type="date" value={day} onChange={setDay} />
          </Line>
          <Line name="reason" label={t('staff.registry.groups.endWhy')} refusal={refusal}>
            <Text name="reason" value={reason} most={200} onChange={setReason} />
          </Line>
        </>
      )}
    </ChangeForm>
  );
}

function Rows({
  resident,
  groups,
  rows,
  onChanged,
}: Props & { rows: readonly Row[]; onChanged?: () => void }) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<string>();
  const settable = new Set(groups.maySet.map(({ title }) => titled(title)));
  return (
    <ul className="panel-list">
      {rows.map((row) => (
        <li key={row.id ?? titled(row.title)}>
          {titled(row.title)}
          <span>{aboutRow(row, t)}</span>
          {row.id !== undefined && row.until === undefined && settable.has(titled(row.title)) && (
            <Button
              size="small"
              aria-expanded={ending === row.id}
              onClick={() => setEnding(ending === row.id ? undefined : row.id)}
            >
              {t('staff.registry.groups.end')}
            </Button>
          )}
          {ending !== undefined && ending === row.id && (
            <EndForm
              resident={resident}
              row={row}
              onClose={() => setEnding(undefined)}
              onDone={() => {
                setEnding(undefined);
                onChanged?.();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Guarded by law: shown after a reason, which goes on record. */
function Sensitive({ resident, groups }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { community, id } = resident;
  const look = useMutation({
    mutationFn: (reason: string) =>
      postJson<{ rows: Row[] }>(`/api/registry/residents/${community}/${id}/groups/look`, { reason }),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['resident', community, id] });
    },
  });
  const rows = look.data?.rows;
  return (
    <>
      <h3>{t('staff.registry.groups.sensitive')}</h3>
      {rows === undefined && (
        <>
          <p className="panel-hint">
            {t('staff.registry.groups.sensitiveNote', {
              groups: groups.sensitive.map((title) => titled(title)).join(t('staff.registry.groups.comma')),
            })}
          </p>
          <Button onClick={() => setOpen(true)}>{t('staff.registry.groups.look')}</Button>
        </>
      )}
      {rows?.length === 0 && <p className="panel-hint">{t('staff.registry.groups.noSensitive')}</p>}
      {rows !== undefined && (
        <Rows resident={resident} groups={groups} rows={rows} onChanged={() => look.reset()} />
      )}
      <AskWhy
        open={open}
        send={t('staff.registry.groups.look')}
        error={look.error}
        busy={look.isPending}
        onSay={(reason) => look.mutate(reason)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function SetForm({ resident, groups, onClose }: Props & { onClose: (done: boolean) => void }) {
  const { t } = useTranslation();
  const [group, setGroup] = useState(groups.maySet[0]?.id ?? '');
  const [day, setDay] = useState(civilToday);
  const [reason, setReason] = useState('');
  const options = groups.maySet.map(({ id, title }) => ({ value: id, title: titled(title) }));
  return (
    <ChangeForm
      resident={resident}
      what="groups"
      title={t('staff.registry.groups.set')}
      lines={['group', 'day', 'reason']}
      body={() => ({ group, day, reason })}
      onDone={() => onClose(true)}
      onClose={() => onClose(false)}
    >
      {(refusal) => (
        <>
          <Line name="group" label={t('staff.registry.groups.which')} refusal={refusal}>
            <Pick name="group" value={group} onChange={setGroup} options={options} />
          </Line>
          <Line name="day" label={t('staff.registry.groups.firstDay')} refusal={refusal}>
            <Text name="day" type="date" value={day} onChange={setDay} />
          </Line>
          <Line name="reason" label={t('staff.registry.groups.setWhy')} refusal={refusal}>
            <Text name="reason" value={reason} most={200} onChange={setReason} />
          </Line>
        </>
      )}
    </ChangeForm>
  );
}

/** 人群: which groups a resident is in, as far as the reader's post may know. */
export function Groups({ resident }: { resident: ResidentBody }) {
  const { t } = useTranslation();
  const [adds, setAdds] = useState(false);
  const [added, setAdded] = useState(false);
  const { groups } = resident;
  if (groups === undefined) return null;
  return (
    <section className="resident-part">
      <h2>{t('staff.registry.groups.title')}</h2>
      {groups.rows.length === 0 && <p className="panel-hint">{t('staff.registry.groups.none')}</p>}
      <Rows resident={resident} groups={groups} rows={groups.rows} />
      {groups.sensitive.length > 0 && (
        <Sensitive key={resident.version} resident={resident} groups={groups} />
      )}
      {groups.maySet.length > 0 && (
        <>
          <p role="status" className="panel-hint">
            {added && t('staff.registry.groups.added')}
          </p>
          {!adds && (
            <Button
              onClick={() => {
                setAdded(false);
                setAdds(true);
              }}
            >
              {t('staff.registry.groups.set')}
            </Button>
          )}
          {adds && (
            <SetForm
              resident={resident}
              groups={groups}
              onClose={(done) => {
                setAdds(false);
                setAdded(done);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
