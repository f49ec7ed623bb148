import { useTranslation } from 'react-i18next';
import type { ToldMap } from '../api/bodies.ts';
import { refusalOf } from '../api/client.ts';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { MapPicture } from './map-picture.tsx';
import { MissingPart } from './missing-part.tsx';
import { type TalkKey, talkPath, useTalkMap } from './sources.ts';
import { groupName, tell } from './tell.ts';
import './talk.css';

type Statement = ToldMap['statements'][number];

function Statements({ title, none, all }: { title: string; none: string; all: readonly Statement[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="talk-told">
      <h3>{title}</h3>
      {all.length === 0 && <p className="lr-hint">{none}</p>}
      <ul>
        {all.map(({ n, text, told }) => (
          <li key={n}>
            <b>{text}</b>
            <span>{tell(told, t, i18n.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Groups({ map }: { map: ToldMap }) {
  const { t, i18n } = useTranslation();
  const textOf = new Map(map.statements.map(({ n, text }) => [n, text]));
  return (
    <div className="talk-groups">
      {map.groups.map(({ size, typical }, group) => {
        const name = groupName(group, t, i18n.language);
        return (
          <section key={name} className="talk-told">
            <h3>
              {size === undefined
                ? t('talk.map.small', { group: name, least: map.least })
                : t('talk.map.size', { group: name, count: size })}
            </h3>
            {size !== undefined && (
              <>
                <p className="lr-hint">
                  {t(typical.length === 0 ? 'talk.map.noTypical' : 'talk.map.typical', { group: name })}
                </p>
                <ul>
                  {typical.map(({ n, side, count, answers }) => (
                    <li key={n}>
                      <span>
                        <em className={`talk-side talk-side-${side}`}>{t(`talk.${side}`)}</em> {textOf.get(n)}
                      </span>
                      <small>{t('talk.told.portion', { group: '', count, answers }).trim()}</small>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Table({ map }: { map: ToldMap }) {
  const { t } = useTranslation();
  const mine = (vote: Statement['mine']): string =>
    vote === undefined ? '' : t(vote === 1 ? 'talk.agree' : vote === -1 ? 'talk.disagree' : 'talk.pass');
  return (
    <details className="talk-table">
      <summary>{t('talk.map.table')}</summary>
      <div className="talk-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('talk.map.statement')}</th>
              <th scope="col">{t('talk.agree')}</th>
              <th scope="col">{t('talk.disagree')}</th>
              <th scope="col">{t('talk.pass')}</th>
              <th scope="col">{t('talk.map.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {map.statements.map(({ n, text, agree, disagree, pass, mine: own }) => (
              <tr key={n}>
                <th scope="row">{text}</th>
                <td>{agree}</td>
                <td>{disagree}</td>
                <td>{pass}</td>
                <td>{mine(own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Files({ talk }: { talk: TalkKey }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('talk.map.files')}
      <br />
      {(['votes', 'comments'] as const).map((name) => (
        <a key={name} className="talk-file" href={`${talkPath(talk)}/${name}.csv`} download>
          {t(`talk.map.${name}`)}
        </a>
      ))}
    </p>
  );
}

function Where({ map }: { map: ToldMap }) {
  const { t, i18n } = useTranslation();
  if (map.closed) return <p className="lr-hint">{t('talk.map.meClosed')}</p>;
  const me = map.people.find((person) => person.me === true);
  if (me === undefined) return <p className="lr-hint">{t('talk.map.meNot')}</p>;
  if (me.group === undefined) return null;
  return (
    <p>
      <b>{t('talk.map.meIn', { group: groupName(me.group, t, i18n.language) })}</b>
    </p>
  );
}

/** 观点地图: people in groups, what unites and what divides them, who is missing. */
export function TalkMap({ talk }: { talk: TalkKey }) {
  const { t } = useTranslation();
  const answer = useTalkMap(talk);
  if (answer.error !== null) return <ErrorNotice refusal={refusalOf(answer.error)} />;
  if (answer.data === undefined) return <Skeleton lines={6} />;
  const map = answer.data;
  if (!map.told) return <p>{t('talk.map.few', { count: map.participants, least: map.least })}</p>;
  const byNumber = new Map(map.statements.map((one) => [one.n, one]));
  const these = (numbers: readonly number[]) => numbers.flatMap((n) => byNumber.get(n) ?? []);
  return (
    <div className="talk-map">
      <p>{t('talk.counts', { people: map.participants, votes: map.votes })}</p>
      <p className="lr-hint">{t('talk.map.lead', { count: map.people.length })}</p>
      <MapPicture map={map} />
      <Where map={map} />
      <Statements title={t('talk.map.unites')} none={t('talk.map.noUnites')} all={these(map.unites)} />
      <Statements title={t('talk.map.divides')} none={t('talk.map.noDivides')} all={these(map.divides)} />
      <Groups map={map} />
      <Table map={map} />
      {map.attendance !== undefined && <MissingPart attendance={map.attendance} least={map.least} />}
      {map.closed && <Files talk={talk} />}
    </div>
  );
}
