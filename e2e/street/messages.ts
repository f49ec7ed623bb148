/** What the test asks of the server process. */
export type ToServer = { readonly pass: number } | { readonly stop: true };

/** What it answers: the port when it listens, the instant after time has passed. */
export type FromServer = { readonly ready: number } | { readonly passed: number };
