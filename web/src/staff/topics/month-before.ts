/** 'YYYY-MM' of the month before. */
export function monthBefore(month: string): string {
  const [year = 0, n = 1] = month.split('-').map(Number);
  return n === 1 ? `${year - 1}-12` : `${year}-${String(n - 1).padStart(2, '0')}`;
}
