import { organId } from '../../basics/ids.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import { fieldsOnce, plainField, textField } from '../../engine/fields.ts';
import { type Answers, type Context, type Decision, defineKind } from '../../engine/kind.ts';
import { affairIn, mayHandle, refTo } from '../../engine/powers.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { AffairRef, Definition } from '../../engine/types.ts';

/** 派单: a person chooses the organ that handles the matter; place and affair may suggest one. */
export interface AssignConfig {
  readonly suggest?: readonly ('place' | 'affair')[];
}
type State = Record<string, never>;

function assign(context: Context<AssignConfig, State>, answers: Answers): Result<Decision, Refusal> {
  const { matter, definition, facts } = context;
  const { organ, affair, ...plain } = answers.plain;
  const chosen = facts.organs.find((each) => each.id === organ);
  if (chosen === undefined) return err({ code: 'unknown-organ', about: 'organ' });
  const known = affairIn(facts.affairs, affair);
  if (affair !== undefined && known === undefined) return err({ code: 'field-invalid', about: 'affair' });
  const named = known ?? matter.affair;
  const allowed = mayHandle(definition.charter, chosen, named);
  if (!allowed.ok) return allowed;
  const data = { ...plain, organ: chosen.id, ...(named !== undefined && { affair: refTo(named) }) };
  return ok({ events: [{ type: 'assigned', data, sealed: answers.sealed }], outcome: 'assigned' });
}

const rejectFields = [textField('reason', '不予受理的原因')];
const assignFields = fieldsOnce(({ procedure }: Definition) => [
  plainField('organ', '派给', 'organ'),
  plainField('affair', '事项类别', 'affair', { required: false }),
  plainField('urgency', '紧急程度', 'choice', { required: false, choices: procedure.grades }),
  textField('note', '派单说明', { required: false, audience: 'handlers' }),
]);

export const assignKind = defineKind<AssignConfig, State>({
  kind: 'assign',
  schema: {
    type: 'object',
    properties: { suggest: { type: 'array', items: { enum: ['place', 'affair'] }, uniqueItems: true } },
    additionalProperties: false,
  },
  outcomes: () => ['assigned'],
  optionalOutcomes: ['rejected'],
  powers: ['decide'],
  actions: [
    {
      name: 'assign',
      title: '派单',
      main: true,
      by: ({ step }) => step.by,
      fields: ({ definition }) => assignFields(definition),
      decide: assign,
    },
    {
      name: 'reject',
      title: '不予受理',
      by: ({ step }) => (step.then['rejected'] === undefined ? undefined : step.by),
      fields: () => rejectFields,
      decide: (_, { sealed }) => ok({ events: [{ type: 'rejected', sealed }], outcome: 'rejected' }),
    },
  ],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
  evolveMatter: (next, event) => {
    if (event.type !== 'assigned') return next;
    const { organ, urgency, affair } = event.data;
    const id = organId(String(organ));
    next.assignee = id;
    next.answerable ??= id;
    if (typeof urgency === 'string') next.urgency = urgency;
    if (affair !== undefined) next.affair = affair as unknown as AffairRef;
    return next;
  },
});
