import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { Check } from '../../shared/ui/field.tsx';
import { Happened, Notice } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { unsyncedOf } from '../book/book.ts';
import { useBook, useDay, useKeeper } from '../book/use-book.ts';
import { pinFault } from '../vault/tries.ts';
import { PinInput } from './pin.tsx';

function ChangePin() {
  const { t } = useTranslation();
  const { vault } = useKeeper();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [state, setState] = useState<'wrong' | 'fault' | 'done' | 'busy'>();
  const fault = pinFault(next);
  const change = async () => {
    if (fault !== undefined) return setState('fault');
    setState('busy');
    const changed = await vault.changePin(old, next);
    setState(changed ? 'done' : 'wrong');
    setOld('');
    if (changed) setNext('');
  };
  if (state === 'done') return <Happened what={t('grid.phone.pinChanged')} />;
  return (
    <form
      className="grid-pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <PinInput
        label={t('grid.phone.oldPin')}
        value={old}
        onChange={setOld}
        complaint={state === 'wrong' ? t('grid.phone.wrongPin') : undefined}
      />
      <PinInput
        fresh
        label={t('grid.phone.newPin')}
        value={next}
        onChange={setNext}
        complaint={state === 'fault' && fault !== undefined ? t(`grid.setUp.fault.${fault}`) : undefined}
      />
      <Button type="submit" busy={state === 'busy'}>
        {t('grid.phone.changePin')}
      </Button>
    </form>
  );
}

/** What would be lost is told, and agreed to, before anything is. */
function Erase({ onErase }: { onErase: () => Promise<void> }) {
  const { t } = useTranslation();
  const { box, drafts } = useBook();
  const unsynced = unsyncedOf(box);
  const halves = Object.keys(drafts).length;
  const [agreed, setAgreed] = useState(false);
  return (
    <>
      <p>{t('grid.phone.eraseText')}</p>
      {unsynced + halves > 0 && (
        <Notice tone="late" title={t('grid.phone.unsynced', { count: unsynced })}>
          {t('grid.phone.unsyncedText', { drafts: halves })}
        </Notice>
      )}
      <Check checked={agreed} onChange={setAgreed}>
        {t(unsynced + halves > 0 ? 'grid.phone.agreeLoss' : 'grid.phone.agree')}
      </Check>
      <Button weight="danger" disabled={!agreed} onClick={() => void onErase()}>
        {t('grid.phone.erase')}
      </Button>
    </>
  );
}

/** This phone: lock it, change its PIN, erase it; and how to put the app on its first page. */
export function PhonePage({ onLock, onErase }: { onLock: () => void; onErase: () => Promise<void> }) {
  const { t } = useTranslation();
  const { worker } = useDay();
  return (
    <Page
      title={t('grid.phone.title')}
      lead={t('grid.phone.lead', { name: worker })}
      back={{ to: '/', title: t('grid.nav.today') }}
    >
      <Button wide weight="main" onClick={onLock}>
        {t('grid.phone.lock')}
      </Button>
      <Part title={t('grid.phone.install')}>
        <p>{t('grid.phone.installText')}</p>
      </Part>
      <Part title={t('grid.phone.changePin')}>
        <ChangePin />
      </Part>
      <Part title={t('grid.phone.erase')}>
        <Erase onErase={onErase} />
      </Part>
    </Page>
  );
}
