import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Pool } from 'pg';

export interface SafetyConfig {
  /** LIREN_MODE. */
  readonly mode: string;
  /** True when codes are shown on the screen instead of sent. */
  readonly hasDemoSms: boolean;
}

/** Why a production server must not start. */
export type UnsafeForProduction =
  | { readonly code: 'demo-accounts'; readonly count: number }
  | { readonly code: 'demo-sms' };

/** In production neither one-click accounts nor codes on the screen may exist; in any other mode all is well. */
export async function assertProductionSafe(
  pool: Pool,
  config: SafetyConfig,
): Promise<Result<void, UnsafeForProduction>> {
  if (config.mode !== 'production') return ok(undefined);
  if (config.hasDemoSms) return err({ code: 'demo-sms' });
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from person where demo',
  );
  const count = rows[0]?.count ?? 0;
  return count > 0 ? err({ code: 'demo-accounts', count }) : ok(undefined);
}

/** The message for whoever started the server: what is wrong and what to do. */
export const describeUnsafe = (unsafe: UnsafeForProduction): string =>
  unsafe.code === 'demo-sms'
    ? '正式运行不能把验证码显示在屏幕上。请设置 LIREN_SMS_URL（短信网关），或去掉 LIREN_MODE=production。'
    : `数据库里有 ${unsafe.count} 个演示账号，正式运行不能启动。请换一个没有演示数据的数据库，或去掉 LIREN_MODE=production。`;
