import { err, ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action } from '../../engine/kind.ts';
import type { Option } from '../../voting/facts.ts';
import { approveOptions } from '../../voting/tally.ts';
import type { Question } from '../../voting/types.ts';
import type { Vote, VoteConfig, VoteState } from './config.ts';
import { boxHours, rollHindrance, toldOf } from './poll.ts';

const approveTitles: Readonly<Record<(typeof approveOptions)[number], string>> = {
  for: '同意',
  against: '反对',
  abstain: '弃权',
};
export const approve: readonly Option[] = approveOptions.map((id) => ({ id, title: approveTitles[id] }));
const linesOf = (text: unknown): readonly string[] =>
  typeof text === 'string'
    ? [
        ...new Set(
          text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        ),
      ]
    : [];

/** What stands on the ballot; undefined where it is written only when the vote is announced. */
export function fixedOptions(
  { kind }: Question,
  candidates: readonly Option[],
): readonly Option[] | undefined {
  switch (kind) {
    case 'approve':
      return approve;
    case 'sign-on':
      return [{ id: 'for', title: '联名' }];
    case 'elect':
      return candidates;
    case 'choose':
      return undefined;
  }
}
export const writtenOptions = (titles: readonly string[]): readonly Option[] =>
  titles.map((title, i) => ({ id: `o${i + 1}`, title }));
const optionsFor = ({ config, state }: Vote, written: unknown): readonly Option[] =>
  fixedOptions(config.question, state.candidates) ?? writtenOptions(linesOf(written));

/** What a notice says to whoever will vote. */
export const noticeFields = [
  textField('title', '表决事项', { type: 'text', most: 100, audience: 'public' }),
  textField('text', '说明', { audience: 'public', most: 20_000 }),
];

/** 表决通知: from here on the roll and what is voted on stand still. */
export const announce: Action<VoteConfig, VoteState> = {
  name: 'announce',
  title: '发出表决通知',
  main: true,
  makes: 'vote-announced',
  by: ({ step, state }) => (state.announced === undefined ? step.by : undefined),
  hindrance: (context) => {
    const { config, state } = context;
    const tooFew = config.question.kind === 'elect' && state.candidates.length <= state.seats;
    return rollHindrance(context) ?? (tooFew ? { code: 'too-few-candidates' } : undefined);
  },
  fields: ({ config }) => [
    ...noticeFields,
    ...(config.question.kind === 'choose'
      ? [plainField('choices', '有哪些选择（每行一个）', 'long-text', { most: 2000 })]
      : []),
  ],
  decide: (context, { plain, sealed }) => {
    const { config } = context;
    const options = optionsFor(context, plain['choices']);
    if (config.question.kind === 'choose' && options.length < 2)
      return err({ code: 'field-invalid', about: 'choices' });
    const data = {
      ...boxHours(context),
      options: options.map((option) => ({ ...option })),
      ...toldOf(context),
    };
    return ok({ events: [{ type: 'vote-announced', data, sealed }] });
  },
};
