import { civilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { type FailureCode, fail, failureResponses, refusalBody } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { askWipe, keepDevice, noteWiped, readDevices, seeDevice } from '../../store/devices.ts';
import type { Asker } from '../../usecases/actor.ts';
import { fieldDay } from '../../usecases/field-day.ts';
import { ownDiary } from '../../usecases/field-diary.ts';
import { fieldworkSeats } from '../../usecases/fieldwork-seats.ts';
import { type PhoneItem, type PhoneResult, syncPhone } from '../../usecases/sync-phone.ts';
import {
  DayBody,
  DayQuery,
  DeviceParams,
  DevicesBody,
  DiaryBody,
  DiaryQuery,
  DoneBody,
  NewDevice,
  SyncBody,
  SyncedBody,
} from './schema.ts';

const tags = ['grid'];
type Person = Extract<Asker, { kind: 'person' }>;

/** Whoever goes from door to door somewhere. */
async function workerOf(deps: Deps, request: FastifyRequest): Promise<Result<Person, FailureCode>> {
  const asker = await deps.askerOf(request);
  if (asker.kind !== 'person') return err('sign-in-needed');
  return fieldworkSeats(deps, asker).length === 0 ? err('not-allowed') : ok(asker);
}

const remarkTexts: Readonly<Record<NonNullable<PhoneResult['remarks']>[number], string>> = {
  'organisation-in-other-grid': '这家单位已经划到别的网格，检查照样记下了，那边的网格员看得到。',
  'home-in-other-grid': '这一户已经划到别的网格，走访照样记下了，那边的网格员看得到。',
  'clock-wrong': '手机的时间不准，已经按服务器的时间折算。请把手机设成自动校时。',
  'time-bounded': '手机报的时间不可能，已经改记成最接近的时间。',
};
const goneText = '这件事找不到了，或者已经不归你看。';

const resultBody = ({ id, status, refusal, remarks = [], matter }: PhoneResult) => ({
  id,
  status,
  ...(refusal !== undefined && {
    refusal: refusal === 'not-found' ? { code: 'not-found', message: goneText } : refusalBody(refusal),
  }),
  remarks: remarks.map((code) => ({ code, message: remarkTexts[code] })),
  ...(matter !== undefined && { matter }),
});

/** The phone in the stairwell: a day taken along in the morning, and what was done brought back. */
export function gridRoutes(app: Routes, deps: Deps): void {
  dayRoutes(app, deps);
  deviceRoutes(app, deps);
}

function dayRoutes(app: Routes, deps: Deps): void {
  const { pool, now } = deps.shell;
  app.get(
    '/api/grid/day',
    {
      schema: {
        tags,
        summary: '带走一天的活 / All that a day without a network needs',
        querystring: DayQuery,
        response: { 200: DayBody, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const worker = await workerOf(deps, request);
      if (!worker.ok) return fail(reply, worker.error);
      const device = await seeDevice(pool, request.query.device, worker.value.person, now());
      if (device === undefined) return fail(reply, 'not-found', 'device');
      if (device.wipe_asked_at !== null)
        return reply.send({ wipe: true, servedAt: now(), seats: [], tasks: [] });
      const day = await fieldDay(deps, worker.value, device.id);
      return reply.send(asBody<z.infer<typeof DayBody>>({ wipe: false, ...day }));
    },
  );

  app.post(
    '/api/grid/sync',
    {
      schema: {
        tags,
        summary: '交回做过的事 / What was done without a network, each once',
        body: SyncBody,
        response: { 200: SyncedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(deps, request);
      if (!worker.ok) return fail(reply, worker.error);
      const { device: id, sentAt, items } = request.body;
      const device = await seeDevice(pool, id, worker.value.person, now());
      if (device === undefined) return fail(reply, 'not-found', 'device');
      // What was done is taken in even from a phone that is to be erased.
      const results = await syncPhone(deps, worker.value, { sentAt, items: items as readonly PhoneItem[] });
      return { wipe: device.wipe_asked_at !== null, servedAt: now(), results: results.map(resultBody) };
    },
  );

  app.get(
    '/api/grid/diary',
    {
      schema: {
        tags,
        summary: '民情日志 / What I did on these days',
        querystring: DiaryQuery,
        response: { 200: DiaryBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(deps, request);
      if (!worker.ok) return fail(reply, worker.error);
      const { from, until } = request.query;
      if (!isCivilDate(from) || !isCivilDate(until)) return fail(reply, 'bad-request', 'from');
      const rows = await ownDiary(deps, worker.value, { from: civilDate(from), until: civilDate(until) });
      return reply.send(asBody<z.infer<typeof DiaryBody>>({ rows }));
    },
  );
}

function deviceRoutes(app: Routes, deps: Deps): void {
  const { pool, now } = deps.shell;
  app.get(
    '/api/grid/devices',
    {
      schema: {
        tags,
        summary: '我的手机 / Phones that hold my grids',
        response: { 200: DevicesBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(deps, request);
      if (!worker.ok) return fail(reply, worker.error);
      const rows = await readDevices(pool, worker.value.person);
      return {
        rows: rows.map((row) => ({
          id: row.id,
          title: row.title,
          createdAt: row.created_at,
          seenAt: row.seen_at,
          ...(row.wipe_asked_at !== null && { wipeAskedAt: row.wipe_asked_at }),
          ...(row.wiped_at !== null && { wipedAt: row.wiped_at }),
        })),
      };
    },
  );

  app.post(
    '/api/grid/devices',
    {
      schema: {
        tags,
        summary: '登记手机 / This phone is mine',
        body: NewDevice,
        response: { 200: DoneBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(deps, request);
      if (!worker.ok) return fail(reply, worker.error);
      const kept = await keepDevice(pool, { ...request.body, person: worker.value.person, at: now() });
      return kept ? { done: true as const } : fail(reply, 'not-allowed');
    },
  );

  const change = (name: string, summary: string, act: typeof askWipe) =>
    app.post(
      `/api/grid/devices/:id/${name}`,
      {
        schema: { tags, summary, params: DeviceParams, response: { 200: DoneBody, ...failureResponses } },
      },
      async (request, reply) => {
        const asker = await deps.askerOf(request);
        // Also who no longer has a seat may have a phone of theirs erased.
        if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
        const done = await act(pool, request.params.id, asker.person, now());
        return done ? { done: true as const } : fail(reply, 'not-found');
      },
    );
  change('wipe', '抹掉一部手机 / Erase a lost phone when it next calls', askWipe);
  change('wiped', '已经抹掉 / This phone has erased everything', noteWiped);
}
