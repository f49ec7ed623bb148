import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventBody, Json, SaidBody } from '../api/bodies.ts';
import { wordsAt } from '../polls/sign.ts';

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function Photos({ value }: { value: readonly Json[] }) {
  const { t } = useTranslation();
  const files = value.flatMap((each) =>
    isRecord(each) && typeof each['file'] === 'string' ? [each['file']] : [],
  );
  return (
    <span className="matter-photos">
      {files.map((file, index) => (
        <a key={file} href={`/api/files/${file}?size=full`} target="_blank" rel="noreferrer">
          <img
            src={`/api/files/${file}?size=thumbnail`}
            alt={t('matter.photo', { n: index + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </span>
  );
}

/** Any answer as text, photos as pictures, a place as its address. */
export function AnswerText({ value }: { value: Json }) {
  const { t } = useTranslation();
  if (typeof value === 'boolean') return t(value ? 'matter.yes' : 'matter.no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return <Photos value={value} />;
  if (!isRecord(value)) return null;
  const { address, lat, long } = value;
  if (typeof address === 'string' && address !== '') return address;
  return typeof lat === 'number' && typeof long === 'number'
    ? t('matter.spotAt', { lat: lat.toFixed(4), long: long.toFixed(4) })
    : null;
}

/** One value that somebody gave: shown, masked with the way to see it, or erased. */
export function SaidValue({
  of: event,
  said,
  reveal,
}: {
  of: Pick<EventBody, 'type' | 'signing'>;
  said: SaidBody;
  reveal?: ReactNode;
}) {
  const { t } = useTranslation();
  if (Array.isArray(said.value) && said.value.length === 0) return null;
  const inside = said.audience === 'handlers' && said.name !== 'phone';
  return (
    <div className={`matter-said-row${inside ? ' matter-said-inside' : ''}`}>
      <dt>
        {t(
          [`matter.saidIn.${event.type}.${said.name}`, `matter.said.${said.name}`, 'matter.said.other'],
          wordsAt(event),
        )}
        {inside && <span className="matter-said-for">{t('matter.insideOnly')}</span>}
      </dt>
      <dd>
        {said.erased === true ? (
          <span className="matter-erased">{t('matter.erased')}</span>
        ) : said.value !== undefined ? (
          <AnswerText value={said.value} />
        ) : (
          <>
            <span className="matter-masked">{said.masked ?? t('matter.masked')}</span> {reveal}
          </>
        )}
      </dd>
    </div>
  );
}
