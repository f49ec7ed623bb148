import { randomUUID } from 'node:crypto';
import type { Visitor } from './chromium.ts';
import { send } from './households.ts';
import type { Street } from './start-street.ts';

export const hour = 3_600_000;
export const minute = 60_000;
/** The wall clock of the street: 2026-11-20T19:30. */
export const clock = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 16);

/** Half past seven in the evening, so many days from now. */
export function evening(street: Street, days: number): number {
  const day = clock(street.now() + days * 24 * hour).slice(0, 10);
  return Date.parse(`${day}T19:30:00+08:00`);
}
export const passUntil = (street: Street, at: number): Promise<void> =>
  street.pass({ hours: (at - street.now()) / hour });

/** 小院议事厅 of the households of c1. @returns /matters/… */
export async function openCouncil(worker: Visitor, street: Street, title: string): Promise<string> {
  const opened = await send(worker, street, '/api/matters', {
    commandId: randomUUID(),
    procedure: 'courtyard-council',
    community: 'c1',
    input: { title, text: '楼里好几户都提过。' },
  });
  return `/matters/c1/${opened.id}`;
}
