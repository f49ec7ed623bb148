import { everybodyFinds, everybodyReads, mayNot } from './walk/look.ts';
import { tell } from './walk/stories.ts';

const recalled = 'committee-member@community';

tell('yidu-village', {
  '村民会议: every household is called and decides by a show of hands': {
    procedure: 'villagers-meeting',
    told: { 要决定什么: '宅基地怎么分' },
    ends: 'adopted',
    after: (town, matter) => everybodyReads(town, matter, '宅基地怎么分', '已经通过'),
  },
  '村民代表会议: the party branch looks at it first, the representatives decide': {
    procedure: 'villager-representatives-meeting',
    told: { 要决定什么: '自来水管怎么修' },
    ends: 'adopted',
    between: (town) => (matter, at) =>
      mayNot(town, at === 'party' ? 'chair@community' : 'secretary@party-branch', matter, '发出会议通知'),
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布决定']);
      await everybodyReads(town, matter, '自来水管怎么修', '已经通过');
    },
  },
  '村民主评议会: the representatives judge the committee, and it says what it will mend': {
    procedure: 'village-appraisal',
    told: { 议题: '村委会年度评议', 评议意见怎么改: '账目每月十号贴在村口。' },
    ends: 'appraised',
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布评议和整改']);
      await everybodyReads(town, matter, '账目每月十号贴在村口。', '评议结束');
    },
  },
  '罢免村民委员会成员: the village takes the office back from one of the committee': {
    procedure: 'village-recall',
    told: async (town) => {
      const name = await town.nameOf(recalled);
      return { 要求罢免谁的什么职务: `${name}的村委会委员职务`, 谁的职务终止: name };
    },
    ends: 'removed',
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布罢免']);
      await everybodyReads(town, matter, `宣布 ${await town.nameOf(recalled)} 的职务从`, '已经罢免');
    },
  },
});
