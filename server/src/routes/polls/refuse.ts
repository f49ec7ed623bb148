import { markRefusalText } from '@liren/core/voting/mark.ts';
import type { FastifyReply } from 'fastify';
import { fail } from '../../http/failures.ts';
import type { CastFailure } from '../../usecases/polls/cast-ballot.ts';
import type { DeskFailure } from '../../usecases/polls/keep-desk.ts';

type Own = Exclude<CastFailure | DeskFailure, Parameters<typeof markRefusalText>[0] | 'not-found'>;
const own: Readonly<Record<Own, readonly [status: number, message: string]>> = {
  'not-yours': [403, '这一票不是你的，也没有委托给你。'],
  'bad-ballot': [400, '票填得不对：选项不在这次表决里，或者选多了。'],
  'not-present': [409, '还没有签到，不能在会上投票。请先签到。'],
  'too-many-authorities': [409, '这个人代的票已经到上限，不能再代。'],
  'no-such-authority': [409, '这一票没有登记委托，或者受托人已经投过了。'],
  'bad-phone': [400, '手机号不对，请再看一遍。'],
  'candidate-holds-none': [
    409,
    '候选人不能代别人投票：村民委员会组织法第 18 条这样规定，居委会换届也照此写在程序里。请选民委托别的人，或者自己来投。',
  ],
  'same-reader': [409, '这张票你已经录过，或者已经核对完了。要由另一个人来录第二遍。'],
};

export function refusePoll(reply: FastifyReply, code: CastFailure | DeskFailure): FastifyReply {
  if (code === 'not-found') return fail(reply, 'not-found');
  if (Object.hasOwn(own, code)) {
    const [status, message] = own[code as Own];
    return reply.code(status).send({ error: { code, message } });
  }
  const message = markRefusalText(code as Parameters<typeof markRefusalText>[0]);
  return reply.code(409).send({ error: { code, message } });
}
