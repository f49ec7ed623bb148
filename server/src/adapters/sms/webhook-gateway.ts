import { err, ok } from '@liren/core/basics/result.ts';
import { request } from 'undici';
import type { SmsGateway } from './sms-gateway.ts';

/** A small service of the operator's own that speaks to the text message provider. */
export interface WebhookSettings {
  readonly url: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly token: string;
  readonly limitMilliseconds?: number;
}

/** POSTs `{"phone":"+8613…","code":"123456","validMinutes":5}`; any 2xx means sent, any other answer means refused. */
export function createWebhookGateway(settings: WebhookSettings): SmsGateway {
  const limit = settings.limitMilliseconds ?? 5_000;
  return {
    isDemo: false,
    send: async (message) => {
      try {
        const { statusCode, body } = await request(settings.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.token}` },
          body: JSON.stringify(message),
          headersTimeout: limit,
          bodyTimeout: limit,
          signal: AbortSignal.timeout(limit),
        });
        await body.dump();
        return statusCode >= 200 && statusCode < 300 ? ok({}) : err('refused');
      } catch {
        // undici throws for everything that is no answer: no route, reset, time-out.
        return err('unreachable');
      }
    },
  };
}
