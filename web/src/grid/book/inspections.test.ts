import { expect, it } from 'vitest';
import { asTitle } from '../../shared/i18n/titles.ts';
import { type Draft, missing } from '../../shared/matter/answers.ts';
import type { Box } from './book.ts';
import type { Day, DayOrganisation, DayRound } from './day.ts';
import { askedNow, dueOrganisations, restPassed } from './inspections.ts';

const now = Date.parse('2026-11-09T09:30:00+08:00');
const shop = (id: string, more: Partial<DayOrganisation> = {}): DayOrganisation => ({
  id,
  community: 'c1',
  grid: 'g1',
  name: id,
  kind: asTitle('商户门店'),
  address: `柳荫街${id}号`,
  round: 'shop',
  until: '2026-12-31',
  done: false,
  openFaults: 0,
  ...more,
});
const field = (name: string) =>
  ({
    name,
    title: asTitle(name),
    type: 'choice',
    required: false,
    sealed: false,
    audience: 'public',
    most: 1,
  }) as const;
const round: DayRound = {
  id: 'shop',
  community: 'c1',
  title: asTitle('检查'),
  about: 'organisation',
  fields: ['met', 'exit', 'exit-note', 'exit-photos', 'gas', 'gas-note', 'gas-photos'].map(field),
  met: { field: 'met', is: ['open'] },
  items: ['exit', 'gas'],
};
const names = (draft: object) => askedNow(round, draft as never).map(({ name }) => name);

it('asks the list of a place that is open, and about what is not in order', () => {
  expect(names({ met: 'shut' })).toEqual(['met']);
  expect(names({ met: 'open' })).toEqual(['met', 'exit', 'gas']);
  expect(names({ met: 'open', gas: 'fixed' })).toEqual(['met', 'exit', 'gas', 'gas-note', 'gas-photos']);
  const lacking = (draft: Draft) => missing(askedNow(round, draft), draft);
  expect(lacking({ met: 'shut' })).toEqual([]);
  expect(lacking({ met: 'open', exit: 'pass' })).toEqual(['gas']);
  expect(lacking({ met: 'open', exit: 'fixed', gas: 'fail' })).toEqual(['gas-note']);
  expect(lacking({ met: 'open', exit: 'none', gas: 'fail', 'gas-note': '漏了' })).toEqual([]);
});

it('passes the rest in one tap, and leaves what was said', () => {
  expect(restPassed(round, { met: 'open' })).toEqual({ exit: 'pass', gas: 'pass' });
  expect(restPassed(round, { met: 'open', gas: 'fail' })).toEqual({ exit: 'pass' });
  expect(restPassed(round, { met: 'open', exit: 'pass', gas: 'fail' })).toBeUndefined();
  expect(restPassed(round, { met: 'shut' })).toBeUndefined();
});

it('lists what is still owed: what ends first, then what was never seen; not where one has been today', () => {
  const day = {
    organisations: [
      shop('1', { inspectedAt: now - 90 * 86_400_000 }),
      shop('2'),
      shop('3', { done: true }),
      shop('4', { until: '2026-11-30' }),
      shop('5'),
    ],
  } as unknown as Day;
  const item = { id: 'i', at: now - 60_000, kind: 'entry', body: { organisation: '5' } } as const;
  const box = { outbox: { waiting: [item], refused: [] }, labels: {}, done: [], aside: [] } as unknown as Box;
  expect(dueOrganisations(day, box, now).map(({ id }) => id)).toEqual(['4', '2', '1']);
  expect(dueOrganisations({} as Day, box, now)).toEqual([]);
});
