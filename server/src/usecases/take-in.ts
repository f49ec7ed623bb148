import type { PersonId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { PeopleDeps } from '../signin/people.ts';
import type { Asker } from './actor.ts';
import { getCaller } from './caller.ts';
import type { LineDeps } from './lines.ts';
import { type Located, locate, usualCommunity } from './locate.ts';
import { openMatter } from './open-matter.ts';
import { mayUse } from './scope.ts';

export interface Intake {
  readonly commandId: string;
  readonly procedure: string;
  readonly community?: string | undefined;
  readonly place?: string | undefined;
  readonly affair?: string | undefined;
  readonly urgency: string;
  readonly channel: string;
  readonly caller?: { readonly phone?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly input: JsonObject;
}
export interface TakenIn {
  readonly community: string;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly repeated: boolean;
}
type Deps = LineDeps & { readonly people: PeopleDeps };

/** The community and smallest place that a report belongs to, by what it says of its place. */
function whereIs({ directory }: Deps, { community, place, input }: Intake): Located | undefined {
  const location = input['location'];
  const said = typeof location === 'object' && location !== null && !Array.isArray(location) ? location : {};
  const { lat, long, address } = said as { lat?: unknown; long?: unknown; address?: unknown };
  const point = typeof lat === 'number' && typeof long === 'number' ? { lat, long } : {};
  const named = community === undefined ? undefined : directory.findCommunity(community);
  // A community that somebody chose speaks before a name that happens to stand in the address.
  const written = named === undefined && typeof address === 'string' ? { address } : {};
  const found = locate(directory, directory.communities, {
    ...point,
    ...written,
    ...(place !== undefined && { place }),
  });
  const isUsual = typeof found === 'string' || usualCommunity(directory.communities)?.id === found.community;
  if (named !== undefined && place === undefined && isUsual)
    return { community: named.id, place: named.placeId };
  return typeof found === 'string' ? undefined : found;
}

/**
 * Who walks a grid reports from that grid: where the report names only a wider place, such as the community, the
 * area of the asker's own seat inside it is meant.
 */
function ownGround({ directory }: Deps, asker: Asker, { place, input }: Intake, located: Located): Located {
  if (asker.kind !== 'person' || place !== undefined || hasPoint(input)) return located;
  const areas = asker.posts
    .filter((post) => mayUse(directory, { ...asker, posts: [post] }, 'intake'))
    .flatMap((post) => directory.findOrgan(post.organ)?.area ?? []);
  if (areas.some((area) => directory.pathTo(located.place).some(({ id }) => id === area))) return located;
  const inside = areas.find((area) => directory.pathTo(area).some(({ id }) => id === located.place));
  const community = inside === undefined ? undefined : directory.findCommunityOf(inside);
  return inside === undefined || community === undefined
    ? located
    : { community: community.id, place: inside };
}

const hasPoint = ({ location }: JsonObject): boolean =>
  typeof location === 'object' && location !== null && !Array.isArray(location) && 'lat' in location;

/** Takes a report in through any of our own doors: finds its community, and the person it is taken in for. */
export async function takeIn(
  deps: Deps,
  asker: Asker,
  intake: Intake,
): Promise<Result<TakenIn, Refusal | 'not-allowed'>> {
  // Only who takes in for others may say that it came by telephone or at the window.
  if (intake.channel !== 'web' && !mayUse(deps.directory, asker, 'intake')) return err('not-allowed');
  const where = whereIs(deps, intake);
  if (where === undefined) return err({ code: 'field-invalid', about: 'place' });
  const caller = await callerOf(deps, asker, intake);
  if (!caller.ok) return caller;
  const { shell } = deps;
  const { affair, channel, commandId, procedure, urgency } = intake;
  const phone = caller.value?.phone;
  const opened = await openMatter(shell, asker, {
    commandId,
    procedure,
    urgency,
    channel,
    ...ownGround(deps, asker, intake, where),
    ...(affair !== undefined && { affair }),
    ...(caller.value !== undefined && { onBehalfOf: { person: caller.value.person } }),
    input: { ...intake.input, ...(phone !== undefined && { phone }) },
  });
  if (!opened.ok) return opened;
  const { matter: id, ...rest } = opened.value;
  return ok({ id, ...rest });
}

/** Only who may take in for others names a caller; a number makes the caller known, so that earlier matters are found. */
async function callerOf(
  deps: Deps,
  asker: Asker,
  { caller }: Intake,
): Promise<Result<{ person: PersonId | undefined; phone?: string } | undefined, Refusal | 'not-allowed'>> {
  if (caller === undefined) return ok(undefined);
  if (!mayUse(deps.directory, asker, 'intake')) return err('not-allowed');
  if (caller.phone === undefined || caller.phone.trim() === '') return ok({ person: undefined });
  return getCaller(deps, { phone: caller.phone, name: caller.name });
}
