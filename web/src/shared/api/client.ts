/** A no from the server, in words: what rule, why, what can be done instead. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The field, step or organ concerned. */
  readonly about?: string;
  /** The article. */
  readonly law?: string;
  readonly retryAfterSeconds?: number;
}

/** Thrown by every call that did not succeed; `status` 0 means that no answer came. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  readonly status: number;

  constructor(refusal: Refusal, status: number) {
    super(refusal.message);
    this.name = 'RefusalError';
    this.refusal = refusal;
    this.status = status;
  }
}

/** Words for failures that the server could not word itself; screens in other languages translate by code. */
const fallback: Record<string, string> = {
  'no-answer': '网络不通。填的内容都还在，连上网后再试一次。',
  'server-failed': '系统出了问题，已经记下来了。填的内容都还在，请过一会儿再试。',
  'bad-answer': '系统的回答读不懂。请刷新后再试。',
  unexpected: '页面出了问题。请刷新后再试。',
};
export const ownRefusal = (code: keyof typeof fallback): Refusal => ({ code, message: fallback[code] ?? '' });

/** Whatever a call threw, as a refusal that can be shown. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof RefusalError ? error.refusal : ownRefusal('unexpected');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `{"error": {code, message, …}}` as the server writes it; undefined for anything else. */
export function readRefusal(body: unknown): Refusal | undefined {
  const error = isObject(body) ? body['error'] : undefined;
  if (!isObject(error)) return undefined;
  const { code, message, about, law, retryAfterSeconds } = error;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return {
    code,
    message,
    ...(typeof about === 'string' && { about }),
    ...(typeof law === 'string' && { law }),
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
  };
}

async function answerOf(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RefusalError(ownRefusal('no-answer'), 0);
  }
}

const parse = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { ok: false };
  }
};

/** One call: the parsed answer, or a thrown `RefusalError`. The caller names the body it expects. */
export async function api<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await answerOf(path, init);
  const body = parse(await response.text());
  if (!response.ok) {
    const told = body.ok ? readRefusal(body.value) : undefined;
    throw new RefusalError(told ?? ownRefusal('server-failed'), response.status);
  }
  if (!body.ok) throw new RefusalError(ownRefusal('bad-answer'), response.status);
  return body.value as T;
}

/** A file that the server makes, with the name that it gives; a refusal is thrown as by every call. */
export async function postForFile(path: string, body: unknown): Promise<{ name: string; file: Blob }> {
  const response = await answerOf(path, sending('POST', body));
  if (!response.ok) {
    const told = parse(await response.text());
    const refusal = told.ok ? readRefusal(told.value) : undefined;
    throw new RefusalError(refusal ?? ownRefusal('server-failed'), response.status);
  }
  const [, name = 'file'] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, file: await response.blob() };
}

const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  api<T>(path, { headers: { accept: 'application/json' }, ...(signal !== undefined && { signal }) });
export const postJson = <T>(path: string, body: unknown = {}): Promise<T> =>
  api<T>(path, sending('POST', body));
export const putJson = <T>(path: string, body: unknown = {}): Promise<T> =>
  api<T>(path, sending('PUT', body));
export const deleteJson = <T>(path: string): Promise<T> => api<T>(path, { method: 'DELETE' });
