import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { checkKey, type FileStore } from './file-store.ts';

/** Any S3-compatible service (path style): `endpoint` such as https://oss-cn-beijing.aliyuncs.com, no trailing slash. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const requestLimitMilliseconds = 30_000;

export function createS3Store(settings: S3Settings): FileStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const urlOf = (key: string): string => `${settings.endpoint}/${settings.bucket}/${checkKey(key)}`;
  const send = (key: string, init: RequestInit): Promise<Response> =>
    client.fetch(urlOf(key), { ...init, signal: AbortSignal.timeout(requestLimitMilliseconds) });
  const failed = (doing: string, response: Response): Error =>
    new Error(`object storage refused to ${doing}: HTTP ${response.status}`);
  return {
    put: async (key, bytes, mediaType) => {
      // The hash is signed too, so a proxy on the way cannot swap the bytes.
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': sha256 };
      const response = await send(key, { method: 'PUT', body: new Uint8Array(bytes), headers });
      await response.arrayBuffer();
      if (!response.ok) throw failed('store', response);
    },
    get: async (key) => {
      const response = await send(key, { method: 'GET' });
      if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream);
      await response.arrayBuffer();
      if (response.status === 404) return undefined;
      throw failed('read', response);
    },
    remove: async (key) => {
      const response = await send(key, { method: 'DELETE' });
      await response.arrayBuffer();
      if (!response.ok && response.status !== 404) throw failed('remove', response);
    },
  };
}
