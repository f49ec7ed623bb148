import { isUuid } from '@liren/core/basics/ids.ts';
import type { Routes } from '../signin/routes.ts';
import type { Deps } from './deps.ts';

/** One noun's routes. */
export type RoutePlugin = (app: Routes, deps: Deps) => void;
export type { Routes };

/** Opaque page mark: where the page before ended. */
export const writeCursor = (at: number, id: string): string => `${at}~${id}`;
export function readCursor(cursor: string | undefined): { at: number; id: string } | undefined {
  const match = /^(\d{1,16})~([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { at: Number(match[1]), id: match[2] };
}

/** Where the page before ended: a community, and a row of it. */
export const writeMark = (row: { readonly community: string; readonly id: string }): string =>
  `${row.community}~${row.id}`;
export function readMark(cursor: string | undefined): { community: string; id: string } | undefined {
  const at = cursor?.lastIndexOf('~') ?? -1;
  if (cursor === undefined || at < 0) return undefined;
  const id = cursor.slice(at + 1);
  return isUuid(id) ? { community: cursor.slice(0, at), id } : undefined;
}

/**
 * Read-only values as the body that a schema describes: the core's JSON is read-only all the way down, zod's is
 * not, and what is sent is checked against the schema anyway.
 */
export const asBody = <Body>(value: unknown): Body => value as Body;
