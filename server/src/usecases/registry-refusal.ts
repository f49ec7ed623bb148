import type { Result } from '@liren/core/basics/result.ts';
import type { StayFault } from '@liren/core/registry/stays.ts';

/** Why the registry was not changed. Nothing of it was written; the words tell what can be done instead. */
const texts = {
  'not-found': '没有找到，或者你不能查看。',
  'not-allowed': '你的岗位只能提出更正，由管底数的社区工作者来改。',
  'moved-on': '你打开以后，别人改过这个人的登记。现在的样子在上面，核对以后再交一次。你填的内容还在。',
  busy: '这个社区正在导入底数表。等它结束了再改，一般不到一分钟。',
  erased: '这个人的信息已经按要求删除，不能再改。',
  'no-change': '没有改动：填的和登记的一样。',
  'known-identity': '底数里已经有这个身份证号的人。请去那个人的页面上改，或者核对号码。',
  namesake: '这一户已经有同名的人。请去那个人的页面上补号码；确实是两个人，请写上各自的身份证号。',
  'home-unknown': '底数里没有这一户。核对门牌；确实是新的一户，请勾上“新的一户”再交一次。',
  'no-such-building': '底数里没有这栋楼，或者它已经拆除。请刷新页面再试。',
  'building-stands': '这栋楼登记着，没有拆除。请刷新页面再试。',
  'bad-value': '填的内容不对。',
  'bad-day': '日期不对。',
  'asked-enough': '已经有几条更正在等答复。等社区答复了再提。',
  'not-matched': '底数里没有和你的手机号对得上的人，或者同一个号码登记了几个人。请带证件到社区居委会核对。',
  'asked-erased': '这个人按要求删除过。确有理由再登记的，写明理由再交一次。',
  'not-proven':
    '姓名或者身份证号后六位，和登记的对不上。核对以后再试，一天最多试 5 次；这不是你的登记，就不用试了。',
  'proved-too-often': '今天试得太多了。明天再试，或者带身份证到社区居委会看、改、删。',
  'owner-not-proven':
    '姓名或者证件号后六位，和登记的业主对不上。核对以后再试，一天最多试 5 次。登记里没有证件号的业主，在网上认不出来，请带证件到窗口投票。',
  'owner-at-desk':
    '这位业主是单位。单位的代码人人查得到，在网上认不出谁能替它投票：请单位指定的人带授权书和证件到窗口投票。',
  'owner-proved-too-often': '今天试得太多了。明天再试，或者带身份证到窗口投票。',
  'other-owner': '这次登录已经核对为这个社区的另一位业主。你是另一位的，请退出以后重新登录。',
  'no-proof-possible': '这份登记没有身份证号，在网上认不出是不是你本人。请带证件到社区居委会看、改、删。',
  closed: '这个单位已经登记关停，不能再改。又开了，就重新登记。',
  'known-code': '底数里已经有这个统一社会信用代码的单位。请去那个单位的页面上改，或者核对代码。',
  'known-organisation': '这个地址已经有同名的单位。请去那个单位的页面上改，或者写清楚是哪一间。',
  'export-not-allowed': '导出要管整个社区底数的岗位；要完整号码，这个岗位还要能看联系方式。',
  'export-empty': '这个范围里没有登记的居民。',
  'export-large': '一次最多导出 20000 人。请按网格分开申请。',
  'same-person': '不能批准自己申请的导出，要第二个人来批。',
  'export-answered': '这个申请已经有人答复过了。',
  'export-stale': '这个申请超过 14 天没有答复，已经作废。还需要的，请重新申请。',
  'export-days': '批准的天数是 1 到 7 天。',
  'export-waits': '还没有人批准，不能下载。',
  'export-refused': '这个申请没有批准，不能下载。',
  'export-not-yours': '只有申请的人可以下载。',
  'export-over': '批准的期限已经过了。还需要的，请重新申请。',
  'export-used-up': '已经下载过 2 次，不能再下载。还需要的，请重新申请。',
  answered: '这条更正已经有人答复过了。',
  merged: '这一份已经和另一份合并。请去合并以后的那个人的页面上改，或者先撤销合并。',
  'merge-changed': '合并以后又改过这个人的登记，不能原样撤销了。请在两个人的页面上分别改。',
  'merge-first': '这一份后来又合并进别的登记。先撤销那一次。',
  'in-group': '这个人已经在这个人群里。',
  'not-in-group': '这条登记已经结束了。',
} as const;
export type RegistryRefusalCode = keyof typeof texts;
export interface RegistryRefusal {
  readonly code: RegistryRefusalCode;
  readonly message: string;
  /** The field concerned, or the id of the other resident. */
  readonly about?: string;
}
export type Changed<T> = Result<T, RegistryRefusal>;

export const refusing = (
  code: RegistryRefusalCode,
  more: { readonly about?: string; readonly message?: string } = {},
): { readonly ok: false; readonly error: RegistryRefusal } => ({
  ok: false,
  error: { code, message: texts[code], ...more },
});

const dayTexts: Readonly<Record<StayFault, string>> = {
  'in-future': '日期还没有到。到了那天再登记。',
  'before-it-began': '日期早于住进来的那天。',
  'not-living-here': '这个人已经登记搬走了。',
  'within-the-last': '日期不晚于上一次搬走的那天。',
};
export const refusingDay = (fault: StayFault) =>
  refusing('bad-day', { about: 'day', message: dayTexts[fault] });
