import { Button, Checkbox, Modal, Radio, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titled } from '../../shared/i18n/titles.ts';
import { useAllocation } from '../../shared/polls/allocation.ts';
import { castBodyOf, newReceiptCode } from '../../shared/polls/cast.ts';
import { homesText } from '../../shared/polls/homes-text.ts';
import { onlyChoice, wordsOf } from '../../shared/polls/sign.ts';
import type { DeskOf } from './poll-desk.tsx';
import { type Marked, ProjectMarks } from './project-marks.tsx';
import type { RollLine } from './roll-table.tsx';
import { useDeskAct } from './use-desk-act.ts';

interface MarksProps {
  readonly desk: DeskOf;
  readonly onChange: (marked: Marked) => void;
}
/** Of a vote that is about projects: what they cost stands with them. */
export function AllocationMarks({ desk: { matter }, onChange }: MarksProps) {
  const { data } = useAllocation(matter.community, matter.id, false);
  return data === undefined ? (
    <Skeleton active title={false} />
  ) : (
    <ProjectMarks allocation={data} onChange={onChange} />
  );
}

function OptionMarks({ desk: { poll }, onChange }: MarksProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const most = poll.rule?.most ?? 1;
  const options = poll.options.map(({ id, title }) => ({ value: id, label: titled(title) }));
  const mark = (choice: readonly string[]) => {
    setChosen(choice);
    onChange({ choice });
  };
  return most === 1 ? (
    <Radio.Group
      options={options}
      value={chosen[0] ?? null}
      onChange={({ target }) => mark([String(target.value)])}
    />
  ) : (
    <Checkbox.Group
      options={options}
      value={[...chosen]}
      onChange={(values) => mark(values.map(String).slice(0, most))}
    />
  );
}

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
  const words = wordsOf(poll);
  const act = useDeskAct(desk);
  const [{ choice, fault }, setMarked] = useState<Marked>({ choice: onlyChoice(poll) ?? [] });
  const [code] = useState(newReceiptCode);
  const [done, setDone] = useState(false);
  const cast = async () => {
    const body = await castBodyOf(poll, line.id, 'desk', { code, choice });
    await act.mutateAsync({ path: 'ballots', body });
    setDone(true);
    onDone();
  };
  const Marks = poll.kind === 'allocate' ? AllocationMarks : OptionMarks;
  return (
    <Modal
      open
      title={t('polls.desk.voteTitle', { label: homesText(line.label, t), ...words })}
      onCancel={onClose}
      footer={null}
    >
      {done ? (
        <Space direction="vertical">
          <b>{t('polls.receipt')}</b>
          <code className="desk-code">{code}</code>
          <p>{t('polls.receiptText', words)}</p>
        </Space>
      ) : (
        <Space direction="vertical" size="middle" className="desk-vote">
          <p>{t('polls.desk.voteText', { label: homesText(line.label, t), ...words })}</p>
          {onlyChoice(poll) === undefined && <Marks desk={desk} onChange={setMarked} />}
          <Button
            type="primary"
            loading={act.isPending}
            disabled={choice.length === 0 || fault !== undefined}
            onClick={() => void cast().catch(() => undefined)}
          >
            {t('polls.cast', words)}
          </Button>
        </Space>
      )}
    </Modal>
  );
}
