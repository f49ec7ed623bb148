import { useTranslation } from 'react-i18next';
import { Choice } from '../../shared/ui/field.tsx';
import type { DayGrid } from '../book/day.ts';

/** Which of one's grids; not asked where there is one. */
export function GridChoice({
  grids,
  value,
  onChange,
}: {
  grids: readonly DayGrid[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (grids.length < 2) return null;
  return (
    <Choice
      row
      label={t('grid.round.where')}
      options={grids.map(({ id, title }) => ({ value: id, title }))}
      value={value}
      onChange={onChange}
    />
  );
}
