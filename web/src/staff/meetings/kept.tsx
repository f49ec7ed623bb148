import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Arrival } from './arrivals.ts';

/** What this computer alone knows: how many wait for the network, and each that the server did not take, with its reason. */
export function Kept({
  waiting,
  refused,
  nameOf,
  onRead,
}: {
  waiting: readonly Arrival[];
  refused: readonly Arrival[];
  nameOf: (entry: string) => string;
  onRead: (arrival: Arrival) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="desk-kept" aria-live="polite">
      {waiting.length > 0 && (
        <Alert type="warning" showIcon title={t('meetings.desk.kept', { count: waiting.length })} />
      )}
      {refused.map((arrival) => (
        <Alert
          key={`${arrival.entry} ${arrival.at}`}
          type="error"
          showIcon
          title={t('meetings.desk.keptRefused', { label: nameOf(arrival.entry), reason: arrival.refused })}
          action={<Button onClick={() => onRead(arrival)}>{t('meetings.desk.read')}</Button>}
        />
      ))}
    </div>
  );
}
