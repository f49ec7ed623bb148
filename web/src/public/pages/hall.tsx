import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { HallBody, HallItem } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { followEvents } from '../../shared/api/live.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { MatterStations } from '../../shared/matter/matter-stations.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import { unbroken } from '../../shared/ui/unbroken.ts';
import { useOnline } from '../../shared/ui/use-online.ts';
import '../../shared/matter/matter.css';
import '../hall.css';

/** The code on the wall changes; nobody needs to touch the screen for it. */
const askAgainMs = 30_000;
/** Two answers that did not come: what the wall shows is old. */
const cutAfterMs = 75_000;

function Attendance({ item }: { item: HallItem }) {
  const share = item.due === 0 ? 0 : Math.min(1, item.present / item.due);
  return (
    <section className={`hall-present${item.quorate ? ' is-enough' : ''}`} aria-live="polite">
      <p className="hall-sentence">
        <span aria-hidden="true">{item.quorate ? '●' : '◌'}</span> {unbroken(item.attendance)}
      </p>
      <div className="hall-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {item.aside !== undefined && <p className="hall-note">{unbroken(item.aside)}</p>}
    </section>
  );
}

function Result({ result }: { result: NonNullable<HallItem['result']> }) {
  return (
    <div className={`hall-result${result.passed ? ' is-passed' : ''}`}>
      <p className="hall-outcome">
        <span aria-hidden="true">{result.passed ? '●' : '▲'}</span> {result.outcome}
      </p>
      <ul>
        {result.counts.map(({ title, votes }) => (
          <li key={title}>
            {title} <b>{votes}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Agenda({ items }: { items: readonly HallItem[] }) {
  const { t } = useTranslation();
  const [first] = items;
  return (
    <section className="hall-agenda" aria-label={t('meetings.hall.agenda')}>
      <h2>{t('meetings.hall.agenda')}</h2>
      <ol className={items.length === 1 ? 'is-alone' : ''}>
        {items.map((item) => (
          <li key={item.matter} className={`hall-item hall-item-${item.state}`}>
            <div className="hall-item-head">
              <b>{item.title}</b>
              <span className="hall-state">{t(`meetings.hall.state.${item.state}`)}</span>
            </div>
            {items.length === 1 && item.state === 'waiting' && <p className="hall-text">{item.text}</p>}
            {item.attendance !== first?.attendance && <p className="hall-note">{item.attendance}</p>}
            {item.state !== 'waiting' && item.sides.length > 0 && (
              <p className="hall-note">
                {item.sides
                  .map(({ title, times }) => t('meetings.hall.side', { title: titled(title), times }))
                  .join('　')}
              </p>
            )}
            {item.result !== undefined && <Result result={item.result} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** @param askedAt when the server last answered */
function Hall({ hall, askedAt }: { hall: HallBody; askedAt: number }) {
  const { t } = useTranslation();
  const now = useNow();
  // Without a network the wall would go on telling what is no longer so, and show a code that is out of date.
  const isCut = !useOnline() || now - askedAt > cutAfterMs;
  const own = hall.items.find(({ matter }) => matter === hall.matter) ?? hall.items[0];
  useEffect(() => {
    document.title = hall.name;
  }, [hall.name]);
  const at =
    hall.begunAt === undefined
      ? t('meetings.hall.when', { at: momentText(hall.startsAt, now, t) })
      : t('meetings.hall.begun', { at: momentText(hall.begunAt, now, t) });
  return (
    <main className="hall">
      <header>
        <h1>{hall.name}</h1>
        <p>
          {at}　{hall.place}
        </p>
      </header>
      {isCut && (
        <p className="hall-cut" role="status">
          <span aria-hidden="true">◆</span> {t('meetings.hall.cut', { at: momentText(askedAt, now, t) })}
        </p>
      )}
      <div className="hall-columns">
        <div>
          {own !== undefined && <Attendance item={own} />}
          <Agenda items={hall.items} />
        </div>
        {hall.checkIn !== undefined && !isCut && (
          <aside className="hall-check-in">
            <QrCode
              text={`${window.location.origin}${hall.checkIn}`}
              label={t('meetings.hall.checkIn')}
              size={512}
            />
            <b>{t('meetings.hall.checkIn')}</b>
            <p>{t('meetings.hall.checkInText')}</p>
          </aside>
        )}
      </div>
      <footer>
        <MatterStations stations={hall.stations} now={now} />
      </footer>
    </main>
  );
}

/** 会场大屏: on the wall of the hall, by its link alone; what happens at the desk shows here at once. */
export function HallPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { community = '', id = '', mark = '' } = useParams<Record<'community' | 'id' | 'mark', string>>();
  const path = `/api/halls/${[community, id, mark].map(encodeURIComponent).join('/')}`;
  const answer = useQuery({
    queryKey: ['matters', 'hall', community, id, mark],
    queryFn: ({ signal }) => getJson<HallBody>(path, signal),
    refetchInterval: askAgainMs,
    refetchIntervalInBackground: true,
  });
  const opens = answer.data !== undefined;
  useEffect(() => (opens ? followEvents(client, `${path}/events`) : undefined), [client, path, opens]);
  if (answer.data !== undefined) return <Hall hall={answer.data} askedAt={answer.dataUpdatedAt} />;
  if (answer.error === null)
    return (
      <main className="hall">
        <Skeleton lines={6} />
      </main>
    );
  return (
    <main className="hall">
      <h1>{t('meetings.hall.cannot')}</h1>
      <p>{t('meetings.hall.cannotText')}</p>
    </main>
  );
}
