import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titled } from '../../shared/i18n/titles.ts';
import { civilDay, dayText, momentText } from '../../shared/matter/dates.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { StateTag, type Tone } from '../../shared/ui/state-tag.tsx';
import { type Doing, doingsOf, type ItemState, isOn } from '../book/today.ts';
import { useBook, useDay } from '../book/use-book.ts';
import { distinct } from './today.tsx';

const tones: Readonly<Record<ItemState, Tone>> = {
  waiting: 'waiting',
  refused: 'late',
  done: 'done',
  aside: 'plain',
};

export function DoingRow({ doing }: { doing: Doing }) {
  const { t } = useTranslation();
  const now = useNow();
  const { item, label, state, number } = doing;
  return (
    <li className="grid-doing">
      <b>{label?.title ?? t(`grid.kind.${item.kind}`)}</b>
      <small>
        <span>{momentText(item.at, now, t)}</span>
        <StateTag tone={tones[state]}>{t(`grid.state.${state}`)}</StateTag>
        {number !== undefined && <span>{number}</span>}
      </small>
      {label !== undefined && <p>{label.about}</p>}
      {label?.says.map((line) => (
        <p key={line} className="grid-says">
          {line}
        </p>
      ))}
    </li>
  );
}

function Sums({ doings }: { doings: readonly Doing[] }) {
  const { t } = useTranslation();
  const homes = new Set(
    doings.flatMap(({ item }) => (item.kind === 'entry' ? (item.body['home'] ?? []) : [])),
  );
  const rounds = doings.filter(({ item }) => item.kind === 'entry' && item.body['home'] === undefined);
  const raised = doings.filter(({ item }) => item.kind === 'open');
  return (
    <p className="grid-sums">
      {t('grid.journal.sums', { homes: homes.size, rounds: rounds.length, raised: raised.length })}
    </p>
  );
}

/** 民情日志: the day writes it by itself out of what was done; a note says the rest. */
export function JournalPage() {
  const { t } = useTranslation();
  const now = useNow();
  const { box } = useBook();
  const today = civilDay(now);
  const [day, setDay] = useState(today);
  const doings = doingsOf(box);
  const days = [...new Set([today, ...doings.map(({ item }) => civilDay(item.at))])].sort().reverse();
  const shown = doings.filter(isOn(day));
  const rounds = distinct(useDay().rounds).filter(({ about }) => about === 'grid');
  return (
    <Page title={t('grid.journal.title')} lead={t('grid.journal.lead')}>
      {days.length > 1 && (
        <label className="grid-day">
          <span>{t('grid.journal.day')}</span>
          <select className="lr-input" value={day} onChange={({ target }) => setDay(target.value)}>
            {days.map((each) => (
              <option key={each} value={each}>
                {dayText(Date.parse(`${each}T12:00:00+08:00`), now, t)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Sums doings={shown} />
      {day === today && (
        <div className="lr-buttons">
          {rounds.map(({ id, title }) => (
            <LinkButton key={id} to={`/rounds/${id}`}>
              {t('grid.journal.add', { title: titled(title) })}
            </LinkButton>
          ))}
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t('grid.journal.none')}>{t('grid.journal.noneText')}</Empty>
      ) : (
        <ul className="lr-list grid-doings">
          {shown.map((doing) => (
            <DoingRow key={doing.item.id} doing={doing} />
          ))}
        </ul>
      )}
    </Page>
  );
}
