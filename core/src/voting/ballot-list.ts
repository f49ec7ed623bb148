import { err, ok, type Result } from '../basics/result.ts';
import type { Procedure } from '../engine/types.ts';
import { jsonObject, list, object, text, whole } from '../record/shape.ts';
import type { RecountFault } from './recount-fault.ts';
import type { Ballot } from './types.ts';

/** The counted ballots of one vote or meeting, as anybody may keep them and count them again. */
export interface BallotList {
  readonly poll: { readonly matter: string; readonly step: string; readonly n: number };
  /** The version that the matter ran under; its hash stands in the matter's first event. */
  readonly procedure: Procedure;
  readonly ballots: readonly {
    readonly code: string;
    readonly choice: readonly string[];
    readonly heads: number;
    /** In square centimetres. */
    readonly area: number;
  }[];
}

const mostBallots = 1_000_000;
const name = text(200);
const shape = object({
  poll: object({ matter: name, step: name, n: whole(1) }),
  procedure: jsonObject,
  ballots: list(
    object({ code: name, choice: list(name, 500), heads: whole(0, 1_000_000), area: whole(0, 1e13) }),
    mostBallots,
  ),
});

/** Shape only: nothing is known yet of what stands on the ballots. */
export function readBallotList(value: unknown): Result<BallotList, RecountFault> {
  const where = shape(value, '');
  return where === undefined ? ok(value as BallotList) : err({ code: 'malformed', where });
}

export const ballotsIn = ({ ballots }: BallotList): readonly Ballot[] =>
  ballots.map(({ code, choice, heads, area }) => ({ code, choice, weight: { heads, area } }));
