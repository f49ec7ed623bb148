import type { EntryRow } from './fieldwork.ts';
import type { Queryable } from './write-record.ts';

export interface DayHome {
  readonly id: string;
  readonly grid_id: string;
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly number: string;
  readonly risk: string | null;
  readonly visited_at: number | null;
}

/** Every home of these grids, door by door. */
export async function homesOfGrids(
  client: Queryable,
  community: string,
  grids: readonly string[],
): Promise<readonly DayHome[]> {
  const { rows } = await client.query<DayHome>(
    `SELECT id, grid_id, compound, building, unit, number, risk, visited_at FROM home
     WHERE community_id = $1 AND grid_id = ANY($2::text[]) AND closed_on IS NULL
     ORDER BY compound, length(building), building, length(unit), unit, length(number), number`,
    [community, grids],
  );
  return rows;
}

export interface DayResident {
  readonly id: string;
  readonly home_id: string;
  readonly name_sealed: string;
  readonly phone_sealed: string | null;
  readonly born_year: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly relation: string;
}

/** Who lives in these grids now. */
export async function residentsOfGrids(
  client: Queryable,
  community: string,
  grids: readonly string[],
): Promise<readonly DayResident[]> {
  const { rows } = await client.query<DayResident>(
    `SELECT r.id, l.home_id, r.name_sealed, r.phone_sealed, r.born_year, r.sex, l.relation
     FROM home h
     JOIN residence l ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
     JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     WHERE h.community_id = $1 AND h.grid_id = ANY($2::text[]) AND r.erased_at IS NULL
     ORDER BY l.home_id, l.relation <> 'head', r.id`,
    [community, grids],
  );
  return rows;
}

export type DiaryRow = EntryRow & {
  readonly compound: string | null;
  readonly building: string | null;
  readonly unit: string | null;
  readonly number: string | null;
  readonly matters: readonly string[];
};

/** A worker's own entries of the days from `from` to `until`, both inside, as they were done; at most 2,000. */
export async function readOwnEntries(
  client: Queryable,
  community: string,
  person: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly DiaryRow[]> {
  const { rows } = await client.query<DiaryRow>(
    `SELECT e.*, h.compound, h.building, h.unit, h.number,
       ARRAY(SELECT m.matter_id FROM field_entry_matter m
         WHERE m.community_id = e.community_id AND m.entry_id = e.id ORDER BY m.matter_id) AS matters
     FROM field_entry e LEFT JOIN home h ON h.community_id = e.community_id AND h.id = e.home_id
     WHERE e.community_id = $1 AND e.person_id = $2::uuid AND e.day BETWEEN $3::date AND $4::date
     ORDER BY e.at, e.id LIMIT 2000`,
    [community, person, from, until],
  );
  return rows;
}

export interface CountedRow {
  readonly person_id: string;
  readonly round: string;
  readonly home_id: string | null;
  readonly met: boolean;
  readonly day: string;
}

/** What duties count of these workers. */
export async function readCounted(
  client: Queryable,
  community: string,
  people: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly CountedRow[]> {
  const { rows } = await client.query<CountedRow>(
    `SELECT DISTINCT person_id, round, home_id, met, day FROM field_entry
     WHERE community_id = $1 AND person_id = ANY($2::uuid[]) AND day BETWEEN $3::date AND $4::date`,
    [community, people, from, until],
  );
  return rows;
}
