import type { ToldMap } from '../api/bodies.ts';
import type { Say } from '../matter/dates.ts';

type Told = ToldMap['statements'][number]['told'];
type Portion = Extract<Told, { kind: 'divides' }>['agree'][number];

const stems = { zh: '甲乙丙丁戊己庚辛壬癸', other: 'ABCDEFGHIJ' };
/** 甲组, group A. */
export const groupName = (group: number, say: Say, language: string): string =>
  say('talk.map.group', {
    stem: (language.startsWith('zh') ? stems.zh : stems.other).charAt(group) || String(group + 1),
  });

/** The one thing worth saying of a statement, as a sentence for a resident. */
export function tell(told: Told, say: Say, language: string): string {
  const nameOf = (group: number): string => groupName(group, say, language);
  const portions = (all: readonly Portion[]): string =>
    all
      .map(({ group, ...counts }) => say('talk.told.portion', { group: nameOf(group), ...counts }))
      .join(say('matter.comma'));
  switch (told.kind) {
    case 'out':
      return say('talk.told.out');
    case 'few':
      return say('talk.told.few', { count: told.answers });
    case 'unites':
      return say('talk.told.unites', { side: say(`talk.side.${told.side}`), groups: portions(told.groups) });
    case 'divides':
      return say('talk.told.divides', { agree: portions(told.agree), disagree: portions(told.disagree) });
    case 'represents':
      return say('talk.told.represents', {
        group: nameOf(told.group.group),
        side: say(`talk.side.${told.side}`),
        count: told.group.count,
        answers: told.group.answers,
        others: told.others.count,
        othersAnswers: told.others.answers,
      });
    case 'most':
      return say('talk.told.most', { side: say(`talk.side.${told.side}`), ...told.all });
    case 'open':
      return say('talk.told.open', {
        answers: told.answers,
        agree: told.agree,
        disagree: told.disagree,
      });
  }
}
