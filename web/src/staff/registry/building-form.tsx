import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildingOutcome, BuildingWish } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { Line, Text } from './change-form.tsx';
import { civilToday } from './civil-today.ts';

/** What is told before it is done: how many homes and people it touches. */
function Foretold({ kind, outcome }: { kind: BuildingWish['kind']; outcome: BuildingOutcome }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>{t(`staff.buildings.foretold.${kind}`, { ...outcome })}</p>
      {outcome.merged > 0 && <p>{t('staff.buildings.foretold.merged', { count: outcome.merged })}</p>}
    </div>
  );
}

/**
 * One change of a building or a compound: first what it would touch, then the button that does it.
 * @param wishOf what was written, as a change.
 */
export function BuildingForm({
  community,
  kind,
  titles,
  wishOf,
  onDone,
}: {
  community: string;
  kind: BuildingWish['kind'];
  /** What is asked beside the day: the name of the field, and what stands over it. */
  titles: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
  wishOf: (answers: Readonly<Record<string, string>>) => BuildingWish;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({ day: civilToday() });
  const send = (preview: boolean) =>
    postJson<BuildingOutcome>(`/api/registry/buildings/${community}`, { change: wishOf(answers), preview });
  const look = useMutation({ mutationFn: () => send(true) });
  const change = useMutation({
    mutationFn: () => send(false),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['buildings', community] });
      onDone();
    },
  });
  const say = (name: string) => (value: string) => {
    look.reset();
    change.reset();
    setAnswers((before) => ({ ...before, [name]: value }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look.mutate();
  };
  const error = change.error ?? look.error;
  const refusal = error === null ? undefined : refusalOf(error);
  return (
    <form className="change-form" onSubmit={submit}>
      {titles.map(({ name, label, hint }) => (
        <Line key={name} name={name} label={label} {...(hint !== undefined && { hint })} refusal={refusal}>
          <Text name={name} value={answers[name] ?? ''} most={60} onChange={say(name)} />
        </Line>
      ))}
      {kind !== 'renamed' && (
        <Line name="day" label={t(`staff.buildings.day.${kind}`)} refusal={refusal}>
          <Text name="day" type="date" value={answers['day'] ?? ''} onChange={say('day')} />
        </Line>
      )}
      {refusal !== undefined && !['day', ...titles.map(({ name }) => name)].includes(refusal.about ?? '') && (
        <Refused refusal={refusal} />
      )}
      {look.data !== undefined && <Foretold kind={kind} outcome={look.data} />}
      <div className="change-buttons">
        {look.data === undefined ? (
          <Button htmlType="submit" type="primary" loading={look.isPending}>
            {t('staff.buildings.look')}
          </Button>
        ) : (
          <Button
            type="primary"
            danger={kind === 'torn-down'}
            loading={change.isPending}
            onClick={() => change.mutate()}
          >
            {t(`staff.buildings.do.${kind}`)}
          </Button>
        )}
        <Button onClick={onDone}>{t('staff.buildings.leave')}</Button>
      </div>
    </form>
  );
}
