import { hmacSha256Hex } from '@liren/core/basics/hash.ts';
import type { Shell } from '../shell.ts';

/** By what whoever signs in with this telephone is found on lists of a community; nobody reads the number from it. */
export const phoneKey = ({ handleKey }: Shell, community: string, phone: string): string =>
  `phone:${hmacSha256Hex(handleKey, `listed/${community}/${phone}`)}`;
