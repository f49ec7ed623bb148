/** To the head of the home. */
export const relations = ['head', 'family', 'tenant', 'owner', 'away', 'other'] as const;
export type Relation = (typeof relations)[number];
