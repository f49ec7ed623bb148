import type { FastifyReply } from 'fastify';
import { fail } from '../../http/failures.ts';
import type { TalkRefusal } from '../../usecases/discussions/find-talk.ts';

const refusals: Readonly<
  Record<Exclude<TalkRefusal, 'not-found'>, readonly [status: number, message: string]>
> = {
  'not-asked': [403, '这次征求意见的范围里没有你。'],
  'not-yours': [403, '这一条不由你处理。'],
  'talk-over': [409, '这次议事已经截止，不能再说、再投。结果会公布。'],
  'too-many': [409, '你已经说了好几条，够大家看一阵了。先看看别人说的。'],
  'no-words': [400, '还没有写内容。'],
  'not-shown': [409, '这一条现在没有展示，不能表态。请看下一条。'],
  'already-decided': [409, '这一条已经有人处理过了，请刷新后再看。'],
  'not-removed': [409, '这一条没有被撤下，不用申诉。'],
  'already-appealed': [409, '这一条已经申诉过，请等另一位工作人员复核。'],
  'no-appeal': [409, '这一条没有人申诉。'],
  'same-decider': [403, '撤下这一条的人不能复核自己的决定，请由另一位同事来看。'],
};

export function refuseTalk(reply: FastifyReply, code: TalkRefusal): FastifyReply {
  if (code === 'not-found') return fail(reply, 'not-found');
  const [status, message] = refusals[code];
  return reply.code(status).send({ error: { code, message } });
}
