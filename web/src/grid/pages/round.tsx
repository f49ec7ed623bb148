import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Happened } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import type { DayGrid, DayRound } from '../book/day.ts';
import { save, saysOf } from '../book/save.ts';
import { useDay, useKeeper } from '../book/use-book.ts';
import { GridChoice } from '../parts/grid-choice.tsx';
import { GridForm } from '../parts/grid-form.tsx';
import { useSync } from '../sync/use-sync.ts';
import { Gone } from './gone.tsx';

/** 巡查、民情记事: what one saw on one's round, about no single home. */
function Round({ round, grids }: { round: DayRound; grids: readonly DayGrid[] }) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const { run } = useSync();
  const [grid, setGrid] = useState(grids[0]?.id);
  const [saved, setSaved] = useState<string>();
  const walked = grids.find(({ id }) => id === grid);
  const draftKey = `entry.${round.id}`;
  const title = titled(round.title);
  if (walked === undefined) return <Gone />;
  return (
    <Page title={title} back={{ to: '/', title: t('grid.nav.today') }}>
      {saved === undefined ? (
        <>
          <GridChoice grids={grids} value={walked.id} onChange={setGrid} />
          <GridForm
            label={title}
            send={t('grid.round.save')}
            fields={round.fields}
            draftKey={draftKey}
            context={{ community: walked.community }}
            onSend={async (answers) => {
              const body = { community: walked.community, grid: walked.id, round: round.id, answers };
              const label = { title, about: walked.title, says: saysOf(round.fields, answers) };
              setSaved(await save(keeper, { kind: 'entry', body, label, draftKey }, Date.now()));
              run('items');
            }}
          />
        </>
      ) : (
        <Happened what={t('grid.round.saved')} next={t('grid.round.savedNext')}>
          <div className="lr-buttons">
            <LinkButton to={`/raise?entry=${saved}`}>{t('grid.raise.from')}</LinkButton>
            <LinkButton to="/">{t('grid.round.on')}</LinkButton>
          </div>
        </Happened>
      )}
    </Page>
  );
}

export function RoundPage() {
  const { round: id } = useParams<{ round: string }>();
  const day = useDay();
  const rounds = day.rounds.filter((each) => each.id === id && each.about === 'grid');
  const [round] = rounds;
  const communities = rounds.map(({ community }) => community);
  const grids = day.grids.filter(({ community }) => communities.includes(community));
  return round === undefined ? <Gone /> : <Round key={round.id} round={round} grids={grids} />;
}
