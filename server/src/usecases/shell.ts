import type { Instant } from '@liren/core/basics/ids.ts';
import type { Json } from '@liren/core/basics/json.ts';
import type { Calendar } from '@liren/core/calendar/calendar.ts';
import type { Affairs, Charter, Definition, Organ, Place } from '@liren/core/engine/types.ts';
import type { GridKind } from '@liren/core/grids/types.ts';
import type pg from 'pg';
import type { BlindIndex } from '../adapters/crypto/blind-index.ts';
import type { Sealer } from '../adapters/crypto/sealer.ts';

/** A community, the street it belongs to, and the charter that both live under. */
export interface Community {
  readonly id: string;
  readonly title: string;
  readonly placeId: string;
  readonly streetId: string;
  readonly charter: Charter;
}
/** Places, communities and organs, held in memory and reloaded when they change. */
export interface Directory {
  readonly communities: readonly Community[];
  findCommunity(id: string): Community | undefined;
  /** The community that a place belongs to; a street's own when no community is known. */
  findCommunityOf(placeId: string): Community | undefined;
  findPlace(id: string): (Place & { readonly parentId?: string; readonly gridKind?: GridKind }) | undefined;
  /** From the district down to the place itself. */
  pathTo(placeId: string): readonly Place[];
  findOrgan(id: string): Organ | undefined;
  /** The organs that may have to do with matters of this community's street. */
  organsAround(communityId: string): readonly Organ[];
  /** The smallest drawn place that holds the point (WGS-84). */
  findPlaceAt(lat: number, long: number): string | undefined;
}
/** What charters, law and catalogue say, by version and by day. */
export interface Definitions {
  /** The definition that a matter opened at this instant begins under. */
  current(charter: Charter, procedure: string, at: Instant): Definition | undefined;
  /** The definition that a matter began under. */
  at(charterId: string, procedure: string, version: string): Definition;
  readonly affairs: Affairs;
}
/** All that use cases need of the world; time is a function so that tests own it. */
export interface Shell {
  readonly pool: pg.Pool;
  readonly now: () => Instant;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly definitions: Definitions;
  readonly sealer: Sealer;
  /** Finds people by what they are searched by; it never tells what that was. */
  readonly blindIndex: BlindIndex;
  /** Key of per-matter pseudonyms. */
  readonly handleKey: Uint8Array;
  /** Segments text for the search index. */
  readonly segment: (text: string) => string;
  /** The table of a month's three rates for the street of this community. */
  readonly figuresOf: (community: string, month: string) => Promise<Json>;
  /** Told after each commit: which matter moved, and whom it concerns. */
  readonly moved: (change: Moved) => void;
}
export interface Moved {
  readonly community: string;
  readonly matter: string;
  readonly version: number;
  readonly audiences: readonly string[];
}
