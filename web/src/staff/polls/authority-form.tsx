import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskOf, RollLine } from './poll-desk.tsx';
import { useDeskAct } from './use-desk-act.ts';

/** 委托书: who holds it, by name and telephone. */
export function AuthorityForm({
  desk,
  line,
  onClose,
}: {
  desk: DeskOf;
  line: RollLine;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const act = useDeskAct(desk);
  const keep = async (holder: { name: string; phone: string }) => {
    await act.mutateAsync({ path: 'authorities', body: { entry: line.id, ...holder } });
    onClose();
  };
  return (
    <Modal open title={`${t('polls.desk.authority')} · ${line.label}`} onCancel={onClose} footer={null}>
      <p>{t('polls.desk.authorityText')}</p>
      <Form
        layout="vertical"
        onFinish={(holder: { name: string; phone: string }) => void keep(holder).catch(() => undefined)}
      >
        <Form.Item name="name" label={t('polls.desk.holderName')} rules={[{ required: true, max: 40 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="phone" label={t('polls.desk.holderPhone')} rules={[{ required: true, max: 20 }]}>
          <Input inputMode="tel" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t('polls.desk.authority')}
        </Button>
      </Form>
    </Modal>
  );
}
