import type { Instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { findRule } from '@liren/core/law/law.ts';
import type { Library } from '../adapters/charters/library.ts';
import { distinct } from './distinct.ts';

/** Rulebook ids as people read them: the law and its article. What the book does not know stays as it is written. */
export function citedRules(library: Library, ids: readonly string[], at: Instant) {
  const cited = ids.map((id) => {
    const rule = findRule(library.law, id, civilDateOf(at));
    return rule === undefined
      ? { law: id, article: '' }
      : { law: rule.source.law, article: rule.source.article };
  });
  return distinct(cited);
}
