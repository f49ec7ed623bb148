import { everybodyFinds, everybodyReads, mayNot } from './walk/look.ts';
import { tell } from './walk/stories.ts';

const covenant = '垃圾分好再投，狗要牵绳。';

tell('yidu-village', {
  '四议两公开: four deliberations in their order, and both disclosures': {
    procedure: 'four-deliberations-two-disclosures',
    told: { 议题: '修东头那条路' },
    ends: 'carried-out',
    // Who convenes the fourth deliberation cannot before the third is over, nor who convenes the first three after it.
    between: (town) => (matter, at) =>
      ['propose', 'discuss', 'review'].includes(at)
        ? mayNot(town, 'chair@community', matter, '发出会议通知')
        : mayNot(town, 'secretary@party-branch', matter, '发出会议通知'),
    after: async (town, matter) => {
      await everybodyFinds(town, ['决议公开', '实施结果公开']);
      await everybodyReads(town, matter, '村民代表会议决议', '已经办成');
    },
  },
  '推选和谐共建中心户: the households of a grid choose one of them': {
    procedure: 'centre-household',
    told: { 选举名称: '推选东头的中心户' },
    ends: 'commended',
    after: (town, matter) => everybodyReads(town, matter, '当选：钱守成', '已经表彰'),
  },
  '村规民约: every household votes, and everybody reads it in the end': {
    procedure: 'village-covenant',
    told: { 议题: '新的村规民约', 草案全文: covenant },
    ends: 'filed',
    after: (town, matter) => everybodyReads(town, matter, covenant, '已经备案'),
  },
  '村民委员会换届选举: five are elected and take over': {
    procedure: 'village-election',
    told: { 选举名称: '第十二届村民委员会换届选举' },
    ends: 'elected',
    after: (town, matter) => everybodyReads(town, matter, '当选：钱守成', '选出来了'),
  },
});
