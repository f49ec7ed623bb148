import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { DayHome } from './read-fieldwork.ts';
import type { Queryable } from './write-record.ts';

export interface RiskChangeRow {
  readonly id: string;
  readonly home_id: string;
  readonly before: string;
  readonly after: string;
  readonly reason_sealed: string;
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly at: number;
}
export const riskReasonPlace = (id: string): SealedPlace => ({
  table: 'home_risk_change',
  row: id,
  column: 'reason_sealed',
});

export async function findHome(
  client: Queryable,
  community: string,
  id: string,
): Promise<DayHome | undefined> {
  const { rows } = await client.query<DayHome>(
    `SELECT id, grid_id, compound, building, unit, number, risk, visited_at FROM home
     WHERE community_id = $1 AND id = $2::uuid`,
    [community, id],
  );
  return rows[0];
}

/** Sets the risk of a home that is held, and keeps why. */
export async function writeRisk(
  client: Queryable,
  community: string,
  risk: string | null,
  change: RiskChangeRow,
): Promise<void> {
  await client.query('UPDATE home SET risk = $3 WHERE community_id = $1 AND id = $2::uuid', [
    community,
    change.home_id,
    risk,
  ]);
  await client.query(
    `INSERT INTO home_risk_change (community_id, id, home_id, before, after, reason_sealed, person_id, post, organ_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      community,
      change.id,
      change.home_id,
      change.before,
      change.after,
      change.reason_sealed,
      change.person_id,
      change.post,
      change.organ_id,
      change.at,
    ],
  );
}

/** The last 50, latest first. */
export async function readRiskChanges(
  client: Queryable,
  community: string,
  home: string,
): Promise<readonly RiskChangeRow[]> {
  const { rows } = await client.query<RiskChangeRow>(
    `SELECT * FROM home_risk_change WHERE community_id = $1 AND home_id = $2::uuid ORDER BY at DESC, id DESC LIMIT 50`,
    [community, home],
  );
  return rows;
}

export interface HomeEntryRow {
  readonly id: string;
  readonly round: string;
  readonly person_id: string;
  readonly met: boolean;
  readonly at: number;
  readonly plain: Readonly<Record<string, unknown>>;
}

/** Who was at the door, latest first; at most 50. */
export async function readHomeEntries(
  client: Queryable,
  community: string,
  home: string,
): Promise<readonly HomeEntryRow[]> {
  const { rows } = await client.query<HomeEntryRow>(
    `SELECT id, round, person_id, met, at, plain FROM field_entry
     WHERE community_id = $1 AND home_id = $2::uuid ORDER BY at DESC, id DESC LIMIT 50`,
    [community, home],
  );
  return rows;
}
