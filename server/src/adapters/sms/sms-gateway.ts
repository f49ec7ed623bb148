import type { Result } from '@liren/core/basics/result.ts';
import type { PhoneNumber } from '../crypto/phone.ts';

/** One sign-in code on its way to a phone. */
export interface CodeMessage {
  readonly phone: PhoneNumber;
  /** Digits. */
  readonly code: string;
  readonly validMinutes: number;
}

/** `refused`: the provider said no (blocked number, empty account); `unreachable`: no answer in time. */
export type SmsFailure = 'refused' | 'unreachable';

/** What was delivered. Only the demonstration returns `shownCode`, to be shown on the screen instead of sent. */
export interface SmsDelivery {
  readonly shownCode?: string;
}

export interface SmsGateway {
  /** True for the demonstration, which production refuses to start with. */
  readonly isDemo: boolean;
  readonly send: (message: CodeMessage) => Promise<Result<SmsDelivery, SmsFailure>>;
}
