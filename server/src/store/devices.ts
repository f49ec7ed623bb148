import type { Queryable } from './write-record.ts';

export interface DeviceRow {
  readonly id: string;
  readonly person_id: string;
  readonly title: string;
  readonly created_at: number;
  readonly seen_at: number;
  readonly wipe_asked_at: number | null;
  readonly wiped_at: number | null;
}

/** Writes a phone down, or only that it was seen; false when the id belongs to somebody else. */
export async function keepDevice(
  client: Queryable,
  device: { readonly id: string; readonly person: string; readonly title: string; readonly at: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO field_device (id, person_id, title, created_at, seen_at) VALUES ($1::uuid, $2::uuid, $3, $4, $4)
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at WHERE field_device.person_id = excluded.person_id`,
    [device.id, device.person, device.title, device.at],
  );
  return rowCount === 1;
}

/** Notes that a phone called; undefined when this person has no such phone. */
export async function seeDevice(
  client: Queryable,
  id: string,
  person: string,
  at: number,
): Promise<DeviceRow | undefined> {
  const { rows } = await client.query<DeviceRow>(
    'UPDATE field_device SET seen_at = $3 WHERE id = $1::uuid AND person_id = $2::uuid RETURNING *',
    [id, person, at],
  );
  return rows[0];
}

export async function readDevices(client: Queryable, person: string): Promise<readonly DeviceRow[]> {
  const { rows } = await client.query<DeviceRow>(
    'SELECT * FROM field_device WHERE person_id = $1::uuid ORDER BY seen_at DESC LIMIT 50',
    [person],
  );
  return rows;
}

/** Asks that a phone be erased when it next calls; false when this person has no such phone. */
export async function askWipe(client: Queryable, id: string, person: string, at: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE field_device SET wipe_asked_at = COALESCE(wipe_asked_at, $3) WHERE id = $1::uuid AND person_id = $2::uuid`,
    [id, person, at],
  );
  return rowCount === 1;
}

export async function noteWiped(client: Queryable, id: string, person: string, at: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE field_device SET wiped_at = $3, wipe_asked_at = COALESCE(wipe_asked_at, $3)
     WHERE id = $1::uuid AND person_id = $2::uuid`,
    [id, person, at],
  );
  return rowCount === 1;
}

export async function noteDayTaken(
  client: Queryable,
  community: string,
  taken: {
    readonly id: string;
    readonly device: string;
    readonly person: string;
    readonly grids: readonly string[];
    readonly homes: number;
    readonly residents: number;
    readonly at: number;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO field_day_taken (community_id, id, device_id, person_id, grids, homes, residents, at)
     VALUES ($1, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8)`,
    [community, taken.id, taken.device, taken.person, taken.grids, taken.homes, taken.residents, taken.at],
  );
}
