import { findFraction } from '../law/fraction.ts';
import { denominators } from '../law/law.ts';
import {
  flag,
  hash,
  having,
  json,
  jsonObject,
  list,
  map,
  object,
  oneOf,
  type Shape,
  text,
  whole,
} from '../record/shape.ts';
import type { Option } from './facts.ts';
import { findMeasure, type LegResult } from './legs.ts';
import type { VoteRule } from './outcome.ts';
import type { Bases, Question, Sum, Tally } from './types.ts';

/*
 * What a recount reads of a record and of a procedure that somebody else may have written. Only the members that it uses;
 * whatever stands beside them is left alone.
 */

const name = text(200);
const mostOptions = 500;
const heads = whole(0, 1_000_000_000);
const area = whole(0, 1e14);
const sum = having({ heads, area });
const options = list(having({ id: name, title: text(200) }), mostOptions);

const share: Shape = (value, pointer) =>
  typeof value === 'string' && findFraction(value) !== undefined ? undefined : pointer;
const measured = oneOf(...denominators.filter((of) => findMeasure(of) !== undefined));
const legs = list(object({ op: oneOf('>', '>='), share, of: measured }), 20);
const question = having(
  { kind: oneOf('approve', 'sign-on', 'choose', 'elect') },
  { seats: whole(1, mostOptions), least: whole(0, mostOptions), runOff: flag },
);
export const ruleOfVote = having(
  { question, ballot: oneOf('named', 'secret'), attends: legs, passes: legs },
  { silent: jsonObject },
);
export const ruleOfMeeting = having(
  { attends: legs },
  { passes: legs, ballot: oneOf('hands', 'named', 'secret') },
);
/** What both have in common, after their shape is known. */
export interface Rule extends Partial<VoteRule> {
  readonly question?: Question;
  readonly ballot?: 'hands' | 'named' | 'secret';
  readonly silent?: unknown;
}

/** By type of event: what it must hold to be read. */
export const eventShapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    'step-entered': having({ kind: name, n: whole(1) }),
    'step-left': having({ outcome: name }),
    'roll-frozen': having({ roll: sum }),
    'roll-corrected': having({ roll: sum }),
    nominated: having({ id: name, name: text(200) }),
    'vote-announced': having({ opensAt: whole(0), closesAt: whole(0), options }),
    convened: having({ roll: sum }),
    'not-quorate': having({ roll: sum, present: sum, turnout: json }),
    'meeting-begun': having({ roll: sum, present: sum, turnout: json }),
  }),
);

const decided = {
  outcome: oneOf('passed', 'failed', 'elected', 'run-off'),
  held: flag,
};
const chosen = { elected: options, runOff: options };
export const heldShape = having(decided, chosen);
export const countedShape = having(
  {
    ...decided,
    tally: object({ cast: sum, options: map(sum, mostOptions), invalid: sum }),
    bases: object({ whole: sum, present: sum, cast: sum }),
    turnout: json,
    consent: json,
  },
  { ...chosen, ballots: whole(0), digest: hash, silent: sum, for: heads, against: heads, abstain: heads },
);

/** A count as the record tells it, after its shape is known. */
export interface Counted {
  readonly outcome: string;
  readonly held: boolean;
  readonly elected?: readonly Option[];
  readonly runOff?: readonly Option[];
  readonly tally: Tally;
  readonly bases: Bases;
  readonly turnout: readonly LegResult[];
  readonly consent: readonly LegResult[];
  readonly ballots?: number;
  readonly digest?: string;
  readonly silent?: Sum;
  readonly for?: number;
  readonly against?: number;
  readonly abstain?: number;
}
export const stateOfElection = having({ seats: whole(1, mostOptions), candidates: options });
