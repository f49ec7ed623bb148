import type { AttemptRule } from './attempts.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Lengths and limits of sign-in. GB/T 22239-2019 8.1.4.1 asks for failure limits and time-outs and gives no figures,
 * so all of them are settings.
 */
export interface SignInSettings {
  readonly codeSeconds: number;
  readonly codeDigits: number;
  /** A session ends this long after sign-in, and earlier when idle. */
  readonly residentSessionSeconds: number;
  readonly residentIdleSeconds: number;
  readonly staffSessionSeconds: number;
  readonly staffIdleSeconds: number;
  /** How long a signed cookie may stand in for the database, and so how late a revocation may reach another device. */
  readonly quickSessionSeconds: number;
  readonly passwordMinimumCharacters: number;
  readonly rules: Readonly<Record<RuleName, AttemptRule>>;
}

export type RuleName =
  | 'codePause'
  | 'codesPerPhone'
  | 'codesPerAddress'
  | 'codeGuesses'
  | 'passwordGuesses'
  | 'passwordGuessesPerAddress'
  | 'passwordChoices'
  | 'secondFactorGuesses'
  | 'secondFactorPerAddress'
  | 'secondFactorUse'
  | 'providerPerAddress'
  | 'passkeysPerAddress';

/** Limits per address are wide because a whole building, or office, may share one. */
export const usualSettings: SignInSettings = {
  codeSeconds: 5 * minute,
  codeDigits: 6,
  residentSessionSeconds: 90 * day,
  residentIdleSeconds: 30 * day,
  staffSessionSeconds: 12 * hour,
  staffIdleSeconds: 2 * hour,
  quickSessionSeconds: 30,
  passwordMinimumCharacters: 12,
  rules: {
    codePause: { purpose: 'code-pause', limit: 1, windowSeconds: minute },
    codesPerPhone: { purpose: 'codes-phone', limit: 8, windowSeconds: day },
    codesPerAddress: { purpose: 'codes-address', limit: 100, windowSeconds: hour },
    codeGuesses: { purpose: 'code-guess', limit: 5, windowSeconds: 30 * minute },
    passwordGuesses: { purpose: 'password-guess', limit: 5, windowSeconds: 15 * minute },
    passwordGuessesPerAddress: { purpose: 'password-address', limit: 100, windowSeconds: 15 * minute },
    // Wide: several tries are natural, and each costs a look through long lists.
    passwordChoices: { purpose: 'password-choice', limit: 30, windowSeconds: 15 * minute },
    secondFactorGuesses: { purpose: 'second-guess', limit: 10, windowSeconds: 15 * minute },
    // The library itself allows five codes a sign-in and ten an account; this is against many accounts at once.
    secondFactorPerAddress: { purpose: 'second-address', limit: 100, windowSeconds: 15 * minute },
    // A time-based code is good for at most three half-minutes; once used it must not work again.
    secondFactorUse: { purpose: 'second-used', limit: 1, windowSeconds: 2 * minute },
    passkeysPerAddress: { purpose: 'passkey-address', limit: 200, windowSeconds: 15 * minute },
    // Leaving for the provider and coming back count alike.
    providerPerAddress: { purpose: 'provider-address', limit: 200, windowSeconds: 15 * minute },
  },
};
