const money = /^(\d{1,15})(?:\.(\d*?)0*)?$/;

/** How many decimals an amount needs, as people write it. */
export const decimalsOf = (text: string): number => money.exec(text)?.[2]?.length ?? 0;

/** An amount in the smallest unit; undefined for what is no amount, or has finer parts than that. */
export function findMoney(text: string, decimals: number): bigint | undefined {
  const [, whole, part = ''] = money.exec(text) ?? [];
  if (whole === undefined || part.length > decimals) return undefined;
  return BigInt(whole + part.padEnd(decimals, '0'));
}

/** An amount of the smallest unit, as people write it. */
export function showMoney(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const part = digits.slice(at).replace(/0+$/, '');
  return part === '' ? digits.slice(0, at) : `${digits.slice(0, at)}.${part}`;
}
