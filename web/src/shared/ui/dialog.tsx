import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** A question that must be answered before going on. The browser's own dialog: focus stays inside, Esc closes. */
export function Dialog({
  open,
  title,
  children,
  actions,
  onClose,
}: {
  open: boolean;
  title: string;
  children: ReactNode;
  /** The verbs; without them there is only a way to close. */
  actions?: ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={box} className="lr-dialog" aria-labelledby={id} onClose={onClose}>
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="lr-dialog-body">{children}</div>
          <div className="lr-buttons">
            {actions}
            <Button weight="quiet" onClick={onClose}>
              {t(actions === undefined ? 'common.close' : 'common.cancel')}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}
