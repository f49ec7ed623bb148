/** Closed list of reasons for which the engine says no, and when each occurs. */
export type RefusalCode =
  | 'matter-ended' // a command on a matter that has its outcome
  | 'step-moved-on' // the actor looked at a stay that is over
  | 'no-such-action' // the procedure does not offer this here
  | 'not-yours' // the actor holds none of the seats that may act
  | 'cannot-open' // the actor may not open this procedure
  | 'field-required' // an answer is missing
  | 'field-invalid' // an answer has the wrong shape
  | 'field-too-large' // an answer exceeds its bound
  | 'field-unknown' // an answer that nothing asks for
  | 'window-closed' // the time for this has passed
  | 'times-used-up' // allowed only so many times
  | 'waiting-for-others' // child matters are still open
  | 'already-asked' // a request of the same kind is waiting
  | 'nothing-asked' // nothing to grant or refuse
  | 'already-joined' // the same person joins twice
  | 'lacks-power' // the organ has no power over this affair
  | 'separated' // the charter keeps these apart
  | 'same-person' // who asked may not decide
  | 'unknown-organ' // no such organ serves this place
  | 'not-offered' // the catalogue does not offer this item to such a person, or in such a way
  | 'objections-open' // unanswered objections
  | 'opinions-open' // unanswered opinions
  | 'statements-waiting' // statements, or appeals against a removal, that nobody has looked at
  | 'window-still-open' // the time for saying something is not over
  | 'nobody-on-roll' // no living soul or home answers to the roll
  | 'roll-not-ready' // the roll is not published, its window runs, or an objection to it is open
  | 'roll-is-frozen' // the roll cannot change any more
  | 'vote-still-open' // the vote has not closed and somebody has not voted yet
  | 'differences-open' // two people read a paper ballot differently
  | 'notice-too-short' // less time than the notice asks for
  | 'too-few-candidates' // no more candidates than seats
  | 'too-few-nominators' // fewer voters nominate together than the law asks for
  | 'nobody-elected' // nobody was elected, so that nobody takes office
  | 'not-in-office' // nobody of this name, or more than one, holds the office
  | 'more-than-present' // more hands than people in the room
  | 'not-begun' // the meeting has not begun
  | 'not-resolved' // what the meeting decided has not been told
  | 'too-early' // before the time of the meeting
  | 'nothing-to-choose' // no child matter waits to be chosen
  | 'conditions-clash' // the conditions of an allocation contradict each other or its budget
  | 'sides-unbalanced'; // one side of a hearing has spoken less often than the other

/** A no, as a value: the rule broken and what to do instead come with it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The field, step, organ or limit concerned. */
  readonly about?: string;
  /** Rulebook id or article. */
  readonly law?: string;
}

const texts: Readonly<Record<RefusalCode, string>> = {
  'matter-ended': '这件事已经办结，不能再操作。需要的话可以另外反映。',
  'step-moved-on': '这件事已经走到下一步，请刷新后再看。',
  'no-such-action': '当前环节没有这项操作。',
  'not-yours': '这一步不由你办理。',
  'cannot-open': '你不能发起这类事项。',
  'field-required': '还有必填的内容没有填。',
  'field-invalid': '填写的内容格式不对。',
  'field-too-large': '填写的内容超出了上限。',
  'field-unknown': '提交了这一步不需要的内容。',
  'window-closed': '已经过了可以这样做的时间。',
  'times-used-up': '次数已经用完。',
  'waiting-for-others': '还有没审完或者没办完的，等它们都有了结果再办这一步。',
  'already-asked': '已经提过申请，正在等答复。',
  'nothing-asked': '没有等待答复的申请。',
  'already-joined': '你已经附议过这件事。',
  'lacks-power': '这个机构没有办理这类事项的权责，请派给有权责的机构。',
  separated: '章程规定这类事项不能派给这个机构。',
  'same-person': '提出申请的人不能自己审批，请由另一位同事决定。',
  'unknown-organ': '没有找到服务这个地点的机构。',
  'not-offered': '这一项不能这样办，请看清楚谁可以来办、可以怎么办，再选一次。',
  'objections-open': '还有异议没有答复，答复后才能结束公示。',
  'opinions-open': '还有意见没有答复。逐条答复、写明理由之后才能结束。',
  'statements-waiting': '还有观点或者申诉没有人看过。逐条处理之后才能结束。',
  'window-still-open': '征求意见的时间还没有到，到期以后才能结束。',
  'nobody-on-roll': '名册上一个人也没有。先在底数里登记好，再来公布。',
  'roll-not-ready': '名册还没有定：先公布名册，等公布期满、异议都有了处理，再往下走。',
  'roll-is-frozen': '表决通知已经发出，名册不能再改。',
  'vote-still-open': '表决还没有截止，也还有人没有投票，现在不能公布结果。',
  'differences-open': '有纸质票两个人录得不一样，核对以后再公布。',
  'notice-too-short': '离开会的时间太短，通知期不够。请把时间定得晚一些。',
  'too-few-candidates': '候选人要比名额多，才能选举。',
  'too-few-nominators': '联名提名的人数不够。',
  'nobody-elected': '还没有选出人来，没有谁可以上岗。',
  'not-in-office':
    '现在担任这个职务的人里，没有叫这个名字的，或者不止一个。请核对姓名，要和岗位名单上写的一样。',
  'more-than-present': '举手的人数比到会的人数还多，请重新点一遍。',
  'not-begun': '会议还没有开始。',
  'not-resolved': '先宣布表决结果，再写会议记录。',
  'too-early': '还没有到开会的时间。',
  'nothing-to-choose': '还没有可以选的项目：项目要先提出来、通过初审、写明金额。',
  'conditions-clash':
    '这一轮的预算和章程里写的条件对不上，例如给各片区预留的钱加起来超过了预算。请改预算或者改章程。',
  'sides-unbalanced': '各方发言的次数还不一样多，请让少的一方再说。',
};
/** The refusal in the words of the house; interfaces in other languages translate by code. */
export const refusalText = (refusal: Refusal): string => texts[refusal.code];
