import { err, ok, type Result } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action, Answers } from '../../engine/kind.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { PollFacts } from '../../voting/facts.ts';
import { type Asked, resultOf } from '../../voting/result.ts';
import { approveOptions, tally } from '../../voting/tally.ts';
import type { Sum, Tally } from '../../voting/types.ts';
import { approve } from '../vote/announce.ts';
import type { Meet, MeetConfig, MeetState } from './config.ts';

const heads = (n: number): Sum => ({ heads: n, area: 0 });

/** Hands in the room, counted by two people who agree. */
function handsIn(present: Sum, { plain }: Answers): Result<Tally, Refusal> {
  const [yes, no, abstain] = approveOptions.map((option) => Number(plain[option] ?? 0)) as [
    number,
    number,
    number,
  ];
  const all = yes + no + abstain;
  if (all > present.heads) return err({ code: 'more-than-present' });
  return ok({
    cast: heads(all),
    options: { for: heads(yes), against: heads(no), abstain: heads(abstain) },
    invalid: heads(0),
  });
}

function countedIn(
  { config }: Meet,
  { present, ballots }: PollFacts,
  answers: Answers,
): Result<Tally, Refusal> {
  if (config.ballot === 'hands') return handsIn(present, answers);
  if (ballots === undefined) return err({ code: 'roll-not-ready' });
  const counted = tally({ kind: 'approve' }, approveOptions, ballots);
  return counted.cast.heads > present.heads ? err({ code: 'more-than-present' }) : ok(counted);
}

const asked = (config: MeetConfig): Asked => ({
  question: { kind: 'approve' },
  ballot: config.ballot ?? 'hands',
  attends: config.attends,
  passes: config.passes ?? [],
  options: approve,
  seats: 1,
});

export const resolve: Action<MeetConfig, MeetState> = {
  name: 'resolve',
  title: '宣布表决结果',
  main: true,
  makes: 'resolved',
  by: ({ step, config, state }) =>
    config.passes === undefined || state.begun === undefined || state.resolved !== undefined
      ? undefined
      : step.by,
  hindrance: ({ facts }) => ((facts.poll?.differences ?? 0) > 0 ? { code: 'differences-open' } : undefined),
  fields: ({ config }) =>
    config.ballot === 'hands'
      ? [
          plainField('for', '同意几人', 'number', { most: 100_000 }),
          plainField('against', '反对几人', 'number', { most: 100_000 }),
          plainField('abstain', '弃权几人', 'number', { most: 100_000 }),
          textField('counters', '两名监票、计票人', { type: 'text', most: 60, audience: 'parties' }),
        ]
      : [],
  decide: (context, answers) => {
    const { poll } = context.facts;
    if (poll === undefined) return err({ code: 'nobody-on-roll' });
    const counted = countedIn(context, poll, answers);
    if (!counted.ok) return counted;
    const { config } = context;
    const { roll: whole, present, ballots } = poll;
    const given = config.ballot === 'hands' ? undefined : ballots;
    const data = resultOf(asked(config), { whole, present }, counted.value, given);
    return ok({
      events: [{ type: 'resolved', data: { ...answers.plain, ...data }, sealed: answers.sealed }],
    });
  },
};
