import { Button, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { AllocationBody, PollBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { limitText } from '../../shared/matter/dates.ts';
import { moneyText, useAllocation } from '../../shared/polls/allocation.ts';
import { newReceiptCode } from '../../shared/polls/cast.ts';
import { givesPoints, mostProjects } from '../../shared/polls/marks.ts';
import { wordsOf } from '../../shared/polls/sign.ts';
import { usePolls } from '../../shared/polls/sources.ts';
import { Teach } from '../frame/frame.tsx';
import '../polls/paper-ballot.css';

const mostCopies = 200;
/** Paper is read later: every date stands whole. */
const onPaper = 0;

interface Line {
  readonly id: string;
  readonly title: string;
  readonly more?: string;
}

/** How it is filled in, in one sentence that fits the kind. */
function useRule(poll: PollBody, allocation: AllocationBody | undefined): string {
  const { t, i18n } = useTranslation();
  if (allocation === undefined)
    return t('polls.paper.tick', { count: poll.rule?.most ?? 1, ...wordsOf(poll) });
  const { form, projects } = allocation;
  const most = mostProjects(form, projects.length);
  if (form.kind === 'ranked') return t('polls.paper.rank', { most });
  if (form.kind === 'scoring') return t('polls.paper.score', { most: form.points.most ?? 10 });
  if (form.kind === 'cumulative') return t('polls.paper.points', { count: form.sum.most ?? 10 });
  const within = form.cost.most;
  return [
    t('polls.paper.tick', { count: most }),
    within === undefined ? '' : t('polls.paper.within', { sum: moneyText(within, i18n.language) }),
  ].join('');
}

/** One paper: what is asked, a box for each that fits how it is marked, and the receipt to tear off. */
function PaperBallot({
  poll,
  lines,
  rule,
  unit,
}: {
  poll: PollBody;
  lines: readonly Line[];
  rule: string;
  unit: 'tick' | 'points' | 'rank';
}) {
  const { t } = useTranslation();
  const [code] = useState(newReceiptCode);
  return (
    <article className="paper-ballot" lang="zh-CN">
      <header>
        <p>{t('polls.paper.title', wordsOf(poll))}</p>
        <h1>{poll.title}</h1>
        <p>{t('polls.paper.closes', { at: limitText(poll.closesAt ?? 0, onPaper, t) })}</p>
      </header>
      <p className="paper-ballot-rule">{rule}</p>
      <ol>
        {lines.map(({ id, title, more }) => (
          <li key={id}>
            <span>
              <b>{title}</b>
              {more !== undefined && <small>{more}</small>}
            </span>
            <span className={`paper-box is-${unit}`}>
              {unit !== 'tick' && <small>{t(`polls.paper.unit.${unit}`)}</small>}
            </span>
          </li>
        ))}
      </ol>
      {poll.rule?.ballot === 'named' && <p className="paper-name">{t('polls.paper.name')}</p>}
      <p className="paper-ballot-code">
        {t('polls.desk.paperCode', wordsOf(poll))} <code>{code}</code>
      </p>
      <footer>
        <p>
          {t('polls.receipt')} <code>{code}</code>
        </p>
        <p>{t('polls.paper.receipt', { title: poll.title })}</p>
      </footer>
    </article>
  );
}

function Papers({ poll, allocation }: { poll: PollBody; allocation: AllocationBody | undefined }) {
  const { t, i18n } = useTranslation();
  const [copies, setCopies] = useState(1);
  const rule = useRule(poll, allocation);
  const kind = allocation?.form.kind ?? 'approval';
  const unit = kind === 'ranked' ? 'rank' : givesPoints(kind) ? 'points' : 'tick';
  const lines: readonly Line[] =
    allocation?.projects.map(({ id, title, cost, area }) => ({
      id,
      title,
      more: [moneyText(cost, i18n.language), ...(area === undefined ? [] : [area])].join(' · '),
    })) ?? poll.options.map(({ id, title }) => ({ id, title: titled(title) }));
  return (
    <main className="sheet-page">
      <div className="sheet-tools paper-tools lr-no-print">
        <label htmlFor="copies">{t('polls.paper.copies')}</label>
        <InputNumber
          id="copies"
          min={1}
          max={mostCopies}
          precision={0}
          value={copies}
          onChange={(count) => setCopies(count ?? 1)}
        />
        <Button type="primary" onClick={() => print()}>
          {t('staff.print.now')}
        </Button>
        <p>{t('polls.paper.note')}</p>
      </div>
      {Array.from({ length: copies }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a copy is nothing but its place in the pile
        <PaperBallot key={at} poll={poll} lines={lines} rule={rule} unit={unit} />
      ))}
    </main>
  );
}

/** 打印选票: papers of the vote that is announced, each under a number of its own that nobody keeps. */
export function BallotsPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const { data } = usePolls(community, id);
  const poll = data?.polls.find(({ rule, countedAt }) => rule !== undefined && countedAt === undefined);
  const allocates = poll?.kind === 'allocate';
  const allocation = useAllocation(community, id, false, allocates).data;
  if (data === undefined || (allocates && allocation === undefined))
    return <Skeleton active title={false} className="staff-main" />;
  if (poll?.opensAt === undefined) return <Teach title={t('polls.noPoll')}>{t('polls.notAnnounced')}</Teach>;
  return <Papers poll={poll} allocation={allocation} />;
}
