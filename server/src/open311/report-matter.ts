import { randomUUID } from 'node:crypto';
import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type Refusal, refusalText } from '@liren/core/engine/refusal.ts';
import type { Definition } from '@liren/core/engine/types.ts';
import type { Deps } from '../http/deps.ts';
import { getOrAddByPhone } from '../signin/people.ts';
import { readPosts } from '../store/posts.ts';
import { type LocateFault, locate } from '../usecases/locate.ts';
import { openMatter } from '../usecases/open-matter.ts';
import type { Community } from '../usecases/shell.ts';
import type { KeyHolder } from './api-keys.ts';
import { procedureId, serviceOf } from './door.ts';
import { type Fault, fault } from './faults.ts';
import { one, type Parameters } from './parameters.ts';
import { readReport } from './read-report.ts';

export interface Reported {
  readonly id: string;
  readonly number: string;
  /** Leads to the id again, for a client that lost the answer. */
  readonly token: string;
}
type ReportDeps = Pick<Deps, 'shell' | 'library' | 'directory' | 'people'>;

const whereTexts: Readonly<Record<LocateFault, string>> = {
  outside: '这个位置不在服务范围内。',
  'unknown-place': '没有这个 address_id。',
  'no-community': '这里还没有设立社区。',
};

function refusalFault(refusal: Refusal): Fault {
  const about = refusal.about === undefined ? '' : `（${refusal.about}）`;
  const text = `${refusalText(refusal)}${about}`;
  return refusal.code === 'cannot-open' ? fault(403, `这个密钥不能反映这里的事。${about}`) : fault(400, text);
}

/**
 * Takes in a report of a third-party program, from the seat that its account holds.
 * @param repeatKey the same key from the same program never makes a second matter
 */
export async function reportMatter(
  deps: ReportDeps,
  door: { readonly definition: Definition; readonly communities: readonly Community[] },
  holder: KeyHolder,
  parameters: Parameters,
  repeatKey: string | undefined,
): Promise<Result<Reported, readonly Fault[]>> {
  const { shell } = deps;
  const code = one(parameters, 'service_code');
  if (code === undefined) return err([fault(400, '缺少 service_code。')]);
  const service = serviceOf(deps, code);
  if (service === undefined) return err([fault(404, `没有 service_code ${code.slice(0, 100)}。`)]);
  const report = readReport(parameters, service, door.definition);
  if (!report.ok) return report;
  const { where, phone, urgency, input, aside } = report.value;
  const located = locate(deps.directory, door.communities, where);
  if (typeof located === 'string') return err([fault(400, whereTexts[located])]);

  const posts = await readPosts(shell.pool, holder.person, civilDateOf(shell.now()));
  const person = phone && (await getOrAddByPhone(deps.people, phone, shell.now()));
  const token = repeatKey === undefined ? randomUUID() : uuidFromHash(`open311/${holder.key}/${repeatKey}`);
  const opened = await openMatter(
    shell,
    { kind: 'person', person: holder.person, posts },
    {
      commandId: token,
      procedure: procedureId,
      ...located,
      ...(service.affair !== undefined && { affair: service.affair.id }),
      urgency,
      channel: 'open311',
      onBehalfOf: { person: person?.id },
      aside,
      input,
    },
  );
  if (!opened.ok) return err([refusalFault(opened.error)]);
  const { matter: id, number } = opened.value;
  return ok({ id, number, token });
}
