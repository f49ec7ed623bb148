import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EventBody, MatterBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { sayActor } from '../../shared/matter/say-event.ts';
import { matterKey, matterPath, useMatter } from '../../shared/matter/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';

const last = (record: readonly EventBody[], isIt: (event: EventBody) => boolean): EventBody | undefined =>
  [...record].reverse().find(isIt);
const saidIn = (event: EventBody | undefined, name: string): string => {
  const value = event?.said.find((each) => each.name === name)?.value;
  return typeof value === 'string' ? value : '';
};

/** Each by the name of its organ, which says enough. */
const askedIn = (who: NonNullable<MatterBody['next']>['who'], comma: string): string =>
  who
    .map(({ organ, titles }) => (organ === undefined ? titles.map(titled).join(comma) : titled(organ)))
    .join(comma);

/** Taken back with two presses, so that a slip of the finger calls nobody off. */
function CancelCall({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useRef(newId());
  const [sure, setSure] = useState(false);
  const cancel = useMutation({
    mutationFn: () =>
      postJson(`${matterPath(matter.community, matter.id)}/commands`, {
        commandId: id.current,
        type: 'withdraw',
        input: {},
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: matterKey(matter.community, matter.id) });
      await client.invalidateQueries({ queryKey: ['mine'] });
    },
  });
  if (matter.offers.every(({ name, hindrance }) => name !== 'withdraw' || hindrance !== undefined))
    return null;
  if (!sure) return <Button onClick={() => setSure(true)}>{t('resident.help.cancel')}</Button>;
  return (
    <>
      {cancel.error !== null && <ErrorNotice refusal={refusalOf(cancel.error)} />}
      <p>{t('resident.help.sure')}</p>
      <div className="lr-buttons">
        <Button weight="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('resident.help.cancelYes')}
        </Button>
        <Button onClick={() => setSure(false)}>{t('resident.help.cancelNo')}</Button>
      </div>
    </>
  );
}

/** Who is coming, with what word; or who has been asked so far. */
function WhoComes({ matter, now }: { matter: MatterBody; now: number }) {
  const { t } = useTranslation();
  const { record, next, visit } = matter;
  const taken = last(record, ({ type }) => type === 'assigned');
  if (visit?.step === 'answer' || taken === undefined)
    return (
      <>
        <p className="help-state">{t('resident.help.asking')}</p>
        <p>{t('resident.help.asked', { who: askedIn(next?.who ?? [], t('matter.comma')) })}</p>
        <p>{t('resident.help.passes')}</p>
      </>
    );
  const there = record.find(
    ({ type, step, seq }) => type === 'work-done' && step === 'arrive' && seq > taken.seq,
  );
  const name = saidIn(taken, 'callMe');
  const word = saidIn(taken, 'text');
  return (
    <>
      <p className="help-state">{t(there === undefined ? 'resident.help.coming' : 'resident.help.there')}</p>
      <p className="help-who">
        {sayActor(taken, t)} {name}
      </p>
      {word !== '' && <p className="help-word">“{word}”</p>}
      <p>{t('resident.help.answeredAt', { at: momentText(taken.at, now, t) })}</p>
      {there !== undefined && <p>{t('resident.help.thereAt', { at: momentText(there.at, now, t) })}</p>}
    </>
  );
}

/** A call that is under way, in large type; it changes by itself as people answer. */
export function CallStatus({ community, id }: { community: string; id: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const matter = useMatter(community, id).data;
  if (matter === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <section className="help-status" aria-live="polite">
        <WhoComes matter={matter} now={now} />
        <p>{t('resident.help.calledAt', { at: momentText(matter.openedAt, now, t) })}</p>
      </section>
      <p className="help-emergency">
        {t('resident.help.worse')} <a href="tel:120">120</a>
      </p>
      <CancelCall matter={matter} />
      <p>
        <Link to={`/matters/${community}/${id}`}>{t('resident.help.record')}</Link>
      </p>
    </>
  );
}
