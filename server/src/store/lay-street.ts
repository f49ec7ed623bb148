import type { Level } from '@liren/core/engine/types.ts';
import { touchDirectory } from './directory.ts';
import type { Geometry } from './geometry.ts';
import type { Queryable } from './write-record.ts';

/** Places, communities and organs of one street, parents before children. */
export interface StreetPlan {
  readonly charter: string;
  /** Id of the street's own place. */
  readonly street: string;
  readonly places: readonly {
    readonly id: string;
    readonly parent?: string | undefined;
    readonly level: Level;
    readonly title: string;
    readonly shape?: Geometry | undefined;
    /** Official division code, twelve digits. */
    readonly code?: string | undefined;
  }[];
  readonly communities: readonly { readonly id: string; readonly title: string; readonly place: string }[];
  readonly organs: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly area: string;
  }[];
}

/** Writes the plan; what stands already takes the plan's titles and shapes, and nothing is removed. */
export async function layStreet(client: Queryable, plan: StreetPlan): Promise<void> {
  const insert = (text: string, rows: readonly object[], ...more: readonly string[]) =>
    client.query(text, [JSON.stringify(rows), ...more]);
  await insert(
    `INSERT INTO place (id, parent_id, level, title, shape, code)
     SELECT id, parent, level, title, shape, code FROM jsonb_to_recordset($1::jsonb)
       AS r(id text, parent text, level text, title text, shape jsonb, code text)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, shape = excluded.shape,
       code = coalesce(excluded.code, place.code)`,
    plan.places,
  );
  await insert(
    `INSERT INTO community (id, title, place_id, street_id, charter)
     SELECT id, title, place, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS r(id text, title text, place text)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title`,
    plan.communities,
    plan.street,
    plan.charter,
  );
  await insert(
    `INSERT INTO organ (id, kind, title, area_id) SELECT id, kind, title, area FROM jsonb_to_recordset($1::jsonb)
       AS r(id text, kind text, title text, area text)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title`,
    plan.organs,
  );
  await touchDirectory(client);
}
