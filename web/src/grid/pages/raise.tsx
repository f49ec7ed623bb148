import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { FieldBody, Json } from '../../shared/api/bodies.ts';
import { asTitle, titled } from '../../shared/i18n/titles.ts';
import type { Answers, Draft } from '../../shared/matter/answers.ts';
import { FieldInput } from '../../shared/matter/field-input.tsx';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/field.tsx';
import { Empty, Happened, Notice } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import type { DayGrid, DayHome, DayRaise } from '../book/day.ts';
import { save, saysOf } from '../book/save.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { GridChoice } from '../parts/grid-choice.tsx';
import { GridForm } from '../parts/grid-form.tsx';
import { useOnline } from '../parts/sync-strip.tsx';
import { toTop } from '../parts/to-top.ts';
import { useSync } from '../sync/use-sync.ts';
import { Gone } from './gone.tsx';

/** Kept in the draft beside the form's own answers, under names that no form has. */
const own = { affair: '$affair', urgency: '$urgency' } as const;
const asText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function Kind({ raise, draft, change }: { raise: DayRaise; draft: Draft; change: (part: Draft) => void }) {
  const { t } = useTranslation();
  const { affairs, communities } = useDay();
  if (!raise.sorted) return null;
  const field: FieldBody = {
    name: own.affair,
    title: asTitle(t('grid.raise.affair')),
    type: 'affair',
    required: false,
    sealed: false,
    audience: 'public',
    most: 60,
  };
  return (
    <>
      {affairs.length > 0 && (
        <FieldInput
          field={field}
          value={draft[own.affair]}
          onChange={(value) => change({ [own.affair]: value })}
          context={{ community: communities[0]?.id ?? '' }}
        />
      )}
      {raise.urgencies.length > 1 && (
        <Choice
          row
          label={t('grid.raise.urgency')}
          options={raise.urgencies.map(({ value, title }) => ({ value, title: titled(title) }))}
          value={asText(draft[own.urgency]) ?? 'normal'}
          onChange={(urgency) => change({ [own.urgency]: urgency })}
        />
      )}
    </>
  );
}

interface From {
  readonly grid: DayGrid;
  readonly home?: DayHome | undefined;
  readonly entry?: string | undefined;
}

function bodyOf(raise: DayRaise, { grid, entry }: From, answers: Answers, draft: Draft) {
  const affair = asText(draft[own.affair]);
  return {
    community: grid.community,
    procedure: raise.procedure,
    place: grid.id,
    urgency: asText(draft[own.urgency]) ?? 'normal',
    input: answers,
    ...(affair !== undefined && { affair }),
    ...(entry !== undefined && { entry }),
  };
}

function RaiseForm({ raise, from, onSaved }: { raise: DayRaise; from: From; onSaved: () => void }) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const { run } = useSync();
  const { grid, home, entry } = from;
  const draftKey = `raise.${raise.procedure}.${home?.id ?? entry ?? ''}`;
  return (
    <GridForm
      label={titled(raise.title)}
      send={t('grid.raise.save')}
      fields={raise.fields}
      draftKey={draftKey}
      initial={home === undefined ? {} : { location: { address: home.address } }}
      context={{ community: grid.community }}
      extra={(draft, change) => <Kind raise={raise} draft={draft} change={change} />}
      onSend={async (answers, draft) => {
        const label = {
          title: titled(raise.title),
          about: home?.address ?? grid.title,
          says: saysOf(raise.fields, answers),
        };
        const body = bodyOf(raise, from, answers, draft);
        await save(keeper, { kind: 'open', body, label, draftKey }, Date.now());
        onSaved();
        run('items');
      }}
    />
  );
}

function Raise({ raises, from }: { raises: readonly DayRaise[]; from: From }) {
  const { t } = useTranslation();
  const { grids } = useDay();
  const [chosen, setChosen] = useState(raises[0]?.procedure);
  const [grid, setGrid] = useState(from.grid);
  const [saved, setSaved] = useState(false);
  const online = useOnline();
  const raise = raises.find(({ procedure }) => procedure === chosen);
  const back = from.home === undefined ? '/' : `/homes/${from.home.id}`;
  if (raise === undefined) return <Empty title={t('grid.raise.none')} />;
  return (
    <Page
      title={t('grid.raise.title')}
      {...(from.home !== undefined && { lead: from.home.address })}
      back={{ to: back, title: t('common.back') }}
    >
      {saved ? (
        <Happened what={t('grid.raise.saved')} next={t('grid.raise.savedNext')}>
          <div className="lr-buttons">
            <LinkButton to="/">{t('grid.round.on')}</LinkButton>
            <LinkButton to="/outbox">{t('grid.nav.outbox')}</LinkButton>
          </div>
        </Happened>
      ) : (
        <>
          {!online && <Notice tone="waiting">{t('grid.raise.offline')}</Notice>}
          {raises.length > 1 && (
            <Choice
              label={t('grid.raise.what')}
              options={raises.map(({ procedure, title }) => ({ value: procedure, title: titled(title) }))}
              value={raise.procedure}
              onChange={setChosen}
            />
          )}
          {from.home === undefined && (
            <GridChoice
              grids={grids}
              value={grid.id}
              onChange={(id) => setGrid(grids.find((each) => each.id === id) ?? grid)}
            />
          )}
          <RaiseForm
            key={raise.procedure}
            raise={raise}
            from={{ ...from, grid }}
            onSaved={() => {
              setSaved(true);
              toTop();
            }}
          />
        </>
      )}
    </Page>
  );
}

/** 上报: something for others to handle, by itself or out of what one has just written down. */
export function RaisePage() {
  const day = useDay();
  const { box } = useBook();
  const asked = new URLSearchParams(useSearch());
  const home = day.homes.find(({ id }) => id === asked.get('home'));
  const entry = asked.get('entry') ?? undefined;
  const items = [...box.outbox.waiting, ...box.done.map(({ item }) => item)];
  const walked = home?.grid ?? items.find(({ id }) => id === entry)?.body['grid'];
  const grid = day.grids.find(({ id }) => id === walked) ?? day.grids[0];
  if (grid === undefined) return <Gone />;
  return <Raise key={`${home?.id}${entry}`} raises={day.raise} from={{ grid, home, entry }} />;
}
