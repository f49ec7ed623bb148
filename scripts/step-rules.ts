import { durationText } from '@liren/core/checker/check-law.ts';
import type { ActorRule, Step } from '@liren/core/engine/types.ts';
import type { AllocateConfig } from '@liren/core/steps/allocate/config.ts';
import type { AssignConfig } from '@liren/core/steps/assign/assign.ts';
import type { DiscussConfig } from '@liren/core/steps/discuss/discuss.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
import type { PublishConfig } from '@liren/core/steps/publish/publish.ts';
import type { VoteConfig } from '@liren/core/steps/vote/config.ts';
import type { PollConfig } from '@liren/core/steps/vote/poll.ts';
import { ruleText } from '@liren/core/voting/explain.ts';
import type { Channel, Question } from '@liren/core/voting/types.ts';

type Who = (rule: ActorRule) => string;

const channelWords: Readonly<Record<Channel, string>> = {
  online: '网上',
  desk: '到现场由工作人员帮助',
  paper: '纸质票',
  proxy: '书面委托',
};
const ballotWords = { hands: '举手', named: '记名', secret: '不记名' } as const;
const listed = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part === undefined ? [] : [`${part}。`])).join('');

function questionWords(question: Question): string {
  switch (question.kind) {
    case 'approve':
      return '同意、反对或者弃权';
    case 'sign-on':
      return '联名';
    case 'choose':
      return '几个方案里选一个';
    case 'elect':
      return `${question.runOff ? '另行选举，没有选满的名额里再选' : `选 ${question.seats} 人，候选人要更多`}${
        question.least < question.seats ? `，选出 ${question.least} 人就算成` : ''
      }`;
  }
}

/** How the ballots come in, whatever they say. */
function pollWords(config: PollConfig, ofNames = false): readonly (string | undefined)[] {
  const { rollPublished, proxies, revocable } = config;
  return [
    rollPublished &&
      `名册公布 ${durationText(rollPublished.for)}，异议 ${durationText(rollPublished.objections)}内提出、${durationText(rollPublished.decidedWithin)}内处理`,
    `提前 ${durationText(config.notice)}通知，${ofNames ? '签名' : '投票'} ${durationText(config.openFor)}，截止以后 ${durationText(config.countedWithin)}内公布结果`,
    `${ballotWords[config.ballot]}，${config.channels.map((each) => (ofNames && each === 'paper' ? '纸质签名单' : channelWords[each])).join('、')}都可以`,
    proxies && `一个人最多代 ${proxies.most} 票`,
    revocable && `有人帮助${ofNames ? '签的名' : '投的票'}，${durationText(revocable)}内可以反悔`,
    config.attends.length === 0 ? undefined : `要有${ruleText(config.attends, '参加')}`,
  ];
}

const ballotForms: Readonly<Record<AllocateConfig['allocation']['ballot']['kind'], string>> = {
  approval: '勾自己支持的项目',
  'choose-one': '选一个项目',
  cumulative: '把分数分给项目',
  scoring: '给项目打分',
  ranked: '给项目排先后',
};
const ruleWords: Readonly<Record<AllocateConfig['allocation']['rule'], string>> = {
  'greedy-cost': '得票多的先选，钱不够的跳过',
  'greedy-card': '每一元钱得票多的先选，钱不够的跳过',
  'mes-cost': '每个人分到一样多的钱，支持同一个项目的人一起付',
  'mes-card': '每个人分到一样多的钱，支持同一个项目的人一起付',
};

function allocateWords(config: AllocateConfig): string {
  const { roll, allocation } = config;
  const { least = 0, most } = allocation.ballot.projects ?? {};
  const many = most === undefined ? '' : `，${least} 到 ${most} 个`;
  return listed([
    `由${roll.title}${ballotForms[allocation.ballot.kind]}${many}`,
    ...pollWords(config),
    `${ruleWords[allocation.rule]}；并列时编号小的在前`,
    '每个项目都写明为什么选上、为什么没有选上',
  ]);
}

function voteWords({ question, ...config }: VoteConfig, who: Who): string {
  const { silent } = config;
  const nominators = question.kind === 'elect' ? question.nominators : undefined;
  const passes = ruleText(
    config.passes,
    question.kind === 'elect' ? '当选' : question.kind === 'sign-on' ? '联名' : '同意',
  );
  const ofNames = question.kind === 'sign-on';
  return listed([
    `由${config.roll.title}${ofNames ? '' : '表决：'}${questionWords(question)}`,
    nominators === undefined ? undefined : `候选人由党组织或选举委员会提名，或者 ${nominators} 人以上联名`,
    ...pollWords(config, ofNames),
    config.tells && `通知同时告知${who(config.tells)}`,
    `${question.kind === 'elect' ? '' : '要有'}${passes}`,
    silent && `没有表决的计入多数：${silent.because}`,
  ]);
}

function meetWords(config: MeetConfig, who: Who): string {
  const { attends, passes, ballot, sides } = config;
  return listed([
    `${config.of.title}开会，提前 ${durationText(config.notice)}通知`,
    config.tells && `通知同时告知${who(config.tells)}`,
    attends.length === 0 ? undefined : `要有${ruleText(attends, '到会')}`,
    passes === undefined || ballot === undefined
      ? '不作表决，听取意见'
      : `${ballotWords[ballot]}表决，要有${ruleText(passes, '同意')}`,
    sides && `${sides.map(({ title }) => title).join('、')}，各方发言次数一样多`,
    `${durationText(config.minutesWithin)}内写好会议记录，由${who(config.confirmedBy)}确认`,
  ]);
}

/** How a step is held, in sentences: what is asked of the notice, of who takes part, of the majority. */
export function stepRule({ kind, config, by }: Step, who: Who): string | undefined {
  switch (kind) {
    case 'vote':
      return voteWords(config as VoteConfig, who);
    case 'allocate':
      return allocateWords(config as AllocateConfig);
    case 'meet':
      return meetWords(config as MeetConfig, who);
    case 'discuss': {
      const { who: people, for: time, answeredWithin } = config as DiscussConfig;
      return listed([
        `${durationText(time)}里，${who(people)}都可以提意见`,
        `每一条 ${durationText(answeredWithin)}内答复，采纳不采纳都写明理由`,
      ]);
    }
    case 'assign': {
      const { inTurn } = config as AssignConfig;
      const turns = by?.who === 'any' ? by.of.map(who) : [];
      if (inTurn === undefined) return undefined;
      const next = inTurn.map((each, i) => `${durationText(each)}没有人应，再请${turns[i + 1] ?? ''}`);
      return listed([[`先请${turns[0] ?? ''}`, ...next].join('；')]);
    }
    case 'publish': {
      const { for: time, objections } = config as PublishConfig;
      return listed([
        `公示 ${durationText(time)}`,
        objections && `有异议的，${durationText(objections.answeredWithin)}内答复`,
      ]);
    }
    default:
      return undefined;
  }
}
