import type { CivilDate } from '../basics/ids.ts';
import type { Duration } from '../calendar/calendar.ts';
import type { Charter, Procedure } from '../engine/types.ts';
import { fractionText } from '../law/fraction.ts';
import { type Asks, citation, findRule, type LawBook, type LawRule, type LawValue } from '../law/law.ts';
import type { MeetConfig } from '../steps/meet/config.ts';
import type { VoteConfig } from '../steps/vote/config.ts';
import { findMeasure, isNoWeaker } from '../voting/legs.ts';
import type { Leg, Question, RollRule } from '../voting/types.ts';
import { daysOf, durationText } from './check-law.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** What a vote and a meeting have in common: somebody decides, by a rule. */
interface Deciding {
  readonly path: string;
  readonly roll: RollRule;
  readonly attends: readonly Leg[];
  readonly passes: readonly Leg[];
  readonly question: Question;
  readonly notice: Duration;
  /** Of a vote whoever takes part votes: those present are those who cast. */
  readonly isVote: boolean;
  readonly law: readonly string[];
}

const legText = ({ op, share, of }: Leg): string =>
  `${op === '>' ? 'over' : 'at-least'}: ${share}, of: ${of}`;
const cited = (rule: LawRule): string => `${citation(rule.source)}（${rule.id}）`;

function decidingIn(procedure: Procedure): readonly Deciding[] {
  return Object.entries(procedure.steps).flatMap(([name, step]): Deciding[] => {
    const path = `steps.${name}`;
    if (step.kind === 'vote') {
      const { roll, attends, passes, question, notice } = step.config as VoteConfig;
      return [{ path, roll, attends, passes, question, notice, isVote: true, law: step.law }];
    }
    if (step.kind !== 'meet') return [];
    const { of: roll, attends, passes = [], notice } = step.config as MeetConfig;
    return [
      { path, roll, attends, passes, question: { kind: 'approve' }, notice, isVote: false, law: step.law },
    ];
  });
}

/** Conditions count what the roll has: nobody measures area where there are no owners. */
function strangeLegs({ path, roll, attends, passes }: Deciding): Fault[] {
  const parts = [
    'attendees',
    'ballots-cast',
    ...(roll.from === 'owners' ? ['participating-area', 'participating-heads'] : []),
  ];
  const known = [...roll.countsAs, ...parts];
  const wrong = (legs: readonly Leg[], at: string, allowed: readonly string[]) =>
    legs
      .filter(({ of }) => !allowed.includes(of))
      .map(({ of }) => ({
        path: `${path}.${at}`,
        reason: `“${roll.title}”不能按 ${of} 来算`,
        help: didYouMean(of, allowed) ?? `可以写 ${allowed.join('、')}`,
      }));
  return [...wrong(attends, 'attends', roll.countsAs), ...wrong(passes, 'passes', known)];
}

type Share = Extract<LawValue, { kind: 'share' }>;
const sharesOf = (rule: LawRule, asked: Asks): readonly Share[] =>
  Object.values(rule.values).filter(
    (value): value is Share => value.kind === 'share' && value.asks === asked,
  );

/** The law's own condition as a leg; of a vote, those present are those who cast. */
const floorOf = ({ op, share, of }: Share, isVote: boolean): Leg => ({
  op: op === '>' ? '>' : '>=',
  share: fractionText(share),
  of: isVote && of === 'attendees' ? 'ballots-cast' : of,
});

/** Whether the law's condition speaks of this roll: of its whole under that name, or of whoever takes part in anything. */
const isOf = ({ of }: Share, roll: RollRule): boolean =>
  roll.countsAs.includes(of) || findMeasure(of)?.base !== 'whole';

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

const consentAsked = ({ kind, ...question }: Question): Asks =>
  kind === 'sign-on' ? 'demand' : 'runOff' in question && question.runOff ? 'run-off' : 'consent';

function belowLaw(deciding: Deciding, rule: LawRule): Fault[] {
  const { roll, attends, passes, question } = deciding;
  const asked = consentAsked(question);
  const turnout = asked === 'demand' ? [] : sharesOf(rule, 'turnout');
  const consent = sharesOf(rule, asked);
  const ownTurnout = turnout.filter((share) => isOf(share, roll));
  const ownConsent = consent.filter((share) => isOf(share, roll));
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
    ...shortNotice(deciding, rule),
  ];
}

function shortNotice({ path, notice }: Deciding, rule: LawRule): Fault[] {
  const asked = rule.values['notice'];
  if (asked?.kind !== 'time' || asked.unit !== 'days' || asked.op !== '>=') return [];
  if (daysOf(notice).least >= asked.amount) return [];
  return [
    {
      path: `${path}.notice`,
      reason: `提前 ${durationText(notice)}通知，短于法律要求的 ${asked.amount} 日`,
      help: `改成 notice: { days: ${asked.amount} } 或更长`,
      law: cited(rule),
    },
  ];
}

/** An election goes by the rules of elections that its step names; whatever else a roll decides, by the roll's own as well. */
const rulesFor = ({ law, roll, question, passes }: Deciding): readonly string[] =>
  question.kind === 'elect' || question.kind === 'sign-on' || passes.length === 0
    ? law
    : [...new Set([...law, ...roll.law])];

function uncited({ path, question, law }: Deciding, book: LawBook, on: CivilDate): Fault[] {
  const asked = consentAsked(question);
  if (question.kind !== 'elect') return [];
  const has = law.some((id) => sharesOf(findRule(book, id, on) ?? noRule, asked).length > 0);
  return has
    ? []
    : [{ path: `${path}.law`, reason: '选举没有写依据哪一条', help: '例如 law: URB-6 或 VIL-10' }];
}
const noRule = { values: {} } as LawRule;

/** What must be shorter than, or at most, the law allows around a roll, its proxies and its nominations. */
function aroundVote(path: string, config: VoteConfig, rule: LawRule): Fault[] {
  const { rollPublished, proxies, question } = config;
  const { publishBefore, objection, decision, mostProxies, representativesMayDelegate, nominators } =
    rule.values;
  const law = cited(rule);
  const faults: Fault[] = [];
  const add = (at: string, reason: string, help: string) =>
    faults.push({ path: `${path}.${at}`, reason, help, law });
  if (
    publishBefore?.kind === 'time' &&
    (rollPublished === undefined || daysOf(rollPublished.for).least < publishBefore.amount)
  )
    add(
      'roll-published',
      `名册公布不到 ${publishBefore.amount} 日`,
      `写 roll-published: { for: { days: ${publishBefore.amount} }, … }`,
    );
  if (
    objection?.kind === 'time' &&
    rollPublished !== undefined &&
    daysOf(rollPublished.objections).most > objection.amount
  )
    add(
      'roll-published.objections',
      `异议期比法律的 ${objection.amount} 日长`,
      `改成 { days: ${objection.amount} }`,
    );
  if (
    decision?.kind === 'time' &&
    rollPublished !== undefined &&
    daysOf(rollPublished.decidedWithin).most > decision.amount
  )
    add(
      'roll-published.decided-within',
      `处理异议比法律的 ${decision.amount} 日慢`,
      `改成 { days: ${decision.amount} } 或更短`,
    );
  if (mostProxies?.kind === 'count' && (proxies?.most ?? 0) > mostProxies.count)
    add('proxies.most', `一个人最多可以代 ${mostProxies.count} 票`, `改成 ${mostProxies.count}`);
  if (
    representativesMayDelegate?.kind === 'flag' &&
    config.roll.countsAs.includes('all-representatives') &&
    config.channels.includes('proxy')
  )
    add('channels', '代表选举不能委托投票', '去掉 proxy');
  if (
    nominators?.kind === 'count' &&
    question.kind === 'elect' &&
    (question.nominators ?? nominators.count) > nominators.count
  )
    add(
      'question.nominators',
      `联名提名的人数比法律的 ${nominators.count} 人多`,
      `改成 ${nominators.count} 或更少`,
    );
  return faults;
}

/** A ballot that shows its area shows whose it is; one that is given to another needs its rule. */
function ballots(path: string, config: VoteConfig): Fault[] {
  const faults: Fault[] = [];
  if (config.ballot === 'secret' && config.roll.from === 'owners')
    faults.push({
      path: `${path}.ballot`,
      reason: '按面积计票，票面上的面积就说出了是谁，不能不记名',
      help: '改成 ballot: named',
    });
  if (config.channels.includes('proxy') !== (config.proxies !== undefined))
    faults.push({
      path: `${path}.proxies`,
      reason: '写了委托，要写一个人最多代几票；没有委托就不写',
      help: 'proxies: { most: 3 }',
    });
  if (config.channels.includes('desk') !== (config.revocable !== undefined))
    faults.push({
      path: `${path}.revocable`,
      reason: '有人代为操作的投票，要写多久之内可以反悔',
      help: 'revocable: { hours: 24 }',
    });
  if (config.silent !== undefined && (config.roll.from !== 'owners' || config.question.kind !== 'approve'))
    faults.push({
      path: `${path}.silent`,
      reason: '只有业主对一件事表决同意还是反对，才可以按规约把未表决的计入多数',
      help: '删掉 silent',
    });
  return faults;
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

/** Whether what is decided is decided by those who may, and by no weaker a rule than the law in force on the day. */
export function checkPolls(
  procedure: Procedure,
  charter: Charter,
  book: LawBook,
  on: CivilDate,
): readonly Fault[] {
  const confirmed = (ids: readonly string[]): readonly LawRule[] =>
    ids.flatMap((id) => {
      const rule = findRule(book, id, on);
      return rule?.status === 'confirmed' ? [rule] : [];
    });
  const all = decidingIn(procedure).flatMap((deciding) => [
    ...strangePosts(deciding, charter),
    ...strangeLegs(deciding),
    ...uncited(deciding, book, on),
    ...confirmed(rulesFor(deciding)).flatMap((rule) => belowLaw(deciding, rule)),
  ]);
  const votes = Object.entries(procedure.steps).flatMap(([name, { kind, config, law }]) => {
    if (kind !== 'vote') return [];
    const path = `steps.${name}`;
    const own = config as VoteConfig;
    return [...ballots(path, own), ...confirmed(law).flatMap((rule) => aroundVote(path, own, rule))];
  });
  return [...all, ...votes];
}
