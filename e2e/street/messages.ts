/** What the test asks of the server process. */
export type ToServer = { readonly pass: number } | { readonly stop: true };

/** What it answers: the port when it listens, the instant after time has passed. */
export type FromServer = { readonly ready: number } | { readonly passed: number };

/** The street's only member of staff with a password. */
export const realStaff = { loginName: 'qinlan', name: '秦岚', password: 'turnip ladder 槐花 fog' } as const;

/** Works for the community already, with an account under this number, and is elected. */
export const elected = { name: '钱守成', phone: '13911002101' } as const;
