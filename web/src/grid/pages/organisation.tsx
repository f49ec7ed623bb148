import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Happened } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import type { DayOrganisation, DayRound } from '../book/day.ts';
import {
  askedNow,
  organisationsOf,
  restPassed,
  seenOrganisations,
  worthTelling,
} from '../book/inspections.ts';
import { save, saysOf } from '../book/save.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { GridForm } from '../parts/grid-form.tsx';
import { InspectionDue } from '../parts/organisation-rows.tsx';
import { toTop } from '../parts/to-top.ts';
import { useSync } from '../sync/use-sync.ts';
import { Gone } from './gone.tsx';

function Check({
  organisation,
  round,
  onSaved,
}: {
  organisation: DayOrganisation;
  round: DayRound;
  onSaved: (failed: number) => void;
}) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const { run } = useSync();
  const draftKey = `entry.${round.id}.${organisation.id}`;
  const title = titled(round.title);
  const { met } = round;
  return (
    <GridForm
      label={title}
      send={t('grid.check.save')}
      fields={round.fields}
      // Most doors are open: one tap less.
      initial={met === undefined ? {} : { [met.field]: met.is[0] }}
      asks={(draft) => askedNow(round, draft)}
      above={(draft, change) => {
        const rest = restPassed(round, draft);
        if (rest === undefined) return null;
        const isAll = Object.keys(rest).length === round.items?.length;
        return (
          <Button wide weight="main" onClick={() => change(rest)}>
            {t(isAll ? 'grid.check.passAll' : 'grid.check.passRest')}
          </Button>
        );
      }}
      draftKey={draftKey}
      context={{ community: organisation.community }}
      onSend={async (answers) => {
        const { community, grid, id, name } = organisation;
        const body = { community, grid, organisation: id, round: round.id, answers };
        const label = { title, about: name, says: saysOf(worthTelling(round, answers), answers) };
        await save(keeper, { kind: 'entry', body, label, draftKey }, Date.now());
        onSaved((round.items ?? []).filter((item) => answers[item] === 'fail').length);
        run('items');
      }}
    />
  );
}

function Place({ organisation }: { organisation: DayOrganisation }) {
  const { t } = useTranslation();
  const now = useNow();
  const { box } = useBook();
  const day = useDay();
  const [opened, setOpened] = useState(false);
  const [failed, setFailed] = useState<number>();
  const { name, kind, address, contact, phone, inspectedAt, openFaults, community } = organisation;
  const round = day.rounds.find((each) => each.id === organisation.round && each.community === community);
  return (
    <Page title={name} back={{ to: '/organisations', title: t('grid.check.all') }}>
      <p className="grid-door-state">
        <InspectionDue
          organisation={organisation}
          seenAt={seenOrganisations(day, box).get(organisation.id)}
        />
        <span>{[titled(kind), address].join(' · ')}</span>
        {(contact ?? phone) !== undefined && (
          <span>{[contact, phone].filter((part) => part !== undefined).join(' ')}</span>
        )}
        {inspectedAt !== undefined && (
          <span>{t('grid.check.last', { at: momentText(inspectedAt, now, t) })}</span>
        )}
      </p>
      {openFaults > 0 && <p className="lr-hint">{t('grid.check.faultsHint', { count: openFaults })}</p>}
      {failed !== undefined && (
        <Happened
          what={t('grid.check.saved')}
          next={t(failed === 0 ? 'grid.check.savedClean' : 'grid.check.savedFailed', { count: failed })}
        >
          <div className="lr-buttons">
            <LinkButton to="/">{t('grid.round.on')}</LinkButton>
          </div>
        </Happened>
      )}
      {round !== undefined && !opened && (
        <div className="lr-buttons grid-door-verbs">
          <Button
            wide
            weight={failed === undefined ? 'main' : 'plain'}
            onClick={() => {
              setFailed(undefined);
              setOpened(true);
            }}
          >
            {titled(round.title)}
          </Button>
        </div>
      )}
      {round !== undefined && opened && (
        <Part title={titled(round.title)}>
          <Check
            organisation={organisation}
            round={round}
            onSaved={(count) => {
              setFailed(count);
              setOpened(false);
              toTop();
            }}
          />
        </Part>
      )}
    </Page>
  );
}

/** One organisation: when it was inspected, and the checklist for being there now. */
export function OrganisationPage() {
  const { id } = useParams<{ id: string }>();
  const organisation = organisationsOf(useDay()).find((each) => each.id === id);
  return organisation === undefined ? <Gone /> : <Place key={organisation.id} organisation={organisation} />;
}
