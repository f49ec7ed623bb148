import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasedBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';

/** The word that the server asks for, in whatever language the page is read. */
const word = '删除';

/** What goes, what stays and why, then a word to type so that nobody erases by a slip. */
export function ErasePart({ onErased }: { onErased: (count: number) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => postJson<ErasedBody>('/api/my-data/erase', { confirm: word }),
    onSuccess: async ({ erased }) => {
      setOpen(false);
      onErased(erased);
      await client.resetQueries();
    },
  });
  return (
    <>
      <ul className="plain-list">
        <li>{t('resident.erase.goes')}</li>
        <li>{t('resident.erase.registry')}</li>
        <li>{t('resident.erase.stays')}</li>
        <li>{t('resident.erase.law')}</li>
        <li>{t('resident.erase.after')}</li>
      </ul>
      <div className="lr-buttons">
        <Button weight="danger" onClick={() => setOpen(true)}>
          {t('resident.erase.button')}
        </Button>
      </div>
      <Dialog
        open={open}
        title={t('resident.erase.sure')}
        onClose={() => setOpen(false)}
        actions={
          <Button
            weight="danger"
            busy={erase.isPending}
            disabled={typed.trim() !== word}
            onClick={() => erase.mutate()}
          >
            {t('resident.erase.button')}
          </Button>
        }
      >
        <p>{t('resident.erase.sureText')}</p>
        <TextField
          label={t('resident.erase.type', { word })}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        {erase.error !== null && <ErrorNotice refusal={refusalOf(erase.error)} />}
      </Dialog>
    </>
  );
}
