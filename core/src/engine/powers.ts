import { err, ok, type Result } from '../basics/result.ts';
import type { Refusal } from './refusal.ts';
import type { AffairRef, Charter, Definition, Organ, Verb } from './types.ts';

/** Whether the name by which a power speaks of affairs reaches this one. */
export const covers = (selector: string, affair: AffairRef | undefined): boolean =>
  selector === 'all' ||
  (affair !== undefined && [affair.id, affair.class, affair.group, affair.handler].includes(selector));

/** The affair of this id; a name that every object has, such as `constructor`, is none. */
export const affairIn = <A>(affairs: Readonly<Record<string, A>>, id: unknown): A | undefined =>
  typeof id === 'string' && Object.hasOwn(affairs, id) ? affairs[id] : undefined;

/** An affair as it stands in a record: without the catalogue's words, as plain JSON. */
export const refTo = ({ id, class: affairClass, group, handler, limit }: AffairRef) => ({
  id,
  class: affairClass,
  group,
  handler,
  ...(limit !== undefined && { limit: { ...limit } }),
});

/** Whether a matter of this procedure may be about the affair: service items are for those that say so, and only theirs. */
export const isAbout = (
  { procedure, charter }: Definition,
  affair: { readonly service?: { readonly catalogue: string } } | undefined,
): boolean =>
  procedure.opens.about === undefined
    ? affair?.service === undefined
    : affair?.service !== undefined && affair.service.catalogue === charter.serviceItems;

/** Whether the charter gives this kind of organ the verb on the affair. */
export const holdsPower = (
  charter: Charter,
  organKind: string,
  verb: Verb,
  affair: AffairRef | undefined,
): boolean =>
  charter.powers.some(
    (power) =>
      power.organ === organKind && power.may.includes(verb) && power.on.some((each) => covers(each, affair)),
  );

/** Whether the organ may be given the affair to handle: it holds `execute`, and no separation forbids it. */
export function mayHandle(
  charter: Charter,
  organ: Organ,
  affair: AffairRef | undefined,
): Result<undefined, Refusal> {
  const kept = charter.separations.some(
    (each) => 'affairs' in each && each.neverAssignedTo === organ.kind && covers(each.affairs, affair),
  );
  if (kept) return err({ code: 'separated', about: organ.id });
  return holdsPower(charter, organ.kind, 'execute', affair)
    ? ok(undefined)
    : err({ code: 'lacks-power', about: organ.id });
}

/**
 * Organs to propose for a matter, best first: those that serve the place and hold `execute` on the affair;
 * an organ with the narrower area, then the narrower power, stands first.
 */
export function suggestOrgans(
  charter: Charter,
  organs: readonly Organ[],
  placePath: readonly { readonly id: string }[],
  affair: AffairRef | undefined,
): readonly Organ[] {
  const depth = (organ: Organ): number => placePath.findIndex((place) => place.id === organ.area);
  const breadth = (organ: Organ): number =>
    charter.powers
      .filter((power) => power.organ === organ.kind && power.may.includes('execute'))
      .reduce((sum, power) => sum + (power.on.includes('all') ? 1000 : power.on.length), 0);
  return organs
    .filter((organ) => depth(organ) >= 0 && mayHandle(charter, organ, affair).ok)
    .sort((a, b) => breadth(a) - breadth(b) || depth(b) - depth(a) || (a.id < b.id ? -1 : 1));
}
