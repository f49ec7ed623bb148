/** What is looked at to tell whether two residents of a community may be one person. */
export interface AlikeFacts {
  readonly name: string;
  readonly phone: string | undefined;
  readonly bornYear: number | undefined;
  readonly hasIdentity: boolean;
  /** Every home where they live or lived. */
  readonly homes: readonly { readonly home: string; readonly building: string }[];
}

/**
 * Why two may be one person: the same telephone; the same year of birth, or only one identity number between them, and the
 * same home or at least the same building.
 */
export const likenesses = ['phone', 'born-home', 'born-building', 'home', 'building'] as const;
export type Likeness = (typeof likenesses)[number];

/** Empty where they are not alike. Whoever bears another name is another person. */
export function likenessOf(one: AlikeFacts, other: AlikeFacts): readonly Likeness[] {
  if (one.name !== other.name) return [];
  const shares = (part: 'home' | 'building'): boolean =>
    one.homes.some((mine) => other.homes.some((theirs) => mine[part] === theirs[part]));
  const place = shares('home') ? 'home' : shares('building') ? 'building' : undefined;
  const found: Likeness[] = one.phone !== undefined && one.phone === other.phone ? ['phone'] : [];
  if (place === undefined) return found;
  // Two identity numbers tell two people apart, unless one was copied wrongly: then the year is most likely right.
  if (one.hasIdentity && other.hasIdentity)
    return one.bornYear === other.bornYear ? [...found, `born-${place}`] : found;
  return [...found, place];
}
