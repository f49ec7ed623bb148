import type { PollBody } from '../api/bodies.ts';

type Asked = Pick<PollBody, 'rule'>;
export const isDemand = ({ rule }: Asked): boolean => rule?.question === 'sign-on';
/** 联名 has words of its own: whoever joins a demand signs it, and casts no vote. For every text about a poll. */
export const wordsOf = (poll: Asked): { readonly context: 'sign' | '' } => ({
  context: isDemand(poll) ? 'sign' : '',
});
/** What a name on a demand says: nothing is chosen. */
export const onlyChoice = (poll: Asked & Pick<PollBody, 'options'>): readonly string[] | undefined =>
  isDemand(poll) ? poll.options.map(({ id }) => id) : undefined;
