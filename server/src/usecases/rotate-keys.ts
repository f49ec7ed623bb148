import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Sealer } from '../adapters/crypto/sealer.ts';
import {
  countStale,
  otherKeysInUse,
  readStale,
  replaceStale,
  retireKeys,
  type StaleValue,
} from '../store/reseal.ts';
import { type SealedColumn, sealedColumns } from '../store/sealed-columns.ts';
import type { Queryable } from '../store/write-record.ts';

export interface RotationDeps {
  readonly pool: Queryable;
  readonly sealer: Sealer;
  /** Id of the key that seals now. */
  readonly newest: string;
}
export interface RotationOptions {
  /** Told after every batch: the column, and how many of its values were sealed anew so far. */
  readonly progress: (column: SealedColumn, resealed: number) => void;
  readonly batchRows?: number;
}
export interface Rotation {
  readonly resealed: number;
  /** Values that none of the keys opens; they stay as they are. */
  readonly unopened: readonly { readonly table: string; readonly column: string; readonly key: string }[];
  /** Nothing is sealed with an older key: they may be thrown away. */
  readonly isWhole: boolean;
}

/**
 * Seals every value of every table with the newest key. Each batch is one statement, so that a kill at any point leaves
 * only values that one of the keys opens, and the next run goes on. What a value says does not change: commitments and
 * chains stand on it, not on its ciphertext. Refused while a process runs that still seals with an older key.
 */
export async function rotateKeys(
  deps: RotationDeps,
  { progress, batchRows = 500 }: RotationOptions,
): Promise<Result<Rotation, { readonly code: 'older-writer'; readonly keys: readonly string[] }>> {
  const { pool, newest } = deps;
  const older = await otherKeysInUse(pool, newest);
  if (older.length > 0) return err({ code: 'older-writer', keys: older });
  let resealed = 0;
  const unopened: Rotation['unopened'][number][] = [];
  for (const column of sealedColumns) {
    const done = await resealColumn(deps, column, batchRows, progress);
    resealed += done.resealed;
    const { table, column: name } = column;
    unopened.push(...done.unopened.map((key) => ({ table, column: name, key })));
  }
  const whole = await isWhole(deps);
  if (whole) await retireKeys(pool, newest);
  return ok({ resealed, unopened, isWhole: whole });
}

async function isWhole({ pool, newest }: RotationDeps): Promise<boolean> {
  for (const column of sealedColumns) if ((await countStale(pool, column, `s1.${newest}.`)) > 0) return false;
  return (await otherKeysInUse(pool, newest)).length === 0;
}

async function resealColumn(
  { pool, sealer, newest }: RotationDeps,
  column: SealedColumn,
  batchRows: number,
  progress: RotationOptions['progress'],
): Promise<{ readonly resealed: number; readonly unopened: readonly string[] }> {
  let resealed = 0;
  const unopened: string[] = [];
  for (let after: StaleValue | undefined; ; ) {
    const batch = await readStale(pool, column, `s1.${newest}.`, after, batchRows);
    const fresh = batch.flatMap((value) => {
      const place = column.placeOf(value.key);
      const text = sealer.open(place, value.sealed);
      if (text.ok) return [{ ...value, fresh: sealer.seal(place, text.value) }];
      unopened.push(value.key.join('/'));
      return [];
    });
    if (fresh.length > 0) {
      await replaceStale(pool, column, fresh);
      resealed += fresh.length;
      progress(column, resealed);
    }
    after = batch.at(-1);
    if (batch.length < batchRows) return { resealed, unopened };
  }
}
