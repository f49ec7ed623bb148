import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { matterPath } from '../../shared/matter/sources.ts';
import { meetingPath } from './sources.ts';

export type RollLine = RollBody['rows'][number];

/** Undoing a check-in and standing aside each ask why, in the same words as everywhere: what, and what is kept of it. */
function WithReason({
  kind,
  line,
  onSend,
  onClose,
}: {
  kind: 'undo' | 'recuse';
  line: RollLine;
  onSend: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const send = useMutation({
    mutationFn: onSend,
    onSuccess: onClose,
    onError: (error) => message.error(refusalOf(error).message),
  });
  return (
    <Modal
      open
      title={t(`meetings.desk.${kind}Title`, { label: line.label })}
      onCancel={onClose}
      footer={null}
    >
      <p>{t(`meetings.desk.${kind}Text`)}</p>
      <Form layout="vertical" onFinish={({ reason }: { reason: string }) => send.mutate(reason)}>
        <Form.Item
          name="reason"
          label={t('meetings.desk.why')}
          rules={[{ required: true, min: 2, max: 200 }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t(`meetings.desk.${kind}`)}
        </Button>
      </Form>
    </Modal>
  );
}

/** What the desk may do for one line of the roll: one press for whoever comes in. */
export function LineActs({
  community,
  matter,
  line,
  over,
  waits,
  onArrive,
  onChanged,
}: {
  community: string;
  matter: string;
  line: RollLine;
  /** The meeting has its result. */
  over: boolean;
  /** Checked in on this computer alone so far. */
  waits: boolean;
  onArrive: () => Promise<void>;
  onChanged: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'undo' | 'recuse'>();
  const [busy, setBusy] = useState(false);
  if (over || line.recused || waits) return null;
  const here = line.presentAt !== undefined;
  const send = async (reason: string) => {
    if (asking === 'undo')
      await postJson(`${meetingPath(community, matter)}/arrivals/undo`, { entry: line.id, reason });
    else
      await postJson(`${matterPath(community, matter)}/commands`, {
        commandId: newId(),
        type: 'recuse',
        input: { no: line.no, reason },
      });
    await onChanged();
  };
  const arrive = async () => {
    setBusy(true);
    await onArrive();
    setBusy(false);
  };
  return (
    <span className="desk-acts">
      {here ? (
        <Button onClick={() => setAsking('undo')}>{t('meetings.desk.undo')}</Button>
      ) : (
        <Button type="primary" loading={busy} onClick={() => void arrive()}>
          {t('meetings.desk.arrive')}
        </Button>
      )}
      <Button type="text" onClick={() => setAsking('recuse')}>
        {t('meetings.desk.recuse')}
      </Button>
      {asking !== undefined && (
        <WithReason kind={asking} line={line} onSend={send} onClose={() => setAsking(undefined)} />
      )}
    </span>
  );
}
