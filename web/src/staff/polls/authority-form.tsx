import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { limitText } from '../../shared/matter/dates.ts';
import { homesText } from '../../shared/polls/homes-text.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import type { DeskOf } from './poll-desk.tsx';
import type { RollLine } from './roll-table.tsx';
import { useDeskAct } from './use-desk-act.ts';

/** 委托书: for which vote and until when it holds, how many one person may hold, and who holds it, by name and telephone. */
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
  const now = useNow();
  const { rule, closesAt } = desk.poll;
  const { message } = App.useApp();
  const keep = async (holder: { name: string; phone: string }) => {
    await act.mutateAsync({ path: 'authorities', body: { entry: line.id, ...holder } });
    message.success(t('polls.desk.authorityKept', { holder: holder.name }));
    onClose();
  };
  return (
    <Modal
      open
      title={`${t('polls.desk.authority')} · ${homesText(line.label, t)}`}
      onCancel={onClose}
      footer={null}
    >
      <p>
        {t('polls.desk.authorityScope', {
          until: closesAt === undefined ? '' : limitText(closesAt, now, t),
          count: rule?.proxies?.most ?? 0,
        })}
        {rule?.proxies?.candidates === false &&
          desk.poll.candidates.length > 0 &&
          t('polls.desk.authorityNoCandidate')}
      </p>
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
