import { unwrap } from '@liren/core/basics/result.ts';
import type { Charter } from '@liren/core/engine/types.ts';
import type { Pool } from 'pg';
import { loadLibrary } from '../../server/src/adapters/charters/library.ts';
import {
  homeCount,
  identityOf,
  nameOf,
  phoneOf,
  startCharterStreet,
} from '../../server/src/testing/charter-street.ts';
import type { Served, StreetOptions } from '../../server/src/testing/street.ts';
import { chartersFolder } from '../../server/src/wiring.ts';
import type { Households } from './households.ts';

export const library = unwrap(loadLibrary(chartersFolder));

function getCharter(id: string): Charter {
  const charter = library.charters.get(id)?.charter;
  if (charter === undefined) throw new Error(`no charter ${id}`);
  return charter;
}

/** A street under this charter. */
export function raiseCharter(pool: Pool, id: string, options: StreetOptions): Promise<Served> {
  const charter = getCharter(id);
  const rollPosts = Object.values(library.rolls).flatMap(({ posts = [] }) => posts);
  return startCharterStreet(
    pool,
    charter,
    rollPosts.filter((post) => charter.posts[post] !== undefined),
    options,
  );
}

/** Those who live on a charter's street. */
export const charterHomes: Households = {
  names: Array.from({ length: homeCount }, (_, n) => nameOf(n)),
  identityOf,
  phoneOf,
};
