import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { byUrgency, type DayHome, isFound } from '../book/day.ts';
import { useDay } from '../book/use-book.ts';
import { HomeRows } from '../parts/home-rows.tsx';

const inOrder = new Intl.Collator('zh-CN', { numeric: true });

/** What a home's building is called: its address up to the house. */
const buildingOf = ({ address }: DayHome): string => /^.*号楼/.exec(address)?.[0] ?? address;

function groupsOf(homes: readonly DayHome[]): readonly (readonly [string, readonly DayHome[]])[] {
  const groups = new Map<string, DayHome[]>();
  for (const home of homes) groups.set(buildingOf(home), [...(groups.get(buildingOf(home)) ?? []), home]);
  return [...groups]
    .map(([name, inside]) => [name, inside.sort((a, b) => inOrder.compare(a.address, b.address))] as const)
    .sort(([a], [b]) => inOrder.compare(a, b));
}

/** Doors of the worker's grids by building; words narrow them by door or by who lives there. */
export function HomesPage() {
  const { t } = useTranslation();
  const day = useDay();
  const [words, setWords] = useState('');
  const found = words.trim() === '' ? day.homes : day.homes.filter((home) => isFound(home, words));
  return (
    <Page title={t('grid.homes.title', { count: day.homes.length })}>
      <TextField
        label={t('grid.homes.find')}
        hint={t('grid.homes.findHint')}
        type="search"
        most={40}
        value={words}
        onChange={setWords}
      />
      {found.length === 0 && <Empty title={t('grid.homes.none')}>{t('grid.homes.noneText')}</Empty>}
      {words.trim() !== '' && found.length <= 40 ? (
        <HomeRows homes={[...found].sort(byUrgency(day))} />
      ) : (
        groupsOf(found).map(([name, homes]) => (
          <details key={name} className="grid-building">
            <summary>
              {name} <small>{t('grid.homes.count', { count: homes.length })}</small>
            </summary>
            <HomeRows homes={homes} short />
          </details>
        ))
      )}
    </Page>
  );
}
