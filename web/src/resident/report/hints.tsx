import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SimilarLine, SuggestionBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { asWritten, calledOf, titled } from '../../shared/i18n/titles.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { matterPath } from '../../shared/matter/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice, Happened } from '../../shared/ui/notice.tsx';
import { useSlow } from '../../shared/ui/use-slow.ts';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import type { Drafting, ReportDraft } from './draft.ts';
import { useOpening } from './opening.ts';

/** What the text seems to be about, asked when the typing pauses. */
function useSuggestion({ text, spot, place, community }: ReportDraft): SuggestionBody | undefined {
  const slow = useSlow(text.trim(), 500);
  const query = { text: slow.slice(0, 1_000), place: place ?? community, lat: spot?.lat, long: spot?.long };
  return useQuery({
    queryKey: ['suggest', query],
    queryFn: () => postJson<SuggestionBody>('/api/suggest', query),
    enabled: slow.length >= 4,
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  }).data;
}

/** Beside the text: the likely affair with its reasons, and open matters nearby that say the same. */
export function Hints({ drafting }: { drafting: Drafting }) {
  const { draft } = drafting;
  const suggestion = useSuggestion(draft);
  if (suggestion === undefined || draft.text.trim().length < 4) return null;
  return (
    <>
      {suggestion.affairs.length > 0 && (
        <Affairs drafting={drafting} affairs={suggestion.affairs.slice(0, 3)} />
      )}
      {suggestion.similar.length > 0 && <SameNearby similar={suggestion.similar.slice(0, 3)} />}
    </>
  );
}

function Affairs({ drafting, affairs }: { drafting: Drafting; affairs: SuggestionBody['affairs'] }) {
  const { t } = useTranslation();
  const { draft, change, drop } = drafting;
  return (
    <fieldset className="lr-field chips">
      <legend>{t('resident.report.affair')}</legend>
      <p className="lr-hint">{t('resident.report.affairHint')}</p>
      <div className="chips-row">
        {affairs.map(({ id, title, why }) => (
          <button
            key={id}
            type="button"
            aria-pressed={draft.affair === id}
            onClick={() => (draft.affair === id ? drop('affair') : change({ affair: id }))}
          >
            <b>{titled(title)}</b>
            {why[0] !== undefined && (
              <small>{t('resident.report.because', { word: why.slice(0, 2).join('”“') })}</small>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function SameNearby({ similar }: { similar: readonly SimilarLine[] }) {
  const { t } = useTranslation();
  return (
    <section className="same" aria-labelledby="same-title">
      <h3 id="same-title">{t('resident.report.same', { count: similar.length })}</h3>
      <p className="lr-hint">{t('resident.report.sameHint')}</p>
      <ul>
        {similar.map((matter) => (
          <Same key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}

function Same({ matter }: { matter: SimilarLine }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signedIn = useMe().data?.person !== undefined;
  const [wish, setWish] = useState(false);
  const commandId = useRef(newId());
  const join = useMutation({
    mutationFn: () =>
      postJson(`${matterPath(matter.community, matter.id)}/commands`, {
        commandId: commandId.current,
        type: 'join',
        input: {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mine'] }),
  });
  const procedure = useOpening()?.procedure.title;
  // A title that is only the procedure's name: the words are not public.
  const untold = !matter.written && procedure !== undefined && matter.title === asWritten(procedure);
  const href = `/matters/${matter.community}/${matter.id}`;
  const facts = [
    t('resident.report.sameStep', { step: titled(matter.step) }),
    matter.distanceMeters === undefined
      ? t(`resident.report.near.${matter.near}`, { defaultValue: '' })
      : t('resident.report.away', { count: Math.max(10, Math.round(matter.distanceMeters / 10) * 10) }),
    matter.joined > 0 ? t('resident.report.joined', { count: matter.joined }) : undefined,
  ];
  if (join.isSuccess)
    return (
      <li>
        <Happened what={t('resident.report.joinedNow')} next={t('resident.report.joinedNext')}>
          <Link to={href}>{t('resident.report.seeIt')}</Link>
        </Happened>
      </li>
    );
  return (
    <li>
      <Link to={href}>
        <b>{untold ? t('resident.report.untold') : calledOf(matter)}</b>
      </Link>
      <small>{facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}</small>
      <Button busy={join.isPending} onClick={() => (signedIn ? join.mutate() : setWish(true))}>
        {t('resident.report.join')}
      </Button>
      {wish && !signedIn && <NeedSignIn why={t('resident.report.joinSignIn')} />}
      {join.error !== null && <ErrorNotice refusal={refusalOf(join.error)} />}
    </li>
  );
}
