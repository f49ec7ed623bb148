import type { Body } from './format.ts';

/** One reason for a no, as clients show it to their users. The status of the whole answer is that of the first. */
export interface Fault {
  readonly code: 400 | 403 | 404 | 413 | 429 | 500;
  readonly description: string;
}

export const fault = (code: Fault['code'], description: string): Fault => ({ code, description });

export const faultsBody = (faults: readonly Fault[]): Body => ({
  root: 'errors',
  content: faults.map(({ code, description }) => ({ code, description })),
});

/** What stands for every failure of ours: nothing of its cause leaves the house. */
export const ourFault = fault(500, '系统出了问题，已经记录。请稍后再试。');
