import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Happened } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import type { DayHome, DayRound } from '../book/day.ts';
import { save, saysOf } from '../book/save.ts';
import { seenHomes } from '../book/today.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { GridForm } from '../parts/grid-form.tsx';
import { HomeDue } from '../parts/home-rows.tsx';
import { toTop } from '../parts/to-top.ts';
import { useSync } from '../sync/use-sync.ts';
import { Gone } from './gone.tsx';

function People({ home }: { home: DayHome }) {
  const { t } = useTranslation();
  const year = new Date(useNow()).getFullYear();
  if (home.people.length === 0) return <p className="lr-hint">{t('grid.home.nobody')}</p>;
  return (
    <ul className="grid-people">
      {home.people.map(({ id, name, relation, bornYear, sex, phone }) => (
        <li key={id}>
          <b>{name}</b>
          <span>
            {[
              t(`grid.relation.${relation}`, { defaultValue: '' }),
              sex === undefined ? '' : t(`grid.sex.${sex}`),
              bornYear === undefined ? '' : t('grid.home.age', { count: year - bornYear }),
              phone ?? '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Visit({ home, round, onSaved }: { home: DayHome; round: DayRound; onSaved: (id: string) => void }) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const { run } = useSync();
  const draftKey = `entry.${round.id}.${home.id}`;
  const title = titled(round.title);
  return (
    <GridForm
      label={title}
      send={t('grid.round.save')}
      fields={round.fields}
      draftKey={draftKey}
      context={{ community: home.community }}
      onSend={async (answers) => {
        const { community, grid, id, address } = home;
        const body = { community, grid, home: id, round: round.id, answers };
        const label = { title, about: address, says: saysOf(round.fields, answers) };
        onSaved(await save(keeper, { kind: 'entry', body, label, draftKey }, Date.now()));
        run('items');
      }}
    />
  );
}

/** One door: who lives there, when somebody was there, and the form for being there now. */
function Door({ home }: { home: DayHome }) {
  const { t } = useTranslation();
  const now = useNow();
  const { box } = useBook();
  const day = useDay();
  const [chosen, setChosen] = useState<string>();
  const [saved, setSaved] = useState<string>();
  const rounds = day.rounds.filter(
    ({ about, community }) => about === 'home' && community === home.community,
  );
  const risk = day.risks.find(({ id }) => id === home.risk);
  const round = rounds.find(({ id }) => id === chosen);
  return (
    <Page title={home.address} back={{ to: '/homes', title: t('grid.nav.homes') }}>
      <p className="grid-door-state">
        <HomeDue home={home} seenAt={seenHomes(day, box).get(home.id)} />
        {risk !== undefined && <span>{titled(risk.title)}</span>}
        {home.visitedAt !== undefined && (
          <span>{t('grid.home.last', { at: momentText(home.visitedAt, now, t) })}</span>
        )}
      </p>
      <People home={home} />
      {saved !== undefined && (
        <Happened what={t('grid.round.saved')} next={t('grid.round.savedNext')}>
          <div className="lr-buttons">
            <LinkButton to={`/raise?entry=${saved}&home=${home.id}`}>{t('grid.raise.from')}</LinkButton>
            <LinkButton to="/">{t('grid.round.on')}</LinkButton>
          </div>
        </Happened>
      )}
      {round === undefined ? (
        <div className="lr-buttons grid-door-verbs">
          {rounds.map(({ id, title }) => (
            <Button
              key={id}
              weight={saved === undefined ? 'main' : 'plain'}
              wide
              onClick={() => {
                setSaved(undefined);
                setChosen(id);
              }}
            >
              {titled(title)}
            </Button>
          ))}
          {saved === undefined && (
            <LinkButton to={`/raise?home=${home.id}`} wide>
              {t('grid.raise.go')}
            </LinkButton>
          )}
        </div>
      ) : (
        <Part title={titled(round.title)}>
          <Visit
            home={home}
            round={round}
            onSaved={(id) => {
              setSaved(id);
              setChosen(undefined);
              toTop();
            }}
          />
        </Part>
      )}
    </Page>
  );
}

export function HomePage() {
  const { id } = useParams<{ id: string }>();
  const home = useDay().homes.find((each) => each.id === id);
  return home === undefined ? <Gone /> : <Door key={home.id} home={home} />;
}
