import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentBody, RevealedResident } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { AskWhy } from './ask-why.tsx';

/** A number, masked until somebody says why; the look goes on record first. */
export function ShowNumber({ resident, field }: { resident: ResidentBody; field: 'identity' | 'phone' }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { community, id } = resident;
  const look = useMutation({
    mutationFn: (reason: string) =>
      postJson<RevealedResident>(`/api/registry/residents/${community}/${id}/reveal`, { field, reason }),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['resident', community, id] });
    },
  });
  const masked = resident[field];
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
      <AskWhy
        open={open}
        send={t('staff.registry.show')}
        error={look.error}
        busy={look.isPending}
        onSay={(reason) => look.mutate(reason)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
