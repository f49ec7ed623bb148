import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { request } from 'undici';
import type { PhoneNumber } from '../crypto/phone.ts';
import type { SmsFailure } from './sms-gateway.ts';
import type { WebhookSettings } from './webhook-gateway.ts';

/** Word to a phone that a matter moved. It holds no personal word: whoever reads over the shoulder learns nothing. */
export interface News {
  /** The same for every attempt, so that the provider can drop a repetition. */
  readonly id: string;
  readonly phone: PhoneNumber;
  /** What happened, as a key for the provider's template: assigned, work-done, ended … */
  readonly key: string;
  readonly number: string;
  /** Title of the step. */
  readonly step: string;
}
export interface NewsGateway {
  readonly tell: (news: News) => Promise<Result<undefined, SmsFailure>>;
}

/** The demonstration reaches nobody: its messages are read inside the product. */
export const createSilentNews = (): NewsGateway => ({ tell: async () => ok(undefined) });

/** POSTs `{"id":…,"phone":…,"news":key,"number":…,"step":…}`; any 2xx means taken over. */
export function createNewsGateway(settings: WebhookSettings): NewsGateway {
  const limit = settings.limitMilliseconds ?? 5_000;
  return {
    tell: async ({ key, ...rest }) => {
      try {
        const { statusCode, body } = await request(settings.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.token}` },
          body: JSON.stringify({ ...rest, news: key }),
          headersTimeout: limit,
          bodyTimeout: limit,
          signal: AbortSignal.timeout(limit),
        });
        await body.dump();
        return statusCode >= 200 && statusCode < 300 ? ok(undefined) : err('refused');
      } catch {
        // undici throws for everything that is no answer: no route, reset, time-out.
        return err('unreachable');
      }
    },
  };
}
