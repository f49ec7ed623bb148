import { addDays, civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { readOverview } from '../../store/overview.ts';
import { mayUse, scopeOf } from '../../usecases/scope.ts';
import { threeRates } from '../../usecases/three-rates.ts';
import { timelyShares } from '../../usecases/timely-shares.ts';
import { OverviewBody } from '../contract.ts';

const daysShown = 14;

/** The few figures that matter at nine in the morning. */
export function overviewRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/overview',
    {
      schema: {
        tags: ['measures'],
        summary: '今天的街道 / The street today',
        response: { 200: OverviewBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      if (!mayUse(deps.directory, asker, 'see-measures')) return fail(reply, 'not-allowed');
      const { communities } = scopeOf(deps.directory, asker);
      const today = civilDateOf(deps.shell.now());
      const month = today.slice(0, 7);
      const dates = Array.from({ length: daysShown }, (_, i) => addDays(today, i - daysShown + 1));
      const [first] = dates;
      const since = instantOf(first ?? today, 0);
      const [{ openNow, lateNow, opened, ended, byClass }, rates, timely] = await Promise.all([
        readOverview(deps.shell.pool, communities, since, deps.shell.now()),
        threeRates(deps, communities, month, 'street'),
        timelyShares(deps, communities, month),
      ]);
      const { total } = rates;
      const street = deps.directory.findPlace(
        deps.directory.findCommunity(communities[0] ?? '')?.streetId ?? '',
      );
      return {
        street: street?.title ?? '',
        openNow,
        lateNow,
        month,
        monthOpened: total.opened,
        monthEnded: total.ended,
        ...(total.score !== undefined && {
          rates: {
            contacted: total.contactedRate ?? '',
            solved: total.solvedRate ?? '',
            satisfied: total.satisfiedRate ?? '',
            score: total.score,
          },
        }),
        days: dates.map((date) => ({ date, opened: opened.get(date) ?? 0, ended: ended.get(date) ?? 0 })),
        byClass: [...byClass],
        timely: [...timely],
      };
    },
  );
}
