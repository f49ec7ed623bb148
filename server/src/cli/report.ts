import type { Log } from '../platform/log.ts';
import { describePlatformError, type PlatformError } from '../platform/platform-error.ts';

/** Ends a command that could not do its work: the reason on stderr, exit code 1. */
export function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

export const failPlatform = (error: PlatformError): void => fail(describePlatformError(error));

/** Progress of a tool for people at a terminal; details stay out of sight. */
export const terminalLog: Log = {
  info: () => {},
  warn: (_details, message) => process.stderr.write(`${message}\n`),
  error: (_details, message) => process.stderr.write(`${message}\n`),
};
