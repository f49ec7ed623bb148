import type { CivilDate } from '../basics/ids.ts';
import type { ActorRule, Charter, Procedure } from '../engine/types.ts';
import { fractionText } from '../law/fraction.ts';
import { type Asks, findRule, type LawBook, type LawRule } from '../law/law.ts';
import { isNoWeaker } from '../voting/legs.ts';
import type { Leg, Question } from '../voting/types.ts';
import { checkBallots } from './check-ballots.ts';
import { daysOf, durationText, lawDays } from './check-law.ts';
import { checkOrder } from './check-order.ts';
import {
  cited,
  countable,
  type Deciding,
  decidingIn,
  type Fault,
  isOf,
  listIn,
  rulesFor,
  type Share,
  sharesOf,
} from './deciding.ts';
import { didYouMean } from './problem.ts';

const legText = ({ op, share, of }: Leg): string =>
  `${op === '>' ? 'over' : 'at-least'}: ${share}, of: ${of}`;

function strangeLegs({ path, roll, attends, passes }: Deciding): Fault[] {
  const wrong = (legs: readonly Leg[], at: string, allowed: readonly string[]) =>
    legs
      .filter(({ of }) => !allowed.includes(of))
      .map(({ of }) => ({
        path: `${path}.${at}`,
        reason: `“${roll.title}”不能按 ${of} 来算`,
        help: didYouMean(of, allowed) ?? `可以写 ${allowed.join('、')}`,
      }));
  return [...wrong(attends, 'attends', roll.countsAs), ...wrong(passes, 'passes', countable(roll))];
}

/** The law's own condition as a leg; of a vote, those present are those who cast. */
const floorOf = ({ op, share, of }: Share, isVote: boolean): Leg => ({
  op: op === '>' ? '>' : '>=',
  share: fractionText(share),
  of: isVote && of === 'attendees' ? 'ballots-cast' : of,
});

function weaker(
  deciding: Deciding,
  legs: readonly Leg[],
  at: string,
  floors: readonly Share[],
  rule: LawRule,
): Fault[] {
  return floors
    .map((share) => floorOf(share, deciding.isVote))
    .filter((floor) => !legs.some((leg) => isNoWeaker(leg, floor)))
    .map((floor) => ({
      path: `${deciding.path}.${at}`,
      reason:
        legs.length === 0
          ? `没有写 ${at}，法律要求 ${legText(floor)}`
          : `${legs.map(legText).join('；')}，低于法律要求的 ${legText(floor)}`,
      help: `改成 ${at}: { ${legText(floor)} } 或更高`,
      law: cited(rule),
    }));
}

/** Whoever may demand something by law may not be asked for more names than the law asks for. */
function dearer({ path, passes, isVote }: Deciding, floors: readonly Share[], rule: LawRule): Fault[] {
  const law = floors.map((share) => floorOf(share, isVote));
  return passes
    .filter((leg) => law.length > 0 && !law.some((floor) => isNoWeaker(floor, leg)))
    .map((leg) => ({
      path: `${path}.passes`,
      reason: `要 ${legText(leg)} 联名，比法律的 ${law.map(legText).join('；')} 还多`,
      help: '联名的人数按法律写，不能加码',
      law: cited(rule),
    }));
}

/** In a run-off the law of the election may ask for less; where it does not speak of one, it asks for the same. */
function consentAsked(question: Question, rules: readonly LawRule[]): Asks {
  if (question.kind === 'sign-on') return 'demand';
  const isRunOff = question.kind === 'elect' && question.runOff;
  return isRunOff && rules.some((rule) => sharesOf(rule, 'run-off').length > 0) ? 'run-off' : 'consent';
}

function belowLaw(deciding: Deciding, rule: LawRule, asked: Asks): Fault[] {
  const { roll, attends, passes } = deciding;
  const turnout = asked === 'demand' ? [] : sharesOf(rule, 'turnout');
  const ownTurnout = turnout.filter((share) => isOf(share, roll));
  const ownConsent = sharesOf(rule, asked).filter((share) => isOf(share, roll));
  if (turnout.length > 0 && ownTurnout.length === 0)
    return [
      {
        path: deciding.path,
        reason: `“${roll.title}”不能按这一条决定`,
        help: `法律说的是 ${turnout.map(({ of }) => of).join('、')}`,
        law: cited(rule),
      },
    ];
  return [
    ...weaker(deciding, attends, 'attends', ownTurnout, rule),
    ...(passes.length === 0 ? [] : weaker(deciding, passes, 'passes', ownConsent, rule)),
    // The law's notice is that of the meeting, not of asking for it.
    ...(asked === 'demand'
      ? dearer(deciding, ownConsent, rule)
      : [...shortNotice(deciding, rule), ...untold(deciding, rule)]),
  ];
}

function shortNotice({ path, notice }: Deciding, rule: LawRule): Fault[] {
  const asked = lawDays(rule.values['notice']);
  if (asked === undefined || daysOf(notice).least >= asked) return [];
  return [
    {
      path: `${path}.notice`,
      reason: `提前 ${durationText(notice)}通知，短于法律要求的 ${asked} 日`,
      help: `改成 notice: { days: ${asked} } 或更长`,
      law: cited(rule),
    },
  ];
}

const organsIn = (rule: ActorRule): readonly string[] => {
  if (rule.who === 'any') return rule.of.flatMap(organsIn);
  return rule.who === 'organ' ? [rule.organ] : [];
};
/** 同时告知: an organ that the law wants to hear of it gives the notice itself, or is told. */
function untold({ path, knows }: Deciding, rule: LawRule): Fault[] {
  const known = knows.flatMap(organsIn);
  return listIn(rule, 'told')
    .filter((organ) => !known.includes(organ))
    .map((organ) => ({
      path: `${path}.tells`,
      reason: `发通知时没有告知 ${organ}`,
      help: `写 tells: { organ: ${organ} }`,
      law: cited(rule),
    }));
}

function uncited({ path, question }: Deciding, rules: readonly LawRule[]): Fault[] {
  if (question.kind !== 'elect') return [];
  const asked = consentAsked(question, rules);
  return rules.some((rule) => sharesOf(rule, asked).length > 0)
    ? []
    : [{ path: `${path}.law`, reason: '选举没有写依据哪一条', help: '例如 law: URB-6 或 VIL-10' }];
}

function strangePosts({ path, roll }: Deciding, charter: Charter): Fault[] {
  const posts = Object.keys(charter.posts);
  return (roll.posts ?? [])
    .filter((post) => !posts.includes(post))
    .map((post) => ({
      path: `${path}.roll`,
      reason: `名册“${roll.title}”要找岗位 ${post}，章程里没有`,
      help: didYouMean(post, posts),
    }));
}

/**
 * Whether what is decided is decided by those who may, by no weaker a rule than the law in force on the day, and in the
 * order that the law asks for.
 * @param all the charter's procedures: some votes are held as others were.
 */
export function checkPolls(
  procedure: Procedure,
  charter: Charter,
  book: LawBook,
  on: CivilDate,
  all: readonly Procedure[] = [procedure],
): readonly Fault[] {
  const confirmed = (ids: readonly string[]): readonly LawRule[] =>
    ids.flatMap((id) => {
      const rule = findRule(book, id, on);
      return rule?.status === 'confirmed' ? [rule] : [];
    });
  const faults = decidingIn(procedure).flatMap((deciding) => {
    const rules = confirmed(rulesFor(deciding));
    const asked = consentAsked(deciding.question, rules);
    return [
      ...strangePosts(deciding, charter),
      ...strangeLegs(deciding),
      ...uncited(deciding, rules),
      ...rules.flatMap((rule) => belowLaw(deciding, rule, asked)),
      ...checkBallots(deciding, procedure, rules),
    ];
  });
  return [...faults, ...checkOrder(procedure, book, on, all)];
}
