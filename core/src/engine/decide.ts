import type { Json, JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { findAction } from './actions.ts';
import { holdersOf, stampFor } from './actors.ts';
import { readAnswers } from './fields.ts';
import { affairIn, isAbout, refTo } from './powers.ts';
import type { Refusal } from './refusal.ts';
import { Run, systemStamp } from './run.ts';
import type { ActorStamp, Command, Definition, Draft, Facts, Matter, OpenCommand } from './types.ts';

/** What the clocks alone have brought about by now; nothing when none is due. */
export function advance(definition: Definition, matter: Matter, facts: Facts): readonly Draft[] {
  const run = new Run(definition, facts, matter);
  run.advance();
  return run.drafts;
}

/**
 * Decides a command on an open matter. Clocks that passed before it speak first, so a late command meets
 * the stage that time has made, even if the server was down in between.
 */
export function decide(
  definition: Definition,
  matter: Matter,
  command: Command,
  facts: Facts,
): Result<readonly Draft[], Refusal> {
  const run = new Run(definition, facts, matter);
  run.advance();
  const { stage } = run.matter;
  const visit = stage.status === 'open' ? stage.visit : undefined;
  if (command.visit !== undefined && (command.visit.step !== visit?.step || command.visit.n !== visit.n))
    return err({ code: 'step-moved-on', about: visit?.step ?? stage.status });
  const found = findAction(definition, run.matter, command.type, facts);
  if (!found.ok) return found;
  const { offer, decide: decideAction } = found.value;
  if (offer.hindrance !== undefined) return err(offer.hindrance);
  const answers = readAnswers(offer.fields, command.input);
  if (!answers.ok) return answers;
  const decision = decideAction(answers.value);
  if (!decision.ok) return decision;
  run.fields = offer.fields;
  run.apply(decision.value, visit, offer.stamp);
  return ok(run.drafts);
}

/** Opens a matter: its first events, with the first stage entered. */
export function open(
  definition: Definition,
  command: OpenCommand,
  facts: Facts,
): Result<readonly Draft[], Refusal> {
  const { procedure, charter } = definition;
  const where = {
    placePath: command.placePath,
    opener: command.opener,
    ...(command.parent?.assignee !== undefined && { parentAssignee: command.parent.assignee }),
  };
  const stamp = openingStamp(definition, command, where, facts);
  if (stamp === undefined) return err({ code: 'cannot-open' });
  const answers = readAnswers(procedure.opens.form, command.input);
  if (!answers.ok) return answers;
  const affair = affairIn(facts.affairs, command.affair);
  if ((command.affair !== undefined && affair === undefined) || !isAbout(definition, affair))
    return err({ code: 'field-invalid', about: 'affair' });
  const unwelcome = Object.entries(affair?.service?.admits ?? {}).find(
    ([field, values]) => !values.some((value) => value === answers.value.plain[field]),
  );
  if (unwelcome !== undefined) return err({ code: 'not-offered', about: unwelcome[0] });
  if (procedure.grades.every((grade) => grade.value !== command.urgency))
    return err({ code: 'field-invalid', about: 'urgency' });
  const run = new Run(definition, facts);
  const data: JsonObject = {
    ...answers.value.plain,
    matter: command.id,
    community: command.community,
    procedure: procedure.id,
    procedureVersion: procedure.version,
    charter: charter.id,
    channel: command.channel,
    opener: command.opener,
    urgency: command.urgency,
    placePath: command.placePath as unknown as Json,
    ...(affair !== undefined && {
      affair: refTo(affair),
    }),
    ...(command.parent !== undefined && { parent: command.parent.matter }),
    ...(command.parent?.assignee !== undefined && { parentAssignee: command.parent.assignee }),
    ...(command.assignee !== undefined && { assignee: command.assignee }),
    ...(command.origin !== undefined && { origin: { ...command.origin } }),
  };
  run.fields = procedure.opens.form;
  run.emit({ type: 'opened', data, sealed: { ...command.aside, ...answers.value.sealed } }, stamp);
  run.enter(firstStep(definition, where, answers.value.plain, facts), stamp);
  return ok(run.drafts);
}

/** Where the choice leads; where nobody at this place would take it there, to the step that is written first. */
function firstStep(
  { procedure, charter }: Definition,
  where: Parameters<typeof holdersOf>[1],
  answers: JsonObject,
  { organs }: Facts,
): string {
  const { first, firstBy, steps } = procedure;
  const chosen = firstBy?.cases[String(answers[firstBy.field])] ?? first;
  const by = steps[chosen]?.by;
  return by === undefined || holdersOf(by, where, charter, organs).length > 0 ? chosen : first;
}

/** What waits for its parent's decision cannot begin without one. */
export const isOnlyChild = ({ steps }: Definition['procedure']): boolean =>
  Object.values(steps).some(({ kind }) => kind === 'wait');

/** A child matter is opened by the act that called for it; any other by whom the procedure names. */
function openingStamp(
  { procedure, charter }: Definition,
  command: OpenCommand,
  where: Parameters<typeof holdersOf>[1],
  facts: Facts,
): ActorStamp | undefined {
  if (facts.actor.kind === 'system') return systemStamp;
  if (command.parent !== undefined) return { handle: facts.actor.handle };
  if (isOnlyChild(procedure)) return undefined;
  const holders = holdersOf(procedure.opens.by, where, charter, facts.organs);
  // For somebody else one may only open from a seat, and the seat is on record.
  const own = command.opener === facts.actor.handle;
  return stampFor(facts.actor, own ? holders : holders.filter((holder) => 'organ' in holder));
}
