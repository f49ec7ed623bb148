import type { JsonObject } from '../basics/json.ts';

/** Why a project was chosen or not, as a name of words and what they speak of. Amounts are whole units of money. */
export interface Reason {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Of a fraction only the whole units are told. */
function whole(amount: unknown): string {
  const [top = '0', bottom = '1'] = String(amount).split('/');
  return String(BigInt(top) / BigInt(bottom));
}

/** From what the record says of one project (`outcomeJson`). */
export function reasonOf({
  kind,
  cost,
  round,
  place,
  paying,
  paid,
  drained,
  left,
  have,
  by,
}: JsonObject): Reason {
  const lacks = (money: unknown): string => String(BigInt(String(cost)) - BigInt(whole(money)));
  switch (kind) {
    case 'shares':
      return {
        key: Number(drained) === 0 ? 'shares' : 'sharesDrained',
        values: { place: Number(round), paying: Number(paying), paid: whole(paid), drained: Number(drained) },
      };
    case 'points':
      return { key: 'points', values: { place: Number(place), left: String(left) } };
    case 'supporters-lack':
    case 'budget-lacks':
      return { key: kind, values: { have: whole(have), lacks: lacks(have) } };
    case 'blocked':
      return blockReason(by as JsonObject);
    default:
      return { key: 'nobody', values: {} };
  }
}

function blockReason(by: JsonObject): Reason {
  const { condition, kept, ...values } = by;
  const key = condition === 'areas' && kept === 'others' ? 'reserved' : String(condition);
  return { key, values: values as Reason['values'] };
}
