import type { Procedure } from '../engine/types.ts';
import type { LawRule, LawValue } from '../law/law.ts';
import type { VoteConfig } from '../steps/vote/config.ts';
import type { Question } from '../voting/types.ts';
import { daysOf, durationText, lawDays } from './check-law.ts';
import { cited, type Deciding, type Fault } from './deciding.ts';

type Add = (at: string, reason: string, help: string) => void;

const count = (value: LawValue | undefined): number | undefined =>
  value?.kind === 'count' ? value.count : undefined;

/** 名册公布: how long it stands, and within what its objections are raised and decided. A run-off goes by the same roll. */
function rollTimes({ rollPublished, question }: VoteConfig, { values }: LawRule, add: Add): void {
  const before = question.kind === 'elect' && question.runOff ? undefined : lawDays(values['publishBefore']);
  const objection = lawDays(values['objection']);
  const decision = lawDays(values['decision']);
  if (before !== undefined && (rollPublished === undefined || daysOf(rollPublished.for).least < before))
    add(
      'roll-published',
      rollPublished === undefined
        ? `名册没有公布，法律要求投票前公布 ${before} 日`
        : `名册公布 ${durationText(rollPublished.for)}，少于法律要求的 ${before} 日`,
      `写 roll-published: { for: { days: ${before} }, … }`,
    );
  if (rollPublished === undefined) return;
  if (objection !== undefined && daysOf(rollPublished.objections).most > objection)
    add('roll-published.objections', `异议期比法律的 ${objection} 日长`, `改成 { days: ${objection} }`);
  if (decision !== undefined && daysOf(rollPublished.decidedWithin).most > decision)
    add(
      'roll-published.decided-within',
      `处理异议比法律的 ${decision} 日慢`,
      `改成 { days: ${decision} } 或更短`,
    );
}

function proxies({ proxies: own, roll, channels }: VoteConfig, { values }: LawRule, add: Add): void {
  const most = count(values['mostProxies']);
  if (most !== undefined && (own?.most ?? 0) > most)
    add('proxies.most', `一个人最多可以代 ${most} 票`, `改成 ${most} 或更少`);
  const mayHold = values['candidatesMayHold'];
  if (mayHold?.kind === 'flag' && !mayHold.flag && own !== undefined && own.candidates !== 'none')
    add('proxies.candidates', '候选人不能代别人投票', 'proxies: { most: 3, candidates: none }');
  const delegate = values['representativesMayDelegate'];
  if (
    delegate?.kind === 'flag' &&
    !delegate.flag &&
    roll.countsAs.includes('all-representatives') &&
    channels.includes('proxy')
  )
    add('channels', '代表投票不能委托别人', '去掉 proxy');
}

/** How many are elected, and how many voters may name a candidate; the run-off goes on with what the election began. */
function seats(question: Question, { values }: LawRule, add: Add): void {
  if (question.kind !== 'elect' || question.runOff) return;
  const nominators = count(values['nominators']);
  if (nominators !== undefined && (question.nominators ?? nominators) > nominators)
    add(
      'question.nominators',
      `联名提名要 ${question.nominators ?? 0} 人，比法律的 ${nominators} 人多`,
      `改成 ${nominators} 或更少`,
    );
  const [least, most] = [count(values['least']), count(values['most'])];
  if (most !== undefined && question.seats > most)
    add('question.seats', `选 ${question.seats} 人，法律规定最多 ${most} 人`, `改成 ${most} 或更少`);
  if (least !== undefined && question.least < least)
    add(
      'question.least',
      `选出 ${question.least} 人就算成，法律规定最少 ${least} 人`,
      `改成 ${least} 或更多`,
    );
}

/** A ballot that shows its area shows whose it is; one that is given to another needs its rule. */
function together(config: VoteConfig, add: Add): void {
  const { ballot, roll, channels, proxies: own, revocable, silent, question } = config;
  if (ballot === 'secret' && roll.from === 'owners')
    add('ballot', '按面积计票，票面上的面积就说出了是谁，不能不记名', '改成 ballot: named');
  if (channels.includes('proxy') !== (own !== undefined))
    add('proxies', '写了委托，要写一个人最多代几票；没有委托就不写', 'proxies: { most: 3 }');
  if (channels.includes('desk') !== (revocable !== undefined))
    add('revocable', '有人代为操作的投票，要写多久之内可以反悔', 'revocable: { hours: 24 }');
  if (silent !== undefined && (roll.from !== 'owners' || question.kind !== 'approve'))
    add('silent', '只有业主对一件事表决同意还是反对，才可以按规约把未表决的计入多数', '删掉 silent');
}

function secrecy({ ballot }: VoteConfig, { values }: LawRule, add: Add): void {
  const booth = values['secretBooth'];
  if (booth?.kind === 'flag' && booth.flag && ballot === 'named')
    add('ballot', '法律规定秘密写票，不能记名', '改成 ballot: secret');
}

/** Whether a vote's roll, proxies, nominations, seats and ballots are as the law has them, and fit each other. */
export function checkBallots(
  { name, path, isVote, question }: Deciding,
  procedure: Procedure,
  rules: readonly LawRule[],
): Fault[] {
  if (!isVote) return [];
  const config = { ...(procedure.steps[name]?.config as VoteConfig), question };
  const faults: Fault[] = [];
  together(config, (at, reason, help) => faults.push({ path: `${path}.${at}`, reason, help }));
  for (const rule of rules) {
    const add: Add = (at, reason, help) =>
      faults.push({ path: `${path}.${at}`, reason, help, law: cited(rule) });
    rollTimes(config, rule, add);
    proxies(config, rule, add);
    seats(config.question, rule, add);
    secrecy(config, rule, add);
  }
  return faults;
}
