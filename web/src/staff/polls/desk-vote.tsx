import { Button, Checkbox, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titled } from '../../shared/i18n/titles.ts';
import { castBodyOf, newReceiptCode } from '../../shared/polls/cast.ts';
import type { DeskOf, RollLine } from './poll-desk.tsx';
import { useDeskAct } from './use-desk-act.ts';

/** 窗口代投: the person says what they choose, it is read back, and it is cast here; they leave with the receipt. */
export function DeskVote({
  desk,
  line,
  onClose,
  onDone,
}: {
  desk: DeskOf;
  line: RollLine;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { poll } = desk;
  const act = useDeskAct(desk);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [code] = useState(newReceiptCode);
  const [done, setDone] = useState(false);
  const most = poll.rule?.most ?? 1;
  const options = poll.options.map(({ id, title }) => ({ value: id, label: titled(title) }));
  const cast = async () => {
    const body = await castBodyOf(poll, line.id, 'desk', { code, choice: chosen });
    await act.mutateAsync({ path: 'ballots', body });
    setDone(true);
    onDone();
  };
  return (
    <Modal open title={t('polls.desk.voteTitle', { label: line.label })} onCancel={onClose} footer={null}>
      {done ? (
        <Space direction="vertical">
          <b>{t('polls.receipt')}</b>
          <code className="desk-code">{code}</code>
          <p>{t('polls.receiptText')}</p>
        </Space>
      ) : (
        <Space direction="vertical" size="middle">
          <p>{t('polls.desk.voteText', { label: line.label })}</p>
          {most === 1 ? (
            <Radio.Group
              options={options}
              value={chosen[0] ?? null}
              onChange={({ target }) => setChosen([String(target.value)])}
            />
          ) : (
            <Checkbox.Group
              options={options}
              value={[...chosen]}
              onChange={(values) => setChosen(values.map(String).slice(0, most))}
            />
          )}
          <Button
            type="primary"
            loading={act.isPending}
            disabled={chosen.length === 0}
            onClick={() => void cast().catch(() => undefined)}
          >
            {t('polls.cast')}
          </Button>
        </Space>
      )}
    </Modal>
  );
}
