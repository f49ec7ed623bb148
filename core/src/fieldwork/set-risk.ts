import { err, ok, type Result } from '../basics/result.ts';
import type { Fieldwork } from './types.ts';

export type RiskFault =
  | 'unknown-risk' // the charter has no such risk
  | 'moved-on' // it is not what the office saw any more
  | 'no-change'; // it stands so already

/**
 * The office sets a home's risk, up or down, knowing all that has reached it. What arrives later, even if it was seen
 * before, was not known to the office: it may raise the risk again, as any visit does.
 */
export function decideRisk(
  { risks }: Fieldwork,
  now: string,
  { from, to }: { readonly from: string; readonly to: string },
): Result<string, RiskFault> {
  if (risks.every(({ id }) => id !== to)) return err('unknown-risk');
  if (now !== from) return err('moved-on');
  return now === to ? err('no-change') : ok(to);
}
