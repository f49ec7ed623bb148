import { createHmac } from 'node:crypto';
import { plainName, plainWidth } from '@liren/core/registry/plain-width.ts';
import { normalisePhone } from './phone.ts';

/** What a resident is found by. */
export interface Findable {
  readonly name: string;
  readonly identity?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * Makes and looks up the search marks of a community's residents: the whole name, every two neighbouring characters
 * of it, the whole numbers and their last four digits, each as 22 characters of HMAC-SHA256. A community's name stands
 * inside, so that marks of two communities never match and nobody can follow a person from one to another.
 */
export interface RegistryTokens {
  readonly of: (community: string, resident: Findable) => readonly string[];
  /** The marks that a searched word may stand for; all of them must be there. Empty where it is too short to search. */
  readonly sought: (community: string, word: string) => readonly string[];
  /** Of somebody erased: the identity number, and the name in each home, 64 hex each; no value stands behind them. */
  readonly erased: (
    community: string,
    resident: Pick<Findable, 'name' | 'identity'> & { readonly homes: readonly string[] },
  ) => readonly string[];
  /** 64 hex: the whole identity number, unique in a community. */
  readonly identityIndex: (community: string, identity: string) => string;
  /** 64 hex: that this resident is in this group; another for everybody. */
  readonly groupMark: (community: string, resident: string, group: string) => string;
  /** 64 hex: who owns something, by identity number or credit code; the same for all that they own in a community. */
  readonly ownerMark: (community: string, number: string) => string;
}

const pairsOf = (name: string): readonly string[] => {
  const characters = Array.from(name);
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
};

/** As it is marked: mainland numbers without the country's code. */
const bareNumber = (phone: string): string => phone.replace(/^\+86/, '');

export function createRegistryTokens(key: Uint8Array): RegistryTokens {
  const digest = (purpose: string, community: string, text: string) =>
    createHmac('sha256', key).update(`registry\0${purpose}\0${community}\0${text}`, 'utf8').digest();
  const mark = (purpose: string, community: string, text: string): string =>
    digest(purpose, community, text).toString('base64url').slice(0, 22);
  return {
    of: (community, { name, identity, phone }) => [
      ...new Set([
        ...[name, ...pairsOf(name)].map((text) => mark('name', community, text)),
        ...[identity, phone && bareNumber(phone)].flatMap((number) =>
          number === undefined
            ? []
            : [mark('number', community, number), mark('digits', community, number.slice(-4))],
        ),
      ]),
    ],
    sought: (community, word) => {
      const said = plainWidth(word).replaceAll(/\s+/g, '').toUpperCase();
      if (/^\d{3}[\dX]$/.test(said)) return [mark('digits', community, said)];
      if (/^\d{17}[\dX]$/.test(said)) return [mark('number', community, said)];
      const phone = normalisePhone(said);
      if (phone.ok) return [mark('number', community, bareNumber(phone.value))];
      return /\d/.test(said) ? [] : pairsOf(plainName(word)).map((pair) => mark('name', community, pair));
    },
    erased: (community, { name, identity, homes }) => [
      ...(identity === undefined ? [] : [digest('erased-identity', community, identity).toString('hex')]),
      ...homes.map((home) => digest('erased-home', community, `${name}\0${home}`).toString('hex')),
    ],
    identityIndex: (community, identity) => digest('identity', community, identity).toString('hex'),
    groupMark: (community, resident, group) =>
      digest('group', community, `${resident}\0${group}`).toString('hex'),
    ownerMark: (community, number) => digest('owner', community, number).toString('hex'),
  };
}
