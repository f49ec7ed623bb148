/** What may stand in an event: plain JSON, nothing that loses information when written down. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
