import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldPhone, FieldPhones } from '../../shared/api/bodies.ts';
import { getJson, postJson } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';

function Phone({ phone, onWipe }: { phone: FieldPhone; onWipe: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const { seenAt, wipeAskedAt, wipedAt } = phone;
  const state =
    wipedAt !== undefined
      ? t('staff.phones.wiped', { at: momentText(wipedAt, now, t) })
      : t(wipeAskedAt !== undefined ? 'staff.phones.asked' : 'staff.phones.seen', {
          at: momentText(wipeAskedAt ?? seenAt, now, t),
        });
  return (
    <li>
      <div>
        {phone.title}
        <p>{state}</p>
      </div>
      {wipeAskedAt === undefined && (
        <Popconfirm
          title={t('staff.phones.sure')}
          description={t('staff.phones.sureNote')}
          okText={t('staff.phones.wipe')}
          cancelText={t('staff.cancel')}
          onConfirm={onWipe}
        >
          <Button size="small" danger>
            {t('staff.phones.wipe')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

/** Phones on which the homes of one's grids lie. A lost one erases itself when it next calls. */
export function PhonesPart() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const phones = useQuery({
    queryKey: ['field-phones'],
    queryFn: () => getJson<FieldPhones>('/api/grid/devices'),
  });
  const wipe = useMutation({
    mutationFn: (id: string) => postJson(`/api/grid/devices/${id}/wipe`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['field-phones'] }),
  });
  const rows = phones.data?.rows ?? [];
  return (
    <section className="me-part">
      <h2>{t('staff.phones.title')}</h2>
      <p>{t(rows.length === 0 ? 'staff.phones.none' : 'staff.phones.note')}</p>
      <ul className="me-list">
        {rows.map((phone) => (
          <Phone key={phone.id} phone={phone} onWipe={() => wipe.mutate(phone.id)} />
        ))}
      </ul>
    </section>
  );
}
