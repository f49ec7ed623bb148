import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BuildingLine, BuildingsBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText, noonOf, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { BuildingForm } from './building-form.tsx';

export const buildingPath = (community: string, { compound, building }: BuildingLine): string =>
  `/registry/buildings?${new URLSearchParams({ community, compound, building })}`;

/** Since when or until when it stands, where somebody has said so. */
function standingText({ openedOn, closedOn, handedTo }: BuildingLine, now: number, t: Say): string {
  const day = (on: string) => dayText(noonOf(on), now, t);
  if (closedOn !== undefined && handedTo !== undefined)
    return t('staff.buildings.handedOver', { day: day(closedOn), community: titled(handedTo) });
  if (closedOn !== undefined) return t('staff.buildings.tornDown', { day: day(closedOn) });
  return openedOn === undefined ? '' : t('staff.buildings.since', { day: day(openedOn) });
}

function Row({ community, line }: { community: string; line: BuildingLine }) {
  const { t } = useTranslation();
  const now = useNow();
  const isGone = line.closedOn !== undefined;
  const name = t('staff.buildings.house', line);
  return (
    <tr className={isGone ? 'row-quiet' : undefined}>
      <th scope="row">
        {isGone ? name : <Link to={buildingPath(community, line)}>{name}</Link>}
        <div className="row-quiet">{standingText(line, now, t)}</div>
      </th>
      <td>{isGone ? '' : t('staff.buildings.homes', { count: line.homes })}</td>
      <td>{isGone ? '' : t('staff.buildings.people', { count: line.residents })}</td>
      <td>{line.grids.map(({ title }) => titled(title)).join(t('matter.comma'))}</td>
    </tr>
  );
}

/** One compound: its buildings one below the other, its other names, and how it may be called otherwise. */
export function CompoundPart({
  community,
  compound,
  body,
}: {
  community: string;
  compound: string;
  body: BuildingsBody;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const also = body.names.filter(({ level, means }) => level === 'compound' && means === compound);
  return (
    <section className="grid-part">
      <h2>{compound === '' ? t('staff.buildings.nameless') : compound}</h2>
      {also.length > 0 && (
        <p className="panel-hint">
          {t('staff.buildings.also', {
            names: also
              .map(({ said }) => (said === '' ? t('staff.buildings.leftOut') : said))
              .join(t('matter.comma')),
          })}
        </p>
      )}
      {compound === '' && <p className="panel-hint">{t('staff.buildings.namelessHint')}</p>}
      <table className="grid-table building-table">
        <thead>
          <tr>
            {(['building', 'home', 'resident', 'grid'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`staff.buildings.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.buildings
            .filter((line) => line.compound === compound)
            .map((line) => (
              <Row key={line.building} community={community} line={line} />
            ))}
        </tbody>
      </table>
      {body.mayChange && !isOpen && (
        <Button onClick={() => setOpen(true)}>{t('staff.buildings.renameCompound')}</Button>
      )}
      {isOpen && (
        <BuildingForm
          community={community}
          kind="renamed"
          titles={[
            { name: 'to', label: t('staff.buildings.compoundTo'), hint: t('staff.buildings.compoundToHint') },
          ]}
          wishOf={({ to = '' }) => ({ kind: 'renamed', from: { compound }, to })}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  );
}
