import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

/** Asks why somebody wants to see what is guarded; the look goes on record with it. */
export function AskWhy({
  open,
  send,
  error,
  busy,
  onSay,
  onClose,
}: {
  open: boolean;
  /** Words of the button. */
  send: string;
  error: Error | null;
  busy: boolean;
  onSay: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const isReady = reason.trim().length >= 2;
  const say = () => onSay(reason.trim());
  return (
    <Modal
      open={open}
      title={t('staff.registry.whyTitle')}
      okText={send}
      cancelText={t('staff.cancel')}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      onOk={say}
      onCancel={onClose}
    >
      <p className="reveal-note">{t('staff.registry.whyNote')}</p>
      <Input
        value={reason}
        maxLength={200}
        aria-label={t('staff.registry.whyTitle')}
        placeholder={t('staff.reveal.why')}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={() => isReady && say()}
      />
      {error !== null && <Refused refusal={refusalOf(error)} />}
    </Modal>
  );
}
