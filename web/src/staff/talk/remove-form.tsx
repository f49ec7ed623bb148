import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemovalReason } from '../../shared/api/bodies.ts';

const reasons = [
  'personal',
  'insult',
  'unlawful',
  'advert',
  'off-topic',
  'duplicate',
  'several',
] as const satisfies readonly RemovalReason[];

/** 撤下: for one of the reasons there are; it is public, and may be appealed against. */
export function RemoveForm({
  onRemove,
  onClose,
}: {
  onRemove: (reason: RemovalReason) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<RemovalReason>();
  return (
    <Modal
      open
      title={t('talk.desk.why')}
      okText={t('talk.desk.remove')}
      cancelText={t('staff.cancel')}
      okButtonProps={{ disabled: reason === undefined }}
      onOk={() => reason !== undefined && onRemove(reason)}
      onCancel={onClose}
    >
      <p>{t('talk.desk.whyHint')}</p>
      <Radio.Group
        className="talk-desk-reasons"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        options={reasons.map((value) => ({ value, label: t(`talk.reason.${value}`) }))}
      />
    </Modal>
  );
}
