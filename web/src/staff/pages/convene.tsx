import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Result, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import type { WaitingBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { newId } from '../../shared/matter/new-id.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useWaiting } from '../meetings/sources.ts';
import '../meetings/meetings.css';

type Waiting = WaitingBody['rows'][number];
interface Notice {
  readonly starts: string;
  readonly place: string;
  readonly texts: Readonly<Record<string, string>>;
}

function Convene({ community, waiting }: { community: string; waiting: readonly Waiting[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [id] = useState(newId);
  // In the order in which they were chosen: that is the agenda.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: ({ starts, place, texts }: Notice) =>
      postJson<{ matters: number }>(`/api/meetings/${community}`, {
        id,
        starts,
        place,
        items: chosen.map((matter) => ({ matter, text: texts[matter] ?? '' })),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['matters'] }),
  });
  const [first] = chosen;
  if (send.data !== undefined && first !== undefined)
    return (
      <Result
        status="success"
        title={t('meetings.convene.done', { count: send.data.matters })}
        extra={
          <Link to={`/meetings/${community}/${first}`}>
            <Button type="primary">{t('meetings.desk.title')}</Button>
          </Link>
        }
      />
    );
  const toggle = (matter: string, on: boolean) =>
    setChosen(on ? [...chosen, matter] : chosen.filter((each) => each !== matter));
  return (
    <Form layout="vertical" onFinish={(notice: Notice) => send.mutate(notice)}>
      <p>{t('meetings.convene.choose')}</p>
      <ul className="convene-items">
        {waiting.map(({ matter, number, title }) => (
          <li key={matter}>
            <Checkbox
              checked={chosen.includes(matter)}
              onChange={({ target }) => toggle(matter, target.checked)}
            >
              {chosen.includes(matter) && `${chosen.indexOf(matter) + 1}. `}
              {title} <small>{number}</small>
            </Checkbox>
            {chosen.includes(matter) && (
              <Form.Item
                name={['texts', matter]}
                label={t('meetings.convene.text')}
                rules={[{ required: true, max: 20_000 }]}
              >
                <Input.TextArea autoSize={{ minRows: 2 }} />
              </Form.Item>
            )}
          </li>
        ))}
      </ul>
      <Form.Item name="starts" label={t('meetings.convene.starts')} rules={[{ required: true }]}>
        <Input type="datetime-local" style={{ maxWidth: 240 }} />
      </Form.Item>
      <Form.Item name="place" label={t('meetings.convene.place')} rules={[{ required: true, max: 100 }]}>
        <Input />
      </Form.Item>
      {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
      <Button type="primary" htmlType="submit" loading={send.isPending} disabled={chosen.length < 2}>
        {t('meetings.convene.send')}
      </Button>{' '}
      {chosen.length < 2 && <small>{t('meetings.convene.least')}</small>}
    </Form>
  );
}

/** 一次会，几个议题 */
export function ConvenePage() {
  const { t } = useTranslation();
  const { community = '' } = useParams<{ community: string }>();
  const [search] = useSearchParams();
  const answer = useWaiting(community);
  if (answer.error !== null)
    return <Teach title={t('staff.cannot')}>{refusalOf(answer.error).message}</Teach>;
  if (answer.data === undefined) return <Skeleton active title={false} />;
  const roll = search.get('roll') ?? answer.data[0]?.roll.id;
  const waiting = answer.data.filter((row) => row.roll.id === roll);
  const [first] = waiting;
  if (first === undefined)
    return (
      <article className="meeting-desk">
        <PageHead title={t('meetings.convene.title')} note={t('meetings.convene.note')} />
        <Teach title={t('meetings.convene.empty')}>{t('meetings.convene.emptyText')}</Teach>
      </article>
    );
  return (
    <article className="meeting-desk">
      <PageHead
        title={t('meetings.convene.title')}
        note={`${t('meetings.convene.note')} ${t('meetings.convene.roll', { roll: titled(first.roll.title) })}`}
      />
      <Convene key={roll} community={community} waiting={waiting} />
    </article>
  );
}
