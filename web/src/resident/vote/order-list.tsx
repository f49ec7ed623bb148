import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, moved } from '../../shared/polls/marks.ts';

/** The order that somebody has put projects in; each moves by one place with a press, nothing needs to be dragged. */
export function OrderList({
  options,
  chosen,
  onChange,
}: {
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [pressed, setPressed] = useState<{ readonly id: string; readonly way: 'up' | 'down' }>();
  const titleOf = (id: string): string => options.find((option) => option.id === id)?.title ?? id;
  // A row that changes its place takes the focus of its button along.
  useEffect(() => {
    if (pressed === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${pressed.way} ${pressed.id}"]`)?.focus();
  }, [pressed]);
  const button = (id: string, way: 'up' | 'down', stuck: boolean) => (
    <button
      type="button"
      className="order-button"
      data-move={`${way} ${id}`}
      aria-label={t(`polls.allocation.${way}Of`, { title: titleOf(id) })}
      aria-disabled={stuck}
      onClick={() => {
        if (stuck) return;
        onChange(moved(chosen, id, way === 'up' ? -1 : 1));
        setPressed({ id, way });
      }}
    >
      {t(`polls.allocation.${way}`)}
    </button>
  );
  const last = pressed === undefined ? -1 : chosen.indexOf(pressed.id);
  return (
    <>
      <ol className="order-list" ref={list}>
        {chosen.map((id, at) => (
          <li key={id}>
            <span className="ballot-place">{t('polls.allocation.place', { place: at + 1 })}</span>
            <b>{titleOf(id)}</b>
            {button(id, 'up', at === 0)}
            {button(id, 'down', at === chosen.length - 1)}
          </li>
        ))}
      </ol>
      <p className="lr-spoken" role="status">
        {last >= 0 && t('polls.allocation.placed', { place: last + 1, title: titleOf(pressed?.id ?? '') })}
      </p>
    </>
  );
}
