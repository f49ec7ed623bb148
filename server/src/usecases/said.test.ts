import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { expect, it } from 'vitest';
import { definitionFor, loadLibrary } from '../adapters/charters/library.ts';
import { chartersFolder } from '../wiring.ts';
import { isMasked } from './said.ts';

it('masks whatever leads to a person, whichever door it came through', () => {
  const library = unwrap(loadLibrary(chartersFolder));
  const complaint = definitionFor(library, 'beijing-12345', 'complaint', civilDate('2026-11-16'));
  const masked = [
    'phone',
    'reporter',
    'email',
    'device',
    'account',
    'ticket',
    'category',
    'media',
    'text',
  ].filter((name) => isMasked(complaint, name));
  expect(masked).toEqual(['phone', 'reporter', 'email', 'device', 'account']);
});
