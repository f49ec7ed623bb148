import type { StepKind } from '../engine/kind.ts';
import { allocateKind } from './allocate/allocate.ts';
import { assignKind } from './assign/assign.ts';
import { check } from './check/check.ts';
import { discuss } from './discuss/discuss.ts';
import { end } from './end/end.ts';
import { form } from './form/form.ts';
import { gather } from './gather/gather.ts';
import { meet } from './meet/meet.ts';
import { office } from './office/office.ts';
import { publish } from './publish/publish.ts';
import { rate } from './rate/rate.ts';
import { receive } from './receive/receive.ts';
import { vote } from './vote/vote.ts';
import { wait } from './wait/wait.ts';
import { work } from './work/work.ts';

/** The engine's whole vocabulary. */
export const kinds: Readonly<Record<string, StepKind>> = {
  form,
  assign: assignKind,
  work,
  check,
  rate,
  publish,
  gather,
  receive,
  discuss,
  meet,
  vote,
  allocate: allocateKind,
  wait,
  office,
  end,
};

export function kindOf(name: string): StepKind {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`no step kind ${name}`);
  return kind;
}
