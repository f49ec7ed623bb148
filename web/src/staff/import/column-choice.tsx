import { AutoComplete, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Mapping, type TicketField, ticketFields } from './columns.ts';

/** Which column is what: chosen from those that the file has, or written where the file could not be looked into. */
export function ColumnChoice({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation();
  const set = (field: TicketField, column: string | null | undefined) => {
    const { [field]: _, ...rest } = mapping;
    onChange(column === null || column === undefined || column === '' ? rest : { ...rest, [field]: column });
  };
  const options = columns.map((column) => ({ value: column, label: column }));
  return (
    <div className="import-columns">
      {ticketFields.map((field) => (
        <div key={field} className="intake-row">
          <label htmlFor={`column-${field}`}>{t(`staff.import.field.${field}`)}</label>
          {columns.length > 0 ? (
            <Select
              id={`column-${field}`}
              allowClear
              value={mapping[field] ?? null}
              placeholder={t('staff.import.noColumn')}
              options={options}
              onChange={(column: string | null) => set(field, column)}
            />
          ) : (
            <AutoComplete
              id={`column-${field}`}
              value={mapping[field] ?? ''}
              onChange={(column: string) => set(field, column)}
            />
          )}
        </div>
      ))}
    </div>
  );
}
