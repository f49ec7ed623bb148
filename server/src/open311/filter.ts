import { isUuid } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Deps } from '../http/deps.ts';
import { serviceOf } from './door.ts';
import { type Fault, fault } from './faults.ts';
import { many, one, type Parameters } from './parameters.ts';

export type RequestFilter =
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | {
      readonly by: 'time';
      /** Both ends belong to the span. */
      readonly from: number;
      readonly until: number;
      readonly codes: readonly string[] | undefined;
      readonly statuses: readonly ('open' | 'ended')[] | undefined;
    };

const spanMilliseconds = 90 * 86_400_000;
const mostIds = 200;

const w3 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Undefined for what is no W3C time with a zone. A '+' that the client forgot to encode arrives as a blank. */
function readTime(text: string): number | undefined {
  const mended = text.trim().replace(/ (?=\d\d:\d\d$)/, '+');
  const at = w3.test(mended) ? Date.parse(mended) : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

function readSpan(parameters: Parameters, now: number): Result<{ from: number; until: number }, Fault> {
  const [start, end] = [one(parameters, 'start_date'), one(parameters, 'end_date')];
  const [from, until] = [start, end].map((text) => (text === undefined ? undefined : readTime(text)));
  if ((start !== undefined && from === undefined) || (end !== undefined && until === undefined))
    return err(fault(400, '时间要写成 2026-01-01T00:00:00+08:00，带上时区。'));
  const last = until ?? (from === undefined ? now : Math.min(now, from + spanMilliseconds));
  const first = from ?? last - spanMilliseconds;
  if (from !== undefined && until !== undefined && first > last)
    return err(fault(400, 'start_date 不能晚于 end_date。'));
  if (last - first > spanMilliseconds) return err(fault(400, 'start_date 和 end_date 最多相隔 90 天。'));
  return ok({ from: first, until: last });
}

const statuses: ReadonlyMap<string, 'open' | 'ended'> = new Map([
  ['open', 'open'],
  ['closed', 'ended'],
]);

/** The filter of GET requests; ids override everything else, as the specification says. */
export function readFilter(
  deps: Pick<Deps, 'library'>,
  parameters: Parameters,
  now: number,
): Result<RequestFilter, readonly Fault[]> {
  const ids = many(parameters, 'service_request_id');
  if (ids !== undefined) {
    if (ids.length > mostIds) return err([fault(400, `一次最多查询 ${mostIds} 个 service_request_id。`)]);
    return ok({ by: 'ids', ids: ids.map((id) => id.toLowerCase()).filter(isUuid) });
  }
  const span = readSpan(parameters, now);
  const codes = many(parameters, 'service_code');
  const unknown = codes?.find((code) => serviceOf(deps, code) === undefined);
  const asked = many(parameters, 'status');
  const faults: readonly Fault[] = [
    ...(span.ok ? [] : [span.error]),
    ...(unknown === undefined ? [] : [fault(404, `没有 service_code ${unknown}。`)]),
    ...(asked?.some((status) => !statuses.has(status)) ? [fault(400, 'status 只能是 open 或 closed。')] : []),
  ];
  if (!span.ok || faults.length > 0) return err(faults);
  return ok({
    by: 'time',
    ...span.value,
    codes,
    statuses: asked?.flatMap((status) => statuses.get(status) ?? []),
  });
}
