import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { castBodyOf, newReceiptCode } from '../../shared/polls/cast.ts';
import { choiceText } from '../../shared/polls/say-marks.ts';
import { isDemand, wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey, pollsPath } from '../../shared/polls/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { OrderList } from './order-list.tsx';
import { ProjectBallot } from './project-ballot.tsx';
import { keepReceipt } from './receipts.ts';

type Line = PollBody['mine'][number];
export interface BallotOf {
  readonly community: string;
  readonly matter: string;
  readonly poll: PollBody;
  readonly line: Line;
}

function useCast({ community, matter, poll, line }: BallotOf) {
  const client = useQueryClient();
  // One code for one ballot: sent again after a lost answer, it is the same ballot.
  const [code] = useState(newReceiptCode);
  return useMutation({
    mutationFn: async (choice: readonly string[]) => {
      const channel = line.as === 'proxy' ? 'proxy' : 'online';
      const body = await castBodyOf(poll, line.id, channel, { code, choice });
      const { at } = await postJson<{ at: number }>(`${pollsPath(community, matter)}/ballots`, body);
      keepReceipt(poll.id, line.id, { code, choice, at });
    },
    onSuccess: () =>
      Promise.all(
        [pollsKey(community, matter), ['own-polls']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** One choice is confirmed at once; of several one says when one is ready. */
function Options({
  poll,
  chosen,
  onChoose,
}: {
  poll: PollBody;
  chosen: readonly string[];
  onChoose: (choice: readonly string[], ready: boolean) => void;
}) {
  const { t } = useTranslation();
  const most = poll.rule?.most ?? 1;
  const single = most === 1;
  // Two of one name are told apart by where they live.
  const fromOf = new Map(poll.candidates.map(({ id, from }) => [id, from]));
  const press = (id: string) => {
    if (single) return onChoose([id], true);
    const without = chosen.filter((each) => each !== id);
    onChoose(without.length < chosen.length ? without : [...chosen, id].slice(0, most), false);
  };
  return (
    <>
      {!single && <p className="ballot-count">{t('polls.chosen', { count: chosen.length, most })}</p>}
      <ul className="ballot-options">
        {poll.options.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="ballot-option"
              aria-pressed={chosen.includes(id)}
              disabled={!single && chosen.length >= most && !chosen.includes(id)}
              onClick={() => press(id)}
            >
              <span className={single ? 'ballot-mark' : 'ballot-mark is-tick'} aria-hidden="true" />
              <span className="ballot-words">
                {titled(title)}
                {fromOf.get(id) !== undefined && <small>{fromOf.get(id)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!single && (
        <Button weight="main" wide disabled={chosen.length === 0} onClick={() => onChoose(chosen, true)}>
          {t('polls.ready')}
        </Button>
      )}
    </>
  );
}

/** What is asked: of an allocation as its ballots mark projects. */
const askOf = ({ rule }: PollBody): string => {
  const kind = rule?.kind ?? '';
  return ['cumulative', 'scoring', 'ranked', 'choose-one'].includes(kind)
    ? `polls.ask.${kind}`
    : `polls.ask.${rule?.question ?? 'approve'}`;
};

/** 选票: choose, see once more what was chosen, cast. */
export function Ballot(props: BallotOf) {
  const { t } = useTranslation();
  const { poll } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [ready, setReady] = useState(false);
  const cast = useCast(props);
  const choose = (choice: readonly string[], whole: boolean) => {
    setChosen(choice);
    setReady(whole);
  };
  if (!ready)
    return (
      <section className="ballot" aria-label={t('polls.ballot', wordsOf(poll))}>
        <h2>{t(askOf(poll), { count: poll.rule?.most ?? 1 })}</h2>
        {poll.kind === 'allocate' ? (
          <ProjectBallot {...props} chosen={chosen} onChoose={choose} />
        ) : (
          <Options poll={poll} chosen={chosen} onChoose={choose} />
        )}
      </section>
    );
  const options = poll.options.map(({ id, title }) => ({ id, title: titled(title) }));
  const kind = poll.rule?.kind;
  return (
    <section className="ballot" aria-label={t('polls.ballot', wordsOf(poll))}>
      <h2>{t(kind === 'ranked' ? 'polls.allocation.order' : 'polls.confirm', wordsOf(poll))}</h2>
      {kind === 'ranked' ? (
        <OrderList options={options} chosen={chosen} onChange={setChosen} />
      ) : (
        !isDemand(poll) && <p className="ballot-chosen">{choiceText(options, kind, chosen, t)}</p>
      )}
      <p>{t('polls.confirmText', wordsOf(poll))}</p>
      {cast.error !== null && <ErrorNotice refusal={refusalOf(cast.error)} />}
      <div className="ballot-buttons">
        <Button weight="main" wide busy={cast.isPending} onClick={() => cast.mutate(chosen)}>
          {t('polls.cast', wordsOf(poll))}
        </Button>
        <Button wide disabled={cast.isPending} onClick={() => setReady(false)}>
          {t('polls.change', wordsOf(poll))}
        </Button>
      </div>
    </section>
  );
}
