import type { Instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { citation, findRule } from '@liren/core/law/law.ts';
import type { Library } from '../adapters/charters/library.ts';

/** Rulebook ids as people read them: the law and its article. What the book does not know stays as it is written. */
export function ruleWords(library: Library, ids: string, at: Instant): string {
  const words = ids.split('、').map((id) => {
    const rule = findRule(library.law, id, civilDateOf(at));
    return rule === undefined ? id : citation(rule.source);
  });
  return [...new Set(words)].join('、');
}
