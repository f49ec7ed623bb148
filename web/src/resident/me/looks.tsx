import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LooksBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { asWritten, titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { saySeat } from '../../shared/matter/say-event.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';

/** Every look at my telephone number and the like: who, when, why. */
export function Looks() {
  const { t } = useTranslation();
  const now = useNow();
  const [all, setAll] = useState(false);
  const looks = useQuery({
    queryKey: ['looks'],
    queryFn: ({ signal }) => getJson<LooksBody>('/api/looks', signal),
  });
  if (looks.error !== null) return <ErrorNotice refusal={refusalOf(looks.error)} />;
  if (looks.data === undefined) return <Skeleton />;
  if (looks.data.rows.length === 0)
    return <Empty title={t('resident.looks.emptyTitle')}>{t('resident.looks.emptyText')}</Empty>;
  return (
    <>
      <p className="lr-hint">{t('resident.looks.text')}</p>
      <ul className="lr-list looks">
        {looks.data.rows.slice(0, all ? 1_000 : 6).map((look) => (
          <li key={`${look.at}-${look.matter?.id ?? look.registry}-${look.what}`}>
            <LookLine look={look} now={now} />
          </li>
        ))}
      </ul>
      {!all && looks.data.rows.length > 6 && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {t('resident.home.all')}
        </Button>
      )}
    </>
  );
}

type Look = LooksBody['rows'][number];

/** A look at a matter leads there; one at the registry stands for itself. */
function LookLine({ look, now }: { look: Look; now: number }) {
  const { matter } = look;
  const words = <LookWords look={look} now={now} />;
  return matter === undefined ? (
    <div className="look-line">{words}</div>
  ) : (
    <Link to={`/matters/${matter.community}/${matter.id}`}>{words}</Link>
  );
}

function LookWords({ look, now }: { look: Look; now: number }) {
  const { t } = useTranslation();
  const isChange = look.what.startsWith('registry-changed-');
  const changed = look.what === 'registry-changed-added' ? 'registry-added' : 'registry-changed';
  const what = t(`resident.looks.what.${isChange ? changed : look.what}`, {
    defaultValue: t('resident.looks.what.other'),
  });
  const who = isChange
    ? t('resident.looks.keeper', { community: titled(look.organ) })
    : saySeat(asWritten(look.organ) === '' ? undefined : look.organ, look.post, t);
  return (
    <>
      <b>{isChange ? `${who}${what}` : t('resident.looks.line', { who, what })}</b>
      {look.reason !== '' && <span>{t('resident.looks.reason', { reason: look.reason })}</span>}
      <small>
        <time dateTime={new Date(look.at).toISOString()}>{momentText(look.at, now, t)}</time>
        <span>{look.matter?.number ?? t('resident.looks.inRegistry')}</span>
      </small>
    </>
  );
}
