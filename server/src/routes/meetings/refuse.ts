import { attendRefusalText } from '@liren/core/voting/attend.ts';
import type { FastifyReply } from 'fastify';
import { fail, refuse } from '../../http/failures.ts';
import type { CheckInFailure } from '../../usecases/meetings/check-in.ts';
import type { ConveneFailure } from '../../usecases/meetings/convene-several.ts';

const say = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply.code(status).send({ error: { code, message } });

export function refuseCheckIn(reply: FastifyReply, code: CheckInFailure): FastifyReply {
  if (code === 'not-found') return fail(reply, 'not-found');
  if (code === 'not-yours') return fail(reply, 'not-allowed');
  if (code === 'needs-proof')
    return say(
      reply,
      409,
      code,
      '名册里有和你手机号对得上的人。先在“我的”里证明是你本人，再来签到；也可以找会场的工作人员签到。',
    );
  return say(reply, 409, code, attendRefusalText(code));
}

export function refuseConvening(reply: FastifyReply, failure: ConveneFailure): FastifyReply {
  switch (failure.kind) {
    case 'not-found':
      return fail(reply, 'not-found');
    case 'not-yours':
      return fail(reply, 'not-allowed');
    case 'not-together':
      return say(reply, 409, 'not-together', '这些事的参加人不是同一个名册，不能一次开会。请分开召集。');
    case 'refused':
      return refuse(reply, failure.refusal);
  }
}
