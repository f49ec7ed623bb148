import type { OrganId } from '@liren/core/basics/ids.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../http/deps.ts';
import { type AttemptRule, createAttempts } from '../signin/attempts.ts';
import { noJurisdiction, queryOf, refuse, send, tags } from './answers.ts';
import { ensureDemoHolder, findKeyHolder, type KeyHolder } from './api-keys.ts';
import { communitiesOf, findDefinition, postId } from './door.ts';
import { type Fault, fault } from './faults.ts';
import { type Format, formats } from './format.ts';
import { one, type Parameters } from './parameters.ts';
import { reportMatter } from './report-matter.ts';

const reportRule: AttemptRule = { purpose: 'open311-report', limit: 60, windowSeconds: 60 };
const demoRule: AttemptRule = { purpose: 'open311-demo', limit: 20, windowSeconds: 60 };
const wrongKeyRule: AttemptRule = { purpose: 'open311-wrong-key', limit: 30, windowSeconds: 60 };

type Admit = (
  request: FastifyRequest,
  reply: FastifyReply,
  parameters: Parameters,
) => Promise<KeyHolder | readonly Fault[]>;

/** POST requests: a program with a key reports. */
export function reportingRoutes(door: FastifyInstance, deps: Deps): void {
  const admit = createAdmission(deps);
  for (const format of formats) {
    const schema = { tags, summary: '反映一件事', consumes: ['application/x-www-form-urlencoded'] };
    door.post(`/requests.${format}`, { schema, config: { anyOrigin: true } }, async (request, reply) => {
      const parameters: Parameters = isParameters(request.body) ? request.body : new Map();
      const holder = await admit(request, reply, parameters);
      if (!('person' in holder)) return refuse(reply, format, holder);
      return answerReport(deps, holder, parameters, request, reply, format);
    });
  }
}

const isParameters = (body: unknown): body is Parameters => body instanceof Map;

async function answerReport(
  deps: Deps,
  holder: KeyHolder,
  parameters: Parameters,
  request: FastifyRequest,
  reply: FastifyReply,
  format: Format,
): Promise<FastifyReply> {
  const communities = communitiesOf(deps, one(parameters, 'jurisdiction_id'));
  if (communities === undefined) return refuse(reply, format, [noJurisdiction]);
  const definition = findDefinition(deps);
  if (definition === undefined) return refuse(reply, format, [fault(400, '这里还没有设立社区。')]);
  const [repeatKey] = [request.headers['idempotency-key'] ?? []].flat();
  const where = { definition, communities };
  const reported = await reportMatter(deps, where, holder, parameters, repeatKey?.slice(0, 200));
  if (!reported.ok) return refuse(reply, format, reported.error);
  const { id, number, token } = reported.value;
  reply.header('open311-token', token);
  const notice = `已收到，编号 ${number}。办理进展可以用 service_request_id 查询。`;
  return send(reply, format, {
    root: 'service_requests',
    content: [{ service_request_id: id, service_notice: notice, account_id: null }],
  });
}

/** Says who holds the key, or why they may not report now; attempts count for all servers together. */
function createAdmission(deps: Deps): Admit {
  const findHolder = createHolderFinder(deps);
  const attempts = createAttempts(deps.shell.pool, deps.shell.handleKey);
  const limitReached = async (rule: AttemptRule, subject: string, reply: FastifyReply) => {
    const taken = await attempts.take(rule, subject, deps.shell.now());
    if (taken.allowed) return undefined;
    reply.header('retry-after', taken.retryAfterSeconds);
    return [fault(429, `请求太频繁，请 ${taken.retryAfterSeconds} 秒后再试。`)];
  };
  return async (request, reply, parameters) => {
    const key = one(parameters, 'api_key') ?? one(queryOf(request), 'api_key');
    if (key === undefined) return [fault(403, '缺少 api_key。')];
    const holder = await findHolder(key);
    if (holder === undefined)
      return (await limitReached(wrongKeyRule, request.ip, reply)) ?? [fault(403, 'api_key 无效或已停用。')];
    const rule = holder.key === 'demo' ? demoRule : reportRule;
    return (await limitReached(rule, holder.key, reply)) ?? holder;
  };
}

/** In a demonstration the key `demo` opens; its account is made when first used. */
function createHolderFinder(deps: Deps): (key: string) => Promise<KeyHolder | undefined> {
  let demo: Promise<KeyHolder> | undefined;
  return async (key) => {
    if (key !== 'demo') return findKeyHolder(deps.shell.pool, key);
    const organ = deps.mode === 'demo' ? findClientOrgan(deps) : undefined;
    if (organ === undefined) return undefined;
    demo ??= ensureDemoHolder(deps.shell.pool, organ, deps.shell.now());
    demo.catch(() => {
      demo = undefined;
    });
    return demo;
  };
}

/** The organ in which the charter seats third-party programs. */
export function findClientOrgan({ directory }: Pick<Deps, 'directory'>): OrganId | undefined {
  const kinds = directory.communities[0]?.charter.posts[postId]?.in ?? [];
  return directory.organs.find((organ) => kinds.includes(organ.kind))?.id;
}
