import { everybodyFinds, everybodyReads, mayNot, nobodyElseReads, reads } from './walk/look.ts';
import { tell } from './walk/stories.ts';

tell('yidu-village', {
  '集体经济组织成员大会: who is no member gets a share only by three quarters of all members': {
    procedure: 'collective-assembly',
    told: { 要决定什么: '给外来种田户一份收益', 属于哪一类: '给非成员的权益' },
    ends: 'adopted',
    // The committee of the village does not decide what belongs to the collective.
    between: (town) => (matter, at) =>
      at === 'decide-outsiders' ? mayNot(town, 'chair@community', matter, '发出会议通知') : Promise.resolve(),
    after: async (town, matter) => {
      await everybodyFinds(town, ['方案给成员查阅', '公布决定']);
      await everybodyReads(town, matter, '给外来种田户一份收益', '四分之三', '已经通过');
    },
  },
  '集体经济组织成员代表大会: the plan lies open before the representatives vote on it': {
    procedure: 'collective-representatives',
    told: { 要决定什么: '今年收益怎么分', 属于哪一类: '年度报告和收益分配方案' },
    ends: 'adopted',
    between: (town) => (matter, at) =>
      at === 'show' ? mayNot(town, 'director@collective', matter, '发出会议通知') : Promise.resolve(),
    after: (town, matter) => everybodyReads(town, matter, '今年收益怎么分', '已经通过'),
  },
  '道德评议会: what is between neighbours is heard from both and stays between them': {
    procedure: 'ethics-council',
    opener: 'resident-0',
    told: { 什么事: '两家为排水沟吵架', 各方说定了什么: '沟往东挪一尺，各清各的一段。' },
    ends: 'settled',
    after: async (town, matter) => {
      await reads(town, 'resident-0', matter, ['沟往东挪一尺，各清各的一段。', '评议以后改了']);
      await nobodyElseReads(town, matter);
    },
  },
});
