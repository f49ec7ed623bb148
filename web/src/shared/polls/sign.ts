import type { TFunction } from 'i18next';
import type { PollBody } from '../api/bodies.ts';
import type { Refusal } from '../api/client.ts';

type Asked = Pick<PollBody, 'rule'>;
export const isDemand = ({ rule }: Asked): boolean => rule?.question === 'sign-on';
/** 联名 has words of its own: whoever joins a demand signs it, and casts no vote. For every text about a poll. */
export const wordsOf = (poll: Asked): { readonly context: 'sign' | '' } => ({
  context: isDemand(poll) ? 'sign' : '',
});
/** The same for a stage of a matter, or something in its record. */
export const wordsAt = (at: { readonly signing?: boolean | undefined } | undefined) => ({
  context: at?.signing === true ? ('sign' as const) : ('' as const),
});
/** A no in words of signing, where they have their own for it. */
export const sayRefusal = (
  { code, message }: Pick<Refusal, 'code' | 'message'>,
  words: ReturnType<typeof wordsAt>,
  say: TFunction,
): string => say(`matter.refusal.${code}`, { ...words, defaultValue: message });
/** What a name on a demand says: nothing is chosen. */
export const onlyChoice = (poll: Asked & Pick<PollBody, 'options'>): readonly string[] | undefined =>
  isDemand(poll) ? poll.options.map(({ id }) => id) : undefined;
