import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventBody, MatterBody, RevealedBody, SaidBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { AnswerText } from '../../shared/matter/said-value.tsx';
import { matterPath } from '../../shared/matter/sources.ts';
import { useMe } from '../frame/use-me.ts';

const reasons = ['callBack', 'visit', 'verify'];

/** Shows a masked value for a reason; the look goes on record and the person can see it. */
export function RevealButton({
  matter,
  event,
  said,
}: {
  matter: MatterBody;
  event: EventBody;
  said: SaidBody;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const look = useMutation({
    mutationFn: () =>
      postJson<RevealedBody>(`${matterPath(matter.community, matter.id)}/reveal`, {
        seq: event.seq,
        name: said.name,
        reason: reason.trim(),
      }),
    onSuccess: () => setOpen(false),
  });
  if (said.erased === true || !me.rights.includes('see-contact')) return null;
  if (look.data !== undefined)
    return (
      <b className="revealed">
        <AnswerText value={look.data.value} />
      </b>
    );
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('staff.reveal.button')}
      </Button>
      <Modal
        open={open}
        title={t('staff.reveal.title')}
        okText={t('staff.reveal.show')}
        cancelText={t('staff.cancel')}
        okButtonProps={{ disabled: reason.trim().length < 2, loading: look.isPending }}
        onOk={() => look.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p className="reveal-note">{t('staff.reveal.note')}</p>
        <div className="reveal-reasons">
          {reasons.map((each) => (
            <Button key={each} size="small" onClick={() => setReason(t(`staff.reveal.reason.${each}`))}>
              {t(`staff.reveal.reason.${each}`)}
            </Button>
          ))}
        </div>
        <Input
          value={reason}
          maxLength={200}
          aria-label={t('staff.reveal.why')}
          placeholder={t('staff.reveal.why')}
          onChange={({ target }) => setReason(target.value)}
          onPressEnter={() => reason.trim().length >= 2 && look.mutate()}
        />
        {look.error !== null && <Refused refusal={refusalOf(look.error)} />}
      </Modal>
    </>
  );
}
