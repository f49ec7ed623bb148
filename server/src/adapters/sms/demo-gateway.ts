import { ok } from '@liren/core/basics/result.ts';
import type { SmsGateway } from './sms-gateway.ts';

/** Sends nothing: the code is handed back and shown on the screen. */
export const createDemoGateway = (): SmsGateway => ({
  isDemo: true,
  send: async ({ code }) => ok({ shownCode: code }),
});
