import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { onlyChoice, wordsOf } from '../../shared/polls/sign.ts';
import { pollsPath } from '../../shared/polls/sources.ts';
import { AllocationMarks } from './desk-vote.tsx';
import type { DeskOf } from './poll-desk.tsx';
import type { Marked } from './project-marks.tsx';
import { useDeskAct } from './use-desk-act.ts';

interface Paper {
  readonly code: string;
  readonly no?: number;
  readonly choice?: readonly string[];
}

/** The line of this number, wherever in the roll. */
async function findLine({ matter }: Pick<DeskOf, 'matter'>, no: number): Promise<string | undefined> {
  const path = `${pollsPath(matter.community, matter.id)}/roll?after=${no - 1}&limit=1`;
  const { rows } = await getJson<RollBody>(path);
  return rows.find((line) => line.no === no)?.id;
}

/** 录纸质票: one reading of one paper; of a named vote with the line it belongs to. */
export function PaperForm({ desk, onDone }: { desk: DeskOf; onDone: () => void }) {
  const { t } = useTranslation();
  const { poll } = desk;
  const act = useDeskAct(desk);
  const [form] = Form.useForm<Paper>();
  const [said, setSaid] = useState<string>();
  // Of a vote about projects; anew for each paper.
  const [papers, setPapers] = useState(0);
  const [marked, setMarked] = useState<Marked>();
  const ofProjects = poll.kind === 'allocate';
  const words = wordsOf(poll);
  const named = poll.rule?.ballot === 'named';
  const enter = async ({ code, no, choice: ticked = [] }: Paper) => {
    const choice = onlyChoice(poll) ?? marked?.choice ?? ticked;
    const entry = no === undefined ? undefined : await findLine(desk, no);
    if (named && entry === undefined) return setSaid(t('polls.desk.noSuchLine', { no }));
    const body = { code: code.trim().toLowerCase(), choice: [...choice], ...(named && { entry }) };
    const { reading } = await act.mutateAsync({ path: 'papers', body });
    form.resetFields();
    setMarked(undefined);
    setPapers(papers + 1);
    setSaid(`${body.code}：${t(`polls.desk.reading.${reading ?? 'first'}`)}`);
    onDone();
  };
  return (
    <section className="paper-form" aria-label={t('polls.desk.papers', words)}>
      <h3>{t('polls.desk.papers', words)}</h3>
      <p>{t('polls.desk.papersText', words)}</p>
      <Form
        form={form}
        layout={ofProjects ? 'vertical' : 'inline'}
        // What is typed while one is on its way would be lost with it.
        disabled={act.isPending}
        onFinish={(paper: Paper) => void enter(paper).catch(() => undefined)}
      >
        <Form.Item
          name="code"
          label={t('polls.desk.paperCode', words)}
          rules={[{ required: true, min: 8, max: 40 }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        {named && (
          <Form.Item name="no" label={t('polls.desk.paperFor')} rules={[{ required: true }]}>
            <InputNumber min={1} />
          </Form.Item>
        )}
        {ofProjects ? (
          <div className="paper-marks">
            <p>{t('polls.desk.paperMarks')}</p>
            <AllocationMarks key={papers} desk={desk} onChange={setMarked} />
            {marked?.fault !== undefined && <p className="lr-hint">{t('polls.desk.paperFault')}</p>}
          </div>
        ) : onlyChoice(poll) !== undefined ? null : (
          <Form.Item name="choice" label={t('polls.desk.paperChoice')}>
            <Select
              mode="multiple"
              allowClear
              placeholder={t('polls.desk.paperBlank')}
              style={{ minWidth: 200 }}
              options={poll.options.map(({ id, title }) => ({ value: id, label: titled(title) }))}
            />
          </Form.Item>
        )}
        <Button htmlType="submit" loading={act.isPending} disabled={marked?.fault !== undefined}>
          {t('polls.desk.paperSave', words)}
        </Button>
      </Form>
      {said !== undefined && <p role="status">{said}</p>}
    </section>
  );
}
