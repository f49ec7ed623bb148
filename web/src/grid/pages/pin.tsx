import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { openVault, type Vault } from '../vault/vault.ts';

/** Six digits, as a phone's own lock asks for them. */
export function PinInput({
  label,
  value,
  onChange,
  complaint,
  disabled = false,
  fresh = false,
}: {
  label: string;
  value: string;
  onChange: (pin: string) => void;
  complaint?: string | undefined;
  disabled?: boolean;
  /** A PIN that is being chosen, not asked. */
  fresh?: boolean;
}) {
  const id = useId();
  return (
    <div className={`lr-field${complaint === undefined ? '' : ' lr-field-wrong'}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="lr-input grid-pin"
        type="password"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete={fresh ? 'new-password' : 'off'}
        maxLength={6}
        disabled={disabled}
        aria-invalid={complaint !== undefined}
        aria-describedby={`${id}-complaint`}
        value={value}
        onChange={({ target }) => onChange(target.value.replace(/\D/g, '').slice(0, 6))}
      />
      <p className="lr-complaint" id={`${id}-complaint`} aria-live="polite">
        {complaint}
      </p>
    </div>
  );
}

/** Counts down what is left of a wait. */
function useWait(first: number): readonly [left: number, wait: (milliseconds: number) => void] {
  const [until, setUntil] = useState(first);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const wait = (milliseconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + milliseconds);
  };
  return [Math.max(0, until - now), wait];
}

/** Asks for the PIN; wrong ones cost time, the tenth erases. */
export function PinPage({
  waitsUntil,
  onOpen,
  onErased,
}: {
  /** Ms since 1970, by this phone's clock; long past where no wait is due. */
  waitsUntil: number;
  onOpen: (vault: Vault) => Promise<void>;
  onErased: () => void;
}) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const [left, wait] = useWait(waitsUntil);
  const trying = useRef(false);
  const attempt = async (tried: string) => {
    if (trying.current || tried.length !== 6) return;
    trying.current = true;
    setComplaint(undefined);
    const opening = await openVault(tried, Date.now()).finally(() => {
      trying.current = false;
      setPin('');
    });
    if (opening.status === 'open') return onOpen(opening.vault);
    if (opening.status === 'erased') return onErased();
    wait(opening.waitMilliseconds);
    if (opening.status === 'wrong') setComplaint(t('grid.pin.wrong', { count: opening.triesLeft }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(pin);
  };
  const waits = left > 0;
  return (
    <main>
      <Page title={t('grid.name')} lead={t('grid.pin.lead')}>
        <form className="grid-pin-form" onSubmit={submit}>
          <PinInput
            label={t('grid.pin.label')}
            value={pin}
            complaint={waits ? t('grid.pin.wait', { seconds: Math.ceil(left / 1000) }) : complaint}
            disabled={waits}
            onChange={(next) => {
              setPin(next);
              if (next.length === 6) void attempt(next);
            }}
          />
          {waits && complaint !== undefined && <p>{complaint}</p>}
          <Button type="submit" weight="main" wide disabled={waits || pin.length !== 6}>
            {t('grid.pin.open')}
          </Button>
        </form>
        <p className="lr-hint">{t('grid.pin.forgotten')}</p>
      </Page>
    </main>
  );
}
