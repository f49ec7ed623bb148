import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentLine, ResidentPage } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { useMe } from '../frame/use-me.ts';

const shownMost = 6;

/** What a resident's line tells of who stands there: the name, the home, and its grid. */
function useFilling() {
  const places = usePlaces();
  return ({ name, address, community, grid }: ResidentLine): Draft => {
    const home = places.find(({ level, title }) => level === 'grid' && title === grid);
    return { name, community, address: address ?? '', grid: home?.id ?? '' };
  };
}

/** Whoever stands there, found in the registry by name, so that nobody proves where they live. Only when asked. */
export function RegistryPanel({ name, onChoose }: { name: string; onChoose: (filling: Draft) => void }) {
  const { t } = useTranslation();
  const { rights } = useMe();
  const [sought, setSought] = useState('');
  const filling = useFilling();
  const word = name.trim();
  const found = useQuery({
    queryKey: ['residents', 'window', sought],
    queryFn: () => postJson<ResidentPage>('/api/registry/search', { word: sought }),
    enabled: sought !== '' && sought === word,
  }).data;
  if (!rights.includes('registry')) return null;
  return (
    <section>
      <h2>{t('services.window.registry')}</h2>
      <p className="panel-hint">{t('services.window.registryHint')}</p>
      <Button disabled={Array.from(word).length < 2} onClick={() => setSought(word)}>
        {t('services.window.registryFind')}
      </Button>
      {found?.rows.length === 0 && <p className="panel-hint">{t('services.window.registryNone')}</p>}
      <ul className="panel-choices window-found">
        {(found?.rows ?? []).slice(0, shownMost).map((line) => (
          <li key={line.id}>
            <button type="button" onClick={() => onChoose(filling(line))}>
              <b>{line.name}</b>
              <span className="panel-why">
                {[line.identity, line.address, line.grid && titled(line.grid)]
                  .filter((each) => each !== undefined)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
