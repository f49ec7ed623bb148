import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealedResident } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { AskWhy } from './ask-why.tsx';

const paths = { resident: '/api/registry/residents', organisation: '/api/organisations' };

/** A number or name, masked until somebody says why; the look goes on record first. */
export function ShowNumber({
  masked,
  mayReveal,
  field,
  of: [kind, community, id],
}: {
  masked: string | undefined;
  mayReveal: boolean;
  field: string;
  /** Of whom: the key by which the page was read. */
  of: readonly ['resident' | 'organisation', string, string];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const look = useMutation({
    mutationFn: (reason: string) =>
      postJson<RevealedResident>(`${paths[kind]}/${community}/${id}/reveal`, { field, reason }),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: [kind, community, id] });
    },
  });
  if (masked === undefined) return <span className="row-quiet">{t('staff.registry.unknown')}</span>;
  if (look.data !== undefined) return <b className="row-figures">{look.data.value}</b>;
  return (
    <>
      <span className="row-figures">{masked}</span>
      {mayReveal && (
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
