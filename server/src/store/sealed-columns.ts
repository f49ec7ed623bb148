import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import { sealedPlace } from '../usecases/seal.ts';
import { wordsPlace } from './discussions/statements.ts';

type KeyType = 'text' | 'uuid' | 'integer' | 'boolean';

/** One column whose values a sealer wrote. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The primary key, in its order. */
  readonly key: readonly (readonly [name: string, type: KeyType])[];
  readonly placeOf: (key: readonly string[]) => SealedPlace;
}

const own = ['id', 'uuid'] as const;
const community = ['community_id', 'text'] as const;

/** The usual manner: a row is named by its own id, and the place tells table, id and column. */
const usual = (
  table: string,
  columns: readonly string[],
  key: SealedColumn['key'] = [community, own],
): readonly SealedColumn[] =>
  columns.map((column) => ({
    table,
    column,
    key,
    placeOf: (values) => ({ table, row: values.at(-1) ?? '', column }),
  }));

/** Every sealed column there is. What is missing here would keep an old key in use for ever; a test looks for it. */
export const sealedColumns: readonly SealedColumn[] = [
  ...usual('person', ['name_sealed', 'phone_sealed'], [own]),
  ...usual('passkey', ['name_sealed'], [own]),
  {
    table: 'sealed',
    column: 'body',
    key: [community, ['matter_id', 'uuid'], ['seq', 'integer'], ['name', 'text']],
    placeOf: ([_, matter = '', seq = '', name = '']) => sealedPlace(matter, Number(seq), name),
  },
  ...usual('look', ['reason']),
  ...usual('resident', ['name_sealed', 'identity_sealed', 'phone_sealed']),
  ...usual('registry_change', ['former_sealed', 'reason_sealed']),
  ...usual('registry_look', ['reason_sealed']),
  ...usual('resident_group', ['entry_sealed']),
  ...usual('resident_merge', ['reason_sealed', 'undo_reason_sealed']),
  ...usual('resident_distinct', ['reason_sealed']),
  ...usual('registry_request', ['value_sealed', 'answer_sealed']),
  ...usual('registry_export', ['purpose_sealed', 'answer_sealed']),
  ...usual('retention_hold', ['reason_sealed'], [community, ['matter_id', 'uuid']]),
  ...usual('field_entry', ['words_sealed']),
  ...usual('home_owner', ['name_sealed', 'number_sealed']),
  ...usual('poll', ['private_key_sealed']),
  ...usual('roll_entry', ['label_sealed'], [community, ['poll_id', 'uuid'], own]),
  ...usual('authority', ['holder_sealed'], [community, ['poll_id', 'uuid'], ['entry_id', 'uuid']]),
  ...(['words_sealed', 'appeal_sealed'] as const).map(
    (column): SealedColumn => ({
      table: 'statement',
      column,
      key: [community, ['discussion_id', 'uuid'], ['n', 'integer']],
      placeOf: ([_, discussion = '', n = '']) => wordsPlace(discussion, Number(n), column),
    }),
  ),
  ...usual('attendance_undone', ['reason_sealed']),
  ...usual('home_risk_change', ['reason_sealed']),
  ...usual('duty_reason', ['words_sealed', 'answer_sealed']),
  ...usual('organisation', ['contact_sealed', 'phone_sealed']),
  ...usual('organisation_change', ['former_sealed']),
  ...usual('organisation_look', ['reason_sealed']),
  ...usual('installation', ['roots_sealed'], [['only_row', 'boolean']]),
];
