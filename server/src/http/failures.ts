import { type Refusal, type RefusalCode, refusalText } from '@liren/core/engine/refusal.ts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RegistryRefusal, RegistryRefusalCode } from '../usecases/registry-refusal.ts';

/** Every refusal of these routes that is not a procedure's: its status, and words that say what to do. */
const failures = {
  'bad-request': [400, '请求的内容不对，请检查后再试。'],
  'sign-in-needed': [401, '请先登录。'],
  'not-allowed': [403, '你的岗位没有这项权限。'],
  'not-found': [404, '没有找到，或者你不能查看。'],
  'too-large': [413, '内容太大了。'],
  'too-often': [429, '操作太频繁了，请稍后再试。'],
  'not-ready': [503, '系统正在启动或数据库暂时连不上，请稍后再试。'],
  'our-fault': [500, '系统出了问题，已经记录。请稍后再试。'],
} as const satisfies Record<string, readonly [status: number, message: string]>;
export type FailureCode = keyof typeof failures;

/** Refusals of the engine: most mean that the procedure says no now (409). */
const refusalStatus: Partial<Record<RefusalCode, number>> = {
  'not-yours': 403,
  'cannot-open': 403,
  'same-person': 403,
  'field-required': 400,
  'field-invalid': 400,
  'field-too-large': 400,
  'field-unknown': 400,
};

export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    about: z.string().optional(),
    law: z.string().optional(),
  }),
});
export const failureResponses = {
  '4xx': ErrorBody.describe('A refusal: code, words, and the field or rule concerned'),
} as const;

export function fail(reply: FastifyReply, code: FailureCode, about?: string): FastifyReply {
  const [status, message] = failures[code];
  return reply.code(status).send({ error: { code, message, ...(about !== undefined && { about }) } });
}

/** Why the registry was not changed: most of it means that it stands otherwise than was thought (409). */
const registryStatus: Partial<Record<RegistryRefusalCode, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'not-matched': 404,
  'not-proven': 403,
  'export-not-allowed': 403,
  'same-person': 403,
  'export-days': 400,
  'proved-too-often': 429,
  'owner-not-proven': 403,
  'owner-proved-too-often': 429,
  'bad-value': 400,
  'bad-day': 400,
};
export const refuseChange = (reply: FastifyReply, refusal: RegistryRefusal): FastifyReply =>
  reply.code(registryStatus[refusal.code] ?? 409).send({ error: { ...refusal } });

export const refusalBody = (refusal: Refusal) => ({ ...refusal, message: refusalText(refusal) });

export const refuse = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply.code(refusalStatus[refusal.code] ?? 409).send({ error: refusalBody(refusal) });
