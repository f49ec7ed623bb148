import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterBody, OfferBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import type { Answers } from './answers.ts';
import './matter.css';
import './action.css';
import { postJson, type Refusal, refusalOf } from '../api/client.ts';
import { sayRefusal, wordsAt } from '../polls/sign.ts';
import { ActionForm } from './action-form.tsx';
import type { Draft } from './answers.ts';
import type { Say } from './dates.ts';
import { newId } from './new-id.ts';
import { matterKey, matterPath } from './sources.ts';

interface Command {
  readonly offer: OfferBody;
  readonly answers: Answers;
}

/** Sends a command with an id that stays the same while its answers do, so a retry never acts twice. */
function useCommand(matter: MatterBody, onDone: (offer: OfferBody) => void) {
  const client = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly id: string }>(undefined);
  return useMutation({
    mutationFn: ({ offer, answers }: Command) => {
      const text = JSON.stringify([offer.name, answers, matter.version]);
      if (sent.current?.text !== text) sent.current = { text, id: newId() };
      const { visit } = matter;
      return postJson(`${matterPath(matter.community, matter.id)}/commands`, {
        commandId: sent.current.id,
        type: offer.name,
        ...(visit !== undefined && { visit: { step: visit.step, n: visit.n } }),
        input: answers,
      });
    },
    onSuccess: async (_, { offer }) => {
      onDone(offer);
      await client.invalidateQueries({ queryKey: matterKey(matter.community, matter.id) });
      await client.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}

/** Nobody has asked for anything that this would grant or answer: saying so would only be noise. */
const isIdle = ({ hindrance }: OfferBody): boolean => hindrance?.code === 'nothing-asked';

/** Main first, then the rest in the order of the procedure; what is hindered stays visible with its reason. */
const ordered = (offers: readonly OfferBody[]): readonly OfferBody[] =>
  [...offers].sort((a, b) => rankOf(a) - rankOf(b));
const rankOf = (offer: OfferBody): number => (offer.hindrance !== undefined ? 2 : offer.main ? 0 : 1);

function didText({ name, title, did }: OfferBody, t: Say): string {
  if (did !== undefined) return t('matter.did.own', { did: titled(did) });
  return t(`matter.did.${name}`, { defaultValue: t('matter.did.other', { title: titled(title) }) });
}

/** What you may do here. A press opens the form in place; `prefill` gives an action answers to begin with. */
export function MatterActions({
  matter,
  prefill = {},
  startWith,
  without = [],
}: {
  matter: MatterBody;
  prefill?: Readonly<Record<string, Draft>>;
  startWith?: string | undefined;
  /** Actions that this face does not offer. */
  without?: readonly string[];
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(startWith);
  const [said, setSaid] = useState<string>();
  const command = useCommand(matter, (offer) => {
    setChosen(undefined);
    setSaid(didText(offer, t));
  });
  const offer = matter.offers.find(({ name, hindrance }) => name === chosen && hindrance === undefined);
  const offers = ordered(matter.offers.filter((each) => !without.includes(each.name) && !isIdle(each)));
  if (offers.length === 0 && said === undefined) return null;
  const words = wordsAt(matter.visit);
  const worded = (refusal: Refusal): Refusal => ({ ...refusal, message: sayRefusal(refusal, words, t) });
  const open = (name: string) => {
    command.reset();
    setSaid(undefined);
    setChosen(name === chosen ? undefined : name);
  };
  return (
    <section className="matter-section matter-actions" aria-label={t('matter.actions.title')}>
      <h2>{t('matter.actions.title')}</h2>
      {said !== undefined && (
        <p className="did" role="status">
          <span aria-hidden="true">●</span> {said}
        </p>
      )}
      <ul className="action-list">
        {offers.map((each) => (
          <li key={each.name}>
            <button
              type="button"
              className={`action${each.main && each.hindrance === undefined ? ' action-main' : ''}`}
              disabled={each.hindrance !== undefined}
              aria-expanded={chosen === each.name}
              aria-describedby={each.hindrance === undefined ? undefined : `why-${each.name}`}
              onClick={() => open(each.name)}
            >
              {titled(each.title)}
            </button>
            {each.hindrance !== undefined && (
              <span className="action-why" id={`why-${each.name}`}>
                {worded(each.hindrance).message}
              </span>
            )}
          </li>
        ))}
      </ul>
      {offer !== undefined && (
        <ActionForm
          key={offer.name}
          title={titled(offer.title)}
          fields={offer.fields}
          draftKey={`${matter.id}.${offer.name}`}
          initial={prefill[offer.name] ?? offer.initial ?? {}}
          context={{
            community: matter.community,
            suggestedOrgans: matter.suggestedOrgans,
            labelOf: ({ name, title }) =>
              t(`matter.asks.${offer.name}.${name}`, { ...words, defaultValue: titled(title) }),
          }}
          busy={command.isPending}
          refusal={command.error === null ? undefined : worded(refusalOf(command.error))}
          onSend={(answers, forget) => command.mutate({ offer, answers }, { onSuccess: forget })}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
