import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentBody, RevealedResident } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

/** A number, masked until somebody says why; the look goes on record first. */
export function ShowNumber({ resident, field }: { resident: ResidentBody; field: 'identity' | 'phone' }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { community, id } = resident;
  const look = useMutation({
    mutationFn: () =>
      postJson<RevealedResident>(`/api/registry/residents/${community}/${id}/reveal`, {
        field,
        reason: reason.trim(),
      }),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['resident', community, id] });
    },
  });
  const masked = resident[field];
  const isReady = reason.trim().length >= 2;
  if (masked === undefined) return <span className="row-quiet">{t('staff.registry.unknown')}</span>;
  if (look.data !== undefined) return <b className="row-figures">{look.data.value}</b>;
  return (
    <>
      <span className="row-figures">{masked}</span>
      {resident.mayReveal && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('staff.registry.show')}
        </Button>
      )}
      <Modal
        open={open}
        title={t('staff.registry.whyTitle')}
        okText={t('staff.registry.show')}
        cancelText={t('staff.cancel')}
        okButtonProps={{ disabled: !isReady, loading: look.isPending }}
        onOk={() => look.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p className="reveal-note">{t('staff.registry.whyNote')}</p>
        <Input
          value={reason}
          maxLength={200}
          aria-label={t('staff.registry.whyTitle')}
          placeholder={t('staff.reveal.why')}
          onChange={({ target }) => setReason(target.value)}
          onPressEnter={() => isReady && look.mutate()}
        />
        {look.error !== null && <Refused refusal={refusalOf(look.error)} />}
      </Modal>
    </>
  );
}
