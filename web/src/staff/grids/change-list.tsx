import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridChange } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { StateTag, type Tone } from '../../shared/ui/state-tag.tsx';

const tones: Record<GridChange['state'], Tone> = {
  waiting: 'waiting',
  done: 'done',
  withdrawn: 'plain',
  stuck: 'late',
};

/** Every change that was decided; what waits for its day may be taken back. */
export function ChangeList({
  changes,
  busy,
  onWithdraw,
}: {
  changes: readonly GridChange[];
  busy: boolean;
  onWithdraw: (id: string) => void;
}) {
  const { t } = useTranslation();
  const now = useNow();
  if (changes.length === 0) return <p className="panel-hint">{t('staff.grids.noChanges')}</p>;
  const comma = t('matter.comma');
  return (
    <ul className="panel-list">
      {changes.map(({ id, from, state, opens, closes, moves, by, organ, post, reason }) => (
        <li key={id}>
          <div className="grid-change">
            <b>
              {t('staff.grids.changeFrom', { from: dayText(Date.parse(`${from}T00:00:00+08:00`), now, t) })}
            </b>
            <StateTag tone={tones[state]}>{t(`staff.grids.state.${state}`)}</StateTag>
            {(state === 'waiting' || state === 'stuck') && (
              <Button size="small" loading={busy} onClick={() => onWithdraw(id)}>
                {t('staff.grids.withdraw')}
              </Button>
            )}
          </div>
          {[
            ...(opens.length > 0
              ? [t('staff.grids.opened', { list: opens.map(({ title }) => title).join(comma) })]
              : []),
            ...(closes.length > 0
              ? [t('staff.grids.closed', { list: closes.map(({ title }) => titled(title)).join(comma) })]
              : []),
            ...(moves.length > 0 ? [t('staff.grids.moved', { count: moves.length })] : []),
          ].join(' · ')}
          <span>{t('staff.grids.decidedBy', { who: `${titled(organ)} ${titled(post)} ${by}`, reason })}</span>
          {state === 'stuck' && <span>{t('staff.grids.stuckTeach')}</span>}
        </li>
      ))}
    </ul>
  );
}
