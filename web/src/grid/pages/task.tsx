import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { MatterBody, OfferBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { MatterHead, titleOf } from '../../shared/matter/matter-head.tsx';
import { MatterRecord } from '../../shared/matter/matter-record.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { save, saysOf } from '../book/save.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { GridForm } from '../parts/grid-form.tsx';
import { useSync } from '../sync/use-sync.ts';
import { Gone } from './gone.tsx';

function ActForm({ task, offer, onSaved }: { task: MatterBody; offer: OfferBody; onSaved: () => void }) {
  const keeper = useKeeper();
  const { run } = useSync();
  const draftKey = `act.${task.id}.${offer.name}`;
  const title = titled(offer.title);
  return (
    <GridForm
      label={title}
      send={title}
      fields={offer.fields}
      draftKey={draftKey}
      context={{ community: task.community, suggestedOrgans: task.suggestedOrgans }}
      onSend={async (answers) => {
        const { community, id, visit } = task;
        const stay = visit === undefined ? {} : { visit: { step: visit.step, n: visit.n } };
        const body = { community, matter: id, type: offer.name, input: answers, ...stay };
        const label = { title, about: titleOf(task), says: saysOf(offer.fields, answers) };
        await save(keeper, { kind: 'act', body, label, draftKey }, Date.now());
        onSaved();
        run('items');
      }}
    />
  );
}

/** What may be done; a second act waits until the office has answered the first, for it moves the matter. */
function Acts({ task }: { task: MatterBody }) {
  const { t } = useTranslation();
  const { box } = useBook();
  const [chosen, setChosen] = useState<string>();
  const items = [...box.outbox.waiting, ...box.outbox.refused.map(({ item }) => item)];
  const isWaiting = items.some(({ body }) => body['matter'] === task.id);
  if (isWaiting) return <Notice tone="waiting">{t('grid.tasks.waiting')}</Notice>;
  const offers = task.offers.filter(({ hindrance }) => hindrance === undefined);
  const offer = offers.find(({ name }) => name === chosen);
  return (
    <Part title={t('matter.actions.title')}>
      <div className="lr-buttons grid-door-verbs">
        {offers.map(({ name, title, main }) => (
          <Button
            key={name}
            wide
            weight={main ? 'main' : 'plain'}
            onClick={() => setChosen(name === chosen ? undefined : name)}
          >
            {titled(title)}
          </Button>
        ))}
      </div>
      {offer !== undefined && (
        <ActForm key={offer.name} task={task} offer={offer} onSaved={() => setChosen(undefined)} />
      )}
    </Part>
  );
}

/** One matter that waits for the worker, as the office last told of it. */
export function TaskPage() {
  const { t } = useTranslation();
  const now = useNow();
  const { id } = useParams<{ id: string }>();
  const task = useDay().tasks.find((each) => each.id === id);
  if (task === undefined) return <Gone />;
  return (
    <div className="lr-page grid-task">
      <Page title={t('grid.tasks.one')} back={{ to: '/', title: t('grid.nav.today') }}>
        <MatterHead matter={task} now={now} />
        <Acts key={task.version} task={task} />
        <Part title={t('grid.tasks.record')}>
          <MatterRecord record={task.record} now={now} titleOf={() => undefined} />
        </Part>
      </Page>
    </div>
  );
}
