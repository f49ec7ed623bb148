import type { CivilDate } from '../basics/ids.ts';
import type { Affairs, Charter, Procedure } from '../engine/types.ts';
import type { Fieldwork } from '../fieldwork/types.ts';
import type { LawBook } from '../law/law.ts';
import { kinds } from '../steps/index.ts';
import { checkActors } from './check-actors.ts';
import { checkAllocations, isProposed } from './check-allocations.ts';
import { checkCharter } from './check-charter.ts';
import { checkFlow } from './check-flow.ts';
import { checkInspections } from './check-inspections.ts';
import { checkLaw } from './check-law.ts';
import { checkOffices } from './check-offices.ts';
import { checkPolls } from './check-polls.ts';
import { checkAbout, checkServiceItems } from './check-services.ts';
import { record, text } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';

/** A procedure with the file that its messages name. */
export interface CheckedProcedure {
  readonly file: string;
  readonly procedure: Procedure;
}
export interface CheckContext {
  readonly charter: Charter;
  /** The procedures that the charter may use, by id. */
  readonly procedures: ReadonlyMap<string, CheckedProcedure>;
  readonly affairs: Affairs;
  readonly law: LawBook;
  /** The day on which the law is asked. */
  readonly on: CivilDate;
  /** What the charter asks of those who go from door to door. */
  readonly fieldwork?: Fieldwork | undefined;
}

/** Procedures that a step of this one opens, with the place that says so. */
function openedBy({ steps }: Procedure): readonly { readonly path: string; readonly opens: string }[] {
  return Object.entries(steps).flatMap(([name, { kind, config }]) => {
    const whistled = record(record(config)['whistle'])['opens'];
    const gathered = kind === 'gather' ? record(config)['opens'] : undefined;
    return [
      ...(whistled === undefined ? [] : [{ path: `steps.${name}.may.whistle.opens`, opens: text(whistled) }]),
      ...(gathered === undefined ? [] : [{ path: `steps.${name}.opens`, opens: text(gathered) }]),
    ];
  });
}

/** Characters that a whistle or a measure may say; they become the child's `text`. */
const longestCall = 2000;
const textHelp = `在表单里加 { name: text, title: 需要做什么, type: long-text, most: ${longestCall}, required: false }`;

function children(procedure: Procedure, context: CheckContext): Omit<Problem, 'file'>[] {
  const { charter, procedures } = context;
  return openedBy(procedure).flatMap(({ path, opens }) => {
    const child = procedures.get(opens);
    if (!charter.procedures.includes(opens) || child === undefined)
      return [
        {
          path,
          reason: `章程 ${charter.id} 里没有程序 ${opens}`,
          help: didYouMean(opens, charter.procedures),
        },
      ];
    const { form } = child.procedure.opens;
    const text = form.find((field) => field.name === 'text');
    const silent =
      text?.type === 'long-text' && text.most >= longestCall
        ? []
        : [{ path, reason: `程序 ${opens} 的表单装不下上级事项写来的要求`, help: textHelp }];
    // Whoever proposes answers the form; that it is the same is asked elsewhere.
    if (isProposed(child.procedure, [procedure])) return silent;
    const asking = form
      .filter((field) => field.required)
      .map((field) => ({
        path,
        reason: `程序 ${opens} 发起时必须填 ${field.name}（${field.title}），由上级事项发起时没有人填`,
        help: `在表单里写 required: false`,
      }));
    return [...silent, ...asking];
  });
}

const charterProcedures = ({ charter, procedures }: CheckContext): readonly Procedure[] =>
  charter.procedures.flatMap((id) => procedures.get(id)?.procedure ?? []);

/** Everything that keeps this procedure from running lawfully under the charter; empty when nothing does. */
export function checkProcedure(
  { file, procedure }: CheckedProcedure,
  context: CheckContext,
): readonly Problem[] {
  const strange = Object.entries(procedure.steps).filter(([, { kind }]) => kinds[kind] === undefined);
  if (strange.length > 0)
    return strange.map(([name, { kind }]) => ({
      file,
      path: `steps.${name}.kind`,
      reason: `没有 ${kind} 这种环节`,
      help: didYouMean(kind, Object.keys(kinds)),
    }));
  const isChild = [...context.procedures.values()].some((other) =>
    openedBy(other.procedure).some(({ opens }) => opens === procedure.id),
  );
  const all = charterProcedures(context);
  return [
    ...checkFlow(procedure),
    ...checkActors(procedure, context.charter, isChild, isChild && !isProposed(procedure, all)),
    ...children(procedure, context),
    ...checkAbout(procedure, context.charter),
    ...checkLaw(procedure, context.law, context.on),
    ...checkOffices(procedure, context.charter),
    ...checkPolls(procedure, context.charter, context.law, context.on, all),
    ...checkAllocations(procedure, all),
  ].map((fault) => ({ file, ...fault }));
}

/** The charter and all its procedures. */
export function checkGovernance(file: string, context: CheckContext): readonly Problem[] {
  const { charter, procedures, affairs, fieldwork } = context;
  const services = checkServiceItems(
    charter,
    affairs,
    [...procedures.values()].map(({ procedure }) => procedure),
  );
  const own = checkCharter(charter, affairs, new Set(procedures.keys()));
  const inspections =
    fieldwork === undefined ? [] : checkInspections(fieldwork, charter, affairs, procedures);
  return [
    ...[...own, ...services, ...inspections].map((fault) => ({ file, ...fault })),
    ...charter.procedures.flatMap((id) => {
      const procedure = procedures.get(id);
      return procedure === undefined ? [] : checkProcedure(procedure, context);
    }),
  ];
}
