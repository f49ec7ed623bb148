import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AllocationBody, ExplainedBody, MatterBody } from '../api/bodies.ts';
import { getJson, refusalOf } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { moneyText, useAllocation } from './allocation.ts';
import { pollsPath } from './sources.ts';
import './allocation.css';

type Project = AllocationBody['projects'][number];
type Money = (yuan: number) => string;
/** Amounts in the reasons come as text, because they are exact. */
const amounts = new Set(['left', 'have', 'lacks', 'paid', 'most', 'spent']);

/** In the order in which they were chosen, which their reasons tell. */
const placeOf = ({ why }: Project): number => Number(why?.values['place'] ?? 0);

function Projects({
  projects,
  kind,
  community,
  money,
}: {
  projects: readonly Project[];
  kind: AllocationBody['form']['kind'];
  community: string;
  money: Money;
}) {
  const { t } = useTranslation();
  const counts = kind === 'approval' || kind === 'choose-one' ? 'polls.votes' : 'polls.allocation.points';
  const say = ({ key, values }: NonNullable<Project['why']>) =>
    t(
      `polls.allocation.why.${key}`,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          amounts.has(name) ? money(Number(value)) : value,
        ]),
      ),
    );
  return (
    <ul className="project-fates">
      {projects.map(({ id, child, title, cost, votes, why, chosen }) => (
        <li key={id} className={chosen === true ? 'is-chosen' : ''}>
          <Link to={`/matters/${community}/${child}`}>{title}</Link>
          <span className="project-cost">
            {money(cost)}
            {votes !== undefined && ` · ${t(counts, { count: votes })}`}
          </span>
          {why !== undefined && <p className="lr-hint">{say(why)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** 结果: what was chosen and what not, each with its reason, under one bar of the money. */
export function AllocationResult({ matter }: { matter: MatterBody }) {
  const { t, i18n } = useTranslation();
  const answer = useAllocation(matter.community, matter.id, true);
  if (answer.error !== null) return <ErrorNotice refusal={refusalOf(answer.error)} />;
  if (answer.data?.result === undefined) return <Skeleton lines={6} />;
  const { budget, projects, result, form, rule } = answer.data;
  const money: Money = (yuan) => moneyText(yuan, i18n.language);
  const parts = [true, false].map((chosen) => projects.filter((each) => each.chosen === chosen));
  const [won = [], others = []] = parts;
  const chosen = won.toSorted((a, b) => placeOf(a) - placeOf(b));
  const path = pollsPath(matter.community, matter.id);
  return (
    <>
      <p>
        <b>
          {result.outcome === 'allocated'
            ? t('polls.allocation.result', {
                count: chosen.length,
                spent: money(result.spent),
                budget: money(budget),
              })
            : t(result.enough ? 'polls.allocation.none' : 'polls.allocation.tooFew')}
        </b>
      </p>
      <div className="budget-bar" aria-hidden="true">
        {chosen.map(({ id, cost }) => (
          <i key={id} style={{ width: `${(100 * cost) / budget}%` }} />
        ))}
      </div>
      <p className="lr-hint">{t(`polls.allocation.rule.${rule.split('-')[0]}`)}</p>
      {result.held && <p>{t('polls.held')}</p>}
      {chosen.length > 0 && <h3>{t('polls.allocation.chosenTitle')}</h3>}
      <Projects projects={chosen} kind={form.kind} community={matter.community} money={money} />
      {others.length > 0 && <h3>{t('polls.allocation.othersTitle')}</h3>}
      <Projects projects={others} kind={form.kind} community={matter.community} money={money} />
      {!result.held && (
        <>
          <Explain path={path} money={money} />
          <p className="lr-no-print">
            <a href={`${path}/ballots.pb`} download>
              {t('polls.allocation.file')}
            </a>
          </p>
        </>
      )}
    </>
  );
}

/** 我的票起了什么作用 */
function Explain({ path, money }: { path: string; money: Money }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      getJson<ExplainedBody>(`${path}/explain?code=${encodeURIComponent(code.trim().toLowerCase())}`),
  });
  return (
    <form
      className="project-explain lr-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <label>
        <b>{t('polls.allocation.mine')}</b>
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          placeholder={t('polls.receipt')}
        />
      </label>
      <Button type="submit" busy={ask.isPending} disabled={code.trim().length < 8}>
        {t('polls.find')}
      </Button>
      {ask.error !== null && <p role="alert">{t('polls.notFound')}</p>}
      {ask.data !== undefined && (
        <div role="status">
          <p>
            {t('polls.allocation.carried', {
              all: ask.data.projects.length,
              count: ask.data.projects.filter(({ chosen }) => chosen).length,
              sum: money(ask.data.carried),
              percent: ask.data.percent,
            })}
          </p>
          <ul className="poll-legs">
            {ask.data.projects.map(({ id, title, chosen, carried }) => (
              <li key={id} className={chosen ? 'is-met' : ''}>
                {t(chosen ? 'polls.allocation.won' : 'polls.allocation.lost', { title, sum: money(carried) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
