import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridLine, GridsBody } from '../../shared/api/bodies.ts';
import { StateTag } from '../../shared/ui/state-tag.tsx';
import { gridText } from './grid-words.ts';

export function SizeMark({ outside }: { outside: GridLine['outside'] }) {
  const { t } = useTranslation();
  return outside === undefined ? null : <StateTag tone="waiting">{t(`staff.grids.${outside}`)}</StateTag>;
}

function Line({
  line,
  body,
  chosen,
  onToggle,
}: {
  line: GridLine;
  body: GridsBody;
  chosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const title = gridText(body, line.id, t);
  const names = body.workers.filter(({ grids }) => grids.includes(line.id)).map(({ name }) => name);
  const { load } = line;
  return (
    <tr className={chosen ? 'row-here' : ''}>
      <th scope="row">
        {line.kind === 'general' ? (
          <b>{title}</b>
        ) : (
          <Checkbox checked={chosen} onChange={onToggle} aria-label={t('staff.grids.pick', { title })}>
            {title}
          </Checkbox>
        )}
        {line.kind !== 'undrawn' && <span className="row-quiet"> {t(`staff.grids.kind.${line.kind}`)}</span>}
      </th>
      <td data-name={t('staff.grids.households')}>
        {load.households} <SizeMark outside={line.outside} />
      </td>
      <td data-name={t('staff.grids.residents')}>{load.residents}</td>
      <td data-name={t('staff.grids.matters')}>{load.matters}</td>
      <td data-name={t('staff.grids.risk')}>{load.riskHomes}</td>
      <td data-name={t('staff.grids.work')}>{load.points}</td>
      <td data-name={t('staff.grids.worker')}>
        {names.length === 0 ? (
          <span className="row-quiet">{t('staff.grids.nobody')}</span>
        ) : (
          names.join(t('matter.comma'))
        )}
      </td>
    </tr>
  );
}

/** Every grid with what it holds; those that the charter would have otherwise are marked. */
export function GridTable({
  body,
  chosen,
  onToggle,
}: {
  body: GridsBody;
  chosen: readonly string[];
  onToggle: (grid: string) => void;
}) {
  const { t } = useTranslation();
  const lines = body.grids.filter(({ kind, load }) => kind !== 'undrawn' || load.buildings > 0);
  const names = ['grid', 'households', 'residents', 'matters', 'risk', 'work', 'worker'] as const;
  return (
    <table className="grid-table" aria-label={t('staff.grids.list')}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {t(`staff.grids.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            body={body}
            chosen={chosen.includes(line.id)}
            onToggle={() => onToggle(line.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
