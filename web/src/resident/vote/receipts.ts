import { keep, kept } from '../../shared/ui/keep.ts';

/** Receipts are kept on this device alone: of a secret vote nobody else has the code. */
const keyOf = (poll: string, entry: string): string => `liren.receipt.${poll}.${entry}`;

export interface Receipt {
  readonly code: string;
  readonly choice: readonly string[];
  readonly at: number;
}
export const keepReceipt = (poll: string, entry: string, receipt: Receipt): void =>
  keep(keyOf(poll, entry), JSON.stringify(receipt));

export function findReceipt(poll: string, entry: string): Receipt | undefined {
  const text = kept(keyOf(poll, entry));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Receipt;
  } catch {
    return undefined;
  }
}
