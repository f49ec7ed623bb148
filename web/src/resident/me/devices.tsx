import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/api/bodies.ts';
import { deleteJson, getJson, refusalOf } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { deviceText } from './device-text.ts';

/** Where I am signed in, and out again from afar. */
export function Devices() {
  const { t } = useTranslation();
  const now = useNow();
  const [all, setAll] = useState(false);
  const client = useQueryClient();
  const devices = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => getJson<readonly Device[]>('/api/session/devices', signal),
  });
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      deleteJson(id === undefined ? '/api/session/devices' : `/api/session/devices/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
  if (devices.error !== null) return <ErrorNotice refusal={refusalOf(devices.error)} />;
  if (devices.data === undefined) return <Skeleton />;
  const shown = [...devices.data]
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
    .slice(0, all ? 200 : 4);
  const others = devices.data.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      {end.error !== null && <ErrorNotice refusal={refusalOf(end.error)} />}
      <ul className="lr-list devices">
        {shown.map((device) => (
          <li key={device.id}>
            <div>
              <b>{deviceText(device.device, t)}</b>
              <small>
                {device.isCurrent
                  ? t('resident.devices.this')
                  : t('resident.devices.seen', { at: momentText(device.lastSeenAt, now, t) })}
              </small>
            </div>
            {!device.isCurrent && (
              <Button weight="quiet" busy={end.isPending} onClick={() => end.mutate(device.id)}>
                {t('resident.devices.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <div className="lr-buttons">
          {!all && shown.length < devices.data.length && (
            <Button weight="quiet" onClick={() => setAll(true)}>
              {t('resident.home.all')}
            </Button>
          )}
          <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>
            {t('resident.devices.endOthers')}
          </Button>
        </div>
      )}
    </>
  );
}
