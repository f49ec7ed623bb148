import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HotTopic, TopicsBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { civilMonth } from '../../shared/matter/dates.ts';
import { hrefOf } from '../lists/matter-table.tsx';
import { monthBefore } from './month-before.ts';
import './topics.css';

function Topic({ topic, onTake }: { topic: HotTopic; onTake: (() => void) | undefined }) {
  const { t } = useTranslation();
  const places = topic.places
    .slice(0, 4)
    .map(({ title, count }) => t('staff.topics.placeCount', { title, count }))
    .join(t('matter.comma'));
  return (
    <li className="hot-topic">
      <div>
        <h3>{topic.words.slice(0, 4).join(t('matter.comma'))}</h3>
        <p className="hot-topic-facts">
          <b>{t('staff.topics.raised', { count: topic.count })}</b>
          <span>{t('staff.topics.stillOpen', { count: topic.open })}</span>
          <span>{places}</span>
        </p>
        <ul className="hot-topic-examples">
          {topic.examples.map((line) => (
            <li key={line.id}>
              <Link to={hrefOf(line)}>{line.title}</Link> <small>{line.number}</small>
            </li>
          ))}
        </ul>
      </div>
      {onTake !== undefined && <Button onClick={onTake}>{t('staff.topics.take')}</Button>}
    </li>
  );
}

/** What came up again and again in a month: its words, how often, where, and some of it to open. */
export function HotTopics({
  now,
  onTake,
}: {
  now: number;
  /** Absent for who may not take up a topic. */
  onTake: ((topic: HotTopic, month: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const thisMonth = civilMonth(now);
  const [month, setMonth] = useState(thisMonth);
  const found = useQuery({
    queryKey: ['topics', month],
    queryFn: () => getJson<TopicsBody>(`/api/topics?month=${month}`),
    staleTime: 300_000,
  });
  const topics = found.data?.topics ?? [];
  return (
    <section className="hot-topics" aria-labelledby="hot-topics-title">
      <div className="hot-topics-head">
        <h2 id="hot-topics-title">{t('staff.topics.hot')}</h2>
        <Segmented
          aria-label={t('staff.topics.month')}
          value={month}
          options={[
            { value: thisMonth, label: t('staff.topics.thisMonth') },
            { value: monthBefore(thisMonth), label: t('staff.topics.lastMonth') },
          ]}
          onChange={setMonth}
        />
      </div>
      <p className="hot-topics-note">
        {found.isPending
          ? t('staff.topics.comparing')
          : t(topics.length === 0 ? 'staff.topics.hotNone' : 'staff.topics.hotNote', {
              count: found.data?.looked ?? 0,
            })}
      </p>
      <ul>
        {topics.map((topic) => (
          <Topic
            key={topic.matters[0]?.id ?? topic.words.join()}
            topic={topic}
            onTake={onTake && (() => onTake(topic, month))}
          />
        ))}
      </ul>
    </section>
  );
}
