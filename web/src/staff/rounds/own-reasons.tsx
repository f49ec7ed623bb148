import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnReasons } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { newId } from '../../shared/matter/new-id.ts';
import { Line, Pick, Text } from '../registry/change-form.tsx';
import { civilToday } from '../registry/civil-today.ts';
import { ReasonText } from './reasons.tsx';
import { DutyLine } from './worker-duties.tsx';
import '../registry/registry.css';

type Seat = OwnReasons['seats'][number];
const key = ['own-reasons'];

function GiveReason({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [id] = useState(newId);
  const [kind, setKind] = useState(seat.kinds[0]?.value ?? '');
  const [from, setFrom] = useState(civilToday);
  const [until, setUntil] = useState(civilToday);
  const [words, setWords] = useState('');
  const give = useMutation({
    mutationFn: () =>
      postJson('/api/fieldwork/reasons', { id, community: seat.community, kind, from, until, words }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  return (
    <form
      className="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Line name="kind" label={t('staff.reasons.kind')}>
        <Pick
          name="kind"
          value={kind}
          onChange={setKind}
          options={seat.kinds.map(({ value, title }) => ({ value, title: titled(title) }))}
        />
      </Line>
      <Line name="from" label={t('staff.reasons.from')}>
        <Text name="from" type="date" value={from} onChange={setFrom} />
      </Line>
      <Line name="until" label={t('staff.reasons.until')}>
        <Text name="until" type="date" value={until} onChange={setUntil} />
      </Line>
      <Line name="words" label={t('staff.reasons.words')} hint={t('staff.reasons.wordsHint')}>
        <Text name="words" value={words} most={500} onChange={setWords} />
      </Line>
      {give.error !== null && <Refused refusal={refusalOf(give.error)} />}
      <div className="change-buttons">
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('staff.reasons.give')}
        </Button>
        <Button onClick={onClose}>{t('staff.cancel')}</Button>
      </div>
    </form>
  );
}

function SeatDuties({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [gives, setGives] = useState(false);
  const withdraw = useMutation({
    mutationFn: (id: string) => postJson(`/api/fieldwork/reasons/${seat.community}/${id}/withdraw`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <>
      <ul className="duties">
        {seat.duties.map((duty) => (
          <DutyLine key={duty.id} duty={duty} />
        ))}
      </ul>
      {seat.reasons.length > 0 && (
        <ul className="reasons">
          {seat.reasons.map((reason) => (
            <li key={reason.id}>
              <ReasonText reason={reason} />
              {reason.state === 'waiting' && (
                <Button size="small" onClick={() => withdraw.mutate(reason.id)}>
                  {t('staff.reasons.withdraw')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {seat.kinds.length > 0 &&
        (gives ? (
          <GiveReason seat={seat} onClose={() => setGives(false)} />
        ) : (
          <Button className="reason-open" onClick={() => setGives(true)}>
            {t('staff.reasons.open')}
          </Button>
        ))}
    </>
  );
}

/** 我的履职: the same figures that whoever leads sees, and the reasons I gave for days without. */
export function OwnDuties() {
  const { t } = useTranslation();
  const own = useQuery({ queryKey: key, queryFn: () => getJson<OwnReasons>('/api/fieldwork/reasons') });
  const seats = own.data?.seats.filter(({ duties }) => duties.length > 0) ?? [];
  if (seats.length === 0) return null;
  return (
    <section>
      <h2 className="rounds-part">{t('staff.reasons.title')}</h2>
      <p className="rounds-note">{t('staff.reasons.note')}</p>
      {seats.map((seat) => (
        <SeatDuties key={seat.community} seat={seat} />
      ))}
    </section>
  );
}
