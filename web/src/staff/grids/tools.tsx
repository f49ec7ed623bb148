import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What may be done with the grids that are chosen. */
export function GridTools({
  count,
  busy,
  onSplit,
  onMerge,
  onMove,
  onExclusive,
}: {
  /** How many are chosen; none is told what to do. */
  count: number;
  busy: boolean;
  onSplit: (into: number) => void;
  onMerge: () => void;
  onMove: () => void;
  onExclusive: () => void;
}) {
  const { t } = useTranslation();
  const [into, setInto] = useState(2);
  if (count === 0) return <p className="panel-hint">{t('staff.grids.choose')}</p>;
  return (
    <div className="grid-buttons">
      {count === 1 ? (
        <>
          <label htmlFor="grids-into">{t('staff.grids.into')}</label>
          <InputNumber
            id="grids-into"
            min={2}
            max={30}
            value={into}
            onChange={(value) => setInto(value ?? 2)}
          />
          <Button type="primary" loading={busy} onClick={() => onSplit(into)}>
            {t('staff.grids.split')}
          </Button>
          <Button onClick={onMove}>{t('staff.grids.move')}</Button>
          <Button onClick={onExclusive}>{t('staff.grids.exclusive')}</Button>
        </>
      ) : (
        <Button type="primary" onClick={onMerge}>
          {t('staff.grids.merge')}
        </Button>
      )}
    </div>
  );
}
