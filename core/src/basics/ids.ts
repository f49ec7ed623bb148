declare const brand: unique symbol;
/** A string or number that only code which checked it may call by this name. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type CommunityId = Brand<string, 'CommunityId'>;
export type MatterId = Brand<string, 'MatterId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type PlaceId = Brand<string, 'PlaceId'>;
export type OrganId = Brand<string, 'OrganId'>;
export type PersonId = Brand<string, 'PersonId'>;
/** A person inside one matter: a pseudonym that cannot be tied to another matter without the server's key. */
export type Handle = Brand<string, 'Handle'>;
/** Epoch milliseconds, UTC, an integer. */
export type Instant = Brand<number, 'Instant'>;
/** 'YYYY-MM-DD' in the civil calendar of the community (UTC+8). */
export type CivilDate = Brand<string, 'CivilDate'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuidPattern.test(text);

export const communityId = (text: string): CommunityId => text as CommunityId;
export const matterId = (text: string): MatterId => text as MatterId;
export const commandId = (text: string): CommandId => text as CommandId;
export const placeId = (text: string): PlaceId => text as PlaceId;
export const organId = (text: string): OrganId => text as OrganId;
export const personId = (text: string): PersonId => text as PersonId;
export const handle = (text: string): Handle => text as Handle;
export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;
export const civilDate = (text: string): CivilDate => text as CivilDate;
