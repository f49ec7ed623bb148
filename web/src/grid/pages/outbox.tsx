import { layAside, type Refused } from '@liren/core/fieldwork/outbox.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titled } from '../../shared/i18n/titles.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { Empty, ErrorNotice } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import type { DoneItem } from '../book/book.ts';
import { formOf } from '../book/forms.ts';
import { save, saysOf } from '../book/save.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { GridForm } from '../parts/grid-form.tsx';
import { useSync } from '../sync/use-sync.ts';
import { DoingRow } from './journal.tsx';

function Again({ refused, onDone }: { refused: Refused; onDone: () => void }) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const day = useDay();
  const { run } = useSync();
  const { box } = useBook();
  const { item, refusal } = refused;
  const form = formOf(day, item);
  if (form === undefined) return <p className="lr-hint">{t('grid.outbox.noForm')}</p>;
  const draftKey = `again.${item.id}`;
  return (
    <GridForm
      label={titled(form.title)}
      send={t('grid.outbox.sendAnew')}
      fields={form.fields}
      draftKey={draftKey}
      initial={form.answers}
      context={{ community: form.community }}
      refusal={refusal}
      onSend={async (answers) => {
        const about = box.labels[item.id]?.about ?? '';
        const label = { title: titled(form.title), about, says: saysOf(form.fields, answers) };
        const body = form.rebuild(answers);
        const made = { kind: item.kind, body, label, draftKey, insteadOf: item.id };
        await save(keeper, made, Date.now());
        onDone();
        run('items');
      }}
    />
  );
}

function Aside({ refused, onDone }: { refused: Refused; onDone: () => void }) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lay = async () => {
    setAsked(true);
    if (reason.trim() === '') return;
    const { item, refusal } = refused;
    const laid = { item, refusal, reason: reason.trim(), at: Date.now() };
    await keeper.change(['box'], ({ box }) => ({
      box: { ...box, outbox: layAside(box.outbox, item.id), aside: [...box.aside, laid] },
    }));
    onDone();
  };
  return (
    <>
      <TextField
        label={t('grid.outbox.reason')}
        hint={t('grid.outbox.reasonHint')}
        most={200}
        value={reason}
        onChange={setReason}
        complaint={asked && reason.trim() === '' ? t('matter.form.required') : undefined}
      />
      <Button weight="danger" onClick={() => void lay()}>
        {t('grid.outbox.layAside')}
      </Button>
    </>
  );
}

function RefusedItem({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const { box } = useBook();
  const day = useDay();
  const [doing, setDoing] = useState<'again' | 'aside'>();
  const { item, refusal } = refused;
  const close = () => setDoing(undefined);
  const field = formOf(day, item)?.fields.find(({ name }) => name === refusal.about);
  return (
    <>
      <DoingRow doing={{ item, state: 'refused', label: box.labels[item.id] }} />
      <li className="grid-refused">
        <ErrorNotice refusal={refusal}>
          {field !== undefined && <p>{t('grid.outbox.about', { field: titled(field.title) })}</p>}
        </ErrorNotice>
        <div className="lr-buttons">
          <Button weight="main" onClick={() => setDoing('again')}>
            {t('grid.outbox.mend')}
          </Button>
          <Button onClick={() => setDoing('aside')}>{t('grid.outbox.aside')}</Button>
        </div>
        {doing === 'again' && <Again refused={refused} onDone={close} />}
        {doing === 'aside' && <Aside refused={refused} onDone={close} />}
      </li>
    </>
  );
}

function Remarked({ done }: { done: DoneItem }) {
  const { box } = useBook();
  const { item, told, number } = done;
  const doing = {
    item,
    state: 'done',
    label: box.labels[item.id],
    ...(number !== undefined && { number }),
  } as const;
  return (
    <>
      <DoingRow doing={doing} />
      <li className="grid-refused">
        {told.map(({ code, message }) => (
          <p key={code} className="lr-notice lr-notice-waiting">
            {message}
          </p>
        ))}
      </li>
    </>
  );
}

/** 待交: what the office has not taken in yet, what it sent back and why, and what it took in with a word. */
export function OutboxPage() {
  const { t } = useTranslation();
  const { box } = useBook();
  const { run, progress } = useSync();
  const { waiting, refused } = box.outbox;
  const remarked = box.done.filter(({ told }) => told.length > 0).reverse();
  const isQuiet = waiting.length + refused.length + remarked.length === 0;
  return (
    <Page title={t('grid.outbox.title')} lead={t('grid.outbox.lead')}>
      {isQuiet && <Empty title={t('grid.outbox.none')}>{t('grid.outbox.noneText')}</Empty>}
      {refused.length > 0 && (
        <Part title={t('grid.outbox.refused', { count: refused.length })}>
          <ul className="lr-list grid-doings">
            {refused.map((each) => (
              <RefusedItem key={each.item.id} refused={each} />
            ))}
          </ul>
        </Part>
      )}
      {waiting.length > 0 && (
        <Part title={t('grid.outbox.waiting', { count: waiting.length })}>
          <ul className="lr-list grid-doings">
            {waiting.map((item) => (
              <DoingRow key={item.id} doing={{ item, state: 'waiting', label: box.labels[item.id] }} />
            ))}
          </ul>
          <div className="lr-buttons">
            <Button weight="main" wide busy={progress !== undefined} onClick={() => run()}>
              {t('grid.outbox.send')}
            </Button>
          </div>
        </Part>
      )}
      {remarked.length > 0 && (
        <Part title={t('grid.outbox.remarked')}>
          <ul className="lr-list grid-doings">
            {remarked.map((done) => (
              <Remarked key={done.item.id} done={done} />
            ))}
          </ul>
        </Part>
      )}
    </Page>
  );
}
