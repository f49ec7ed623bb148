import { err, type Result } from '@liren/core/basics/result.ts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Every refusal of sign-in: its status, and words that say what to do next. */
const signInErrors = {
  'not-a-mobile': [400, '手机号不对。请填 11 位手机号。'],
  'too-often': [429, '试得太频繁了。请过一会儿再试。'],
  'sms-not-sent': [502, '短信没发出去。请稍后再试，或拨打社区电话。'],
  'code-wrong': [400, '验证码不对。请再看一眼短信。'],
  'code-gone': [400, '验证码已过期或已用过。请重新获取。'],
  'use-staff-entrance': [403, '这个号码属于工作人员。请用账号和密码登录。'],
  'password-wrong': [401, '账号或密码不对。'],
  'second-factor-wrong': [401, '动态码不对。请等下一个再试。'],
  'second-factor-gone': [401, '登录已中断。请重新输入账号和密码。'],
  'already-enrolled': [409, '动态码已经绑定。换手机请联系管理员。'],
  'password-too-short': [400, '密码太短。至少 12 个字；几个不相干的词连起来就行，不必凑大小写和符号。'],
  'password-common': [
    400,
    '这个密码太好猜：是常见的词、拼音、名字、日期或者键盘顺序。请换几个不相干的词连起来。',
  ],
  'password-personal': [400, '密码里有你的姓名、手机号、账号或者“里仁”，别人猜得到。请换一个。'],
  'provider-none': [404, '这里没有接统一身份认证。请用账号和密码登录。'],
  'provider-away': [502, '统一身份认证现在连不上。请稍后再试，或者用账号和密码登录。'],
  'provider-untrusted': [502, '统一身份认证的回答核对不上，没有采用。请告诉管理员。'],
  'provider-denied': [403, '在统一身份认证那边没有登录成功。请再试一次。'],
  'provider-expired': [403, '这次登录已经过期或用过了。请从登录页重新开始。'],
  'provider-unknown': [403, '你的统一身份没有对应的工作人员账号。请管理员核对登记的手机号或工号。'],
  'provider-no-post': [403, '你现在没有岗位，不能登录。请联系岗位管理员。'],
  'provider-other-identity': [403, '这个账号已经对应另一个统一身份。请管理员核对后解除。'],
  'passkey-unknown': [401, '这里不认得这把通行密钥。请用账号和密码登录。'],
  'passkey-wrong': [401, '通行密钥没有通过验证。请再试一次，或者用账号和密码登录。'],
  'unknown-passkey': [404, '这把通行密钥已经去掉了。'],
  'last-second-factor': [409, '这是你最后一种第二验证，去掉就登录不了了。先绑定动态码或再加一把，再来去掉。'],
  'sign-in-needed': [401, '请先登录。'],
  'name-is-official': [403, '姓名由管理员登记。要改请联系管理员。'],
  'unknown-session': [404, '这台设备已经退出。'],
  'unknown-role': [404, '没有这个演示角色。'],
  'foreign-origin': [403, '请求来自别的网站，没有执行。请在本站页面上操作。'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type SignInErrorCode = keyof typeof signInErrors;

export const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Seconds until it is worth trying again. */
    retryAfterSeconds: z.number().int().optional(),
  }),
});

/** Answers with the refusal; 4xx and 5xx responses of every sign-in route have this shape. */
export function refuse(reply: FastifyReply, code: SignInErrorCode, retryAfterSeconds?: number): FastifyReply {
  const [status, message] = signInErrors[code];
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const extra = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return reply.code(status).send({ error: { code, message, ...extra } });
}

/** Why a sign-in step was refused. */
export interface Refused {
  readonly code: SignInErrorCode;
  readonly retryAfterSeconds?: number;
}

/** What a successful step answers, and the cookies that go with it. */
export interface Granted<Body> {
  readonly body: Body;
  readonly cookies?: Headers;
}

export type Outcome<Body> = Result<Granted<Body>, Refused>;

export const refused = (code: SignInErrorCode, retryAfterSeconds?: number): Result<never, Refused> =>
  err(retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds });

/** Turns the outcome of a step into the answer of its route; nothing to say is 204. */
export function answer<Body>(reply: FastifyReply, outcome: Outcome<Body>): Body | FastifyReply {
  if (!outcome.ok) return refuse(reply, outcome.error.code, outcome.error.retryAfterSeconds);
  reply.header('cache-control', 'no-store');
  if (outcome.value.body === null) reply.code(204);
  for (const cookie of outcome.value.cookies?.getSetCookie() ?? []) reply.header('set-cookie', cookie);
  return outcome.value.body;
}
