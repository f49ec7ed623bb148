import type { Affair } from '@liren/core/catalogue/affair.ts';
import type { Definition, Field } from '@liren/core/engine/types.ts';
import type { Deps } from '../http/deps.ts';
import type { Community } from '../usecases/shell.ts';

export const procedureId = 'complaint';
export const postId = 'open311-client';
/** For reports whose kind nobody knows yet: a dispatcher finds the affair. */
export const otherCode = 'other';

export interface Service {
  /** Id of the affair, or `other`. */
  readonly code: string;
  readonly title: string;
  readonly affair: Affair | undefined;
}

export const serviceOf = (deps: Pick<Deps, 'library'>, code: string): Service | undefined => {
  if (code === otherCode) return { code, title: '其他事项', affair: undefined };
  const affair = deps.library.catalogue.affairs.get(code);
  return affair && { code, title: affair.title, affair };
};

export const allServices = (deps: Pick<Deps, 'library'>): readonly Service[] =>
  [...deps.library.catalogue.affairs.keys(), otherCode].flatMap((code) => serviceOf(deps, code) ?? []);

/** The complaint procedure as it reads now; the same for every community of one installation. */
export function findDefinition({ shell }: Pick<Deps, 'shell'>): Definition | undefined {
  const charter = shell.directory.communities[0]?.charter;
  return charter && shell.definitions.current(charter, procedureId, shell.now());
}

/** Fields that GeoReport asks for by its own names, or that cannot be sent through it. */
const spokenFor: ReadonlySet<Field['type']> = new Set([
  'location',
  'photos',
  'phone',
  'affair',
  'place',
  'organ',
  'organs',
  'matter',
  'matters',
  'figures',
]);

/** The remaining fields of the opening form, which become attributes of every service. */
export const attributeFields = (definition: Definition): readonly Field[] =>
  definition.procedure.opens.form.filter((field) => !spokenFor.has(field.type) && field.name !== 'text');

/** The communities that an answer is about: all, or those that the jurisdiction names. */
export function communitiesOf(
  { shell }: Pick<Deps, 'shell'>,
  jurisdiction: string | undefined,
): readonly Community[] | undefined {
  const { communities } = shell.directory;
  if (jurisdiction === undefined) return communities;
  const named = communities.filter((each) => each.id === jurisdiction || each.streetId === jurisdiction);
  return named.length === 0 ? undefined : named;
}
