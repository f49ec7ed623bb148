import type { PhoneNumber } from '../adapters/crypto/phone.ts';

export type PasswordWeakness = 'password-too-short' | 'password-personal' | 'password-common';

/** Whose password it is to be, as far as we know. */
export interface PasswordOwner {
  readonly name: string | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly loginName?: string;
}

const productNames = ['liren', '里仁'];
/** Shorter pieces stand in too many words by accident: the pinyin "lina" in "carolina". */
const fewestLetters = 6;
/** A thousand million guesses: with failures limited and a second factor, more than anyone can try. */
const fewestGuessesLog10 = 9;
/** More is not looked at: how long the look takes grows faster than the text. */
const mostCharacters = 64;

/** Case, width, blanks and hyphens hide nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.'’]/g, '');

async function estimatorOf() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }, { chineseHabits }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('./chinese-habits.ts'),
  ]);
  const lists = { passwords: dictionary['passwords-common'], habits: [...chineseHabits] };
  return new ZxcvbnFactory({ dictionary: lists, graphs: adjacencyGraphs });
}
let estimator: ReturnType<typeof estimatorOf> | undefined;

/** What others know of the owner, as it may be typed. */
async function knownOf({ name = '', phone, loginName = '' }: PasswordOwner): Promise<readonly string[]> {
  const { pinyin } = await import('pinyin-pro');
  const spelled = plain(pinyin(name, { toneType: 'none', type: 'array' }).join(''));
  const number = phone?.replace('+86', '') ?? '';
  const [login = ''] = plain(loginName).split('@');
  return [plain(name), spelled, number, number.slice(-8), login].filter((each) => each.length > 1);
}

const tells = (password: string, known: string): boolean =>
  (known.length >= fewestLetters || /\p{Script=Han}{2}/u.test(known)) && password.includes(known);

/**
 * NIST SP 800-63B 3.1.1: length, a list of what is commonly used or expected, what belongs to the person and the
 * service; no rules about kinds of characters, no regular change.
 */
export async function findPasswordWeakness(
  password: string,
  owner: PasswordOwner,
  minimumCharacters: number,
): Promise<PasswordWeakness | undefined> {
  if (Array.from(password).length < minimumCharacters) return 'password-too-short';
  const known = await knownOf(owner);
  const bare = plain(password);
  if (productNames.some((name) => bare.includes(name)) || known.some((each) => tells(bare, each)))
    return 'password-personal';
  estimator ??= estimatorOf();
  const { guessesLog10 } = (await estimator).check(password.slice(0, mostCharacters), [...known]);
  return guessesLog10 < fewestGuessesLog10 ? 'password-common' : undefined;
}
