import { everybodyFinds, everybodyReads, mayNot } from './walk/look.ts';
import { tell } from './walk/stories.ts';

const recalled = 'committee-member@community';

tell('shenzhen-council', {
  '居民议事会: a resident proposes, the council decides, the committee does it, the resident says how it went':
    {
      procedure: 'residents-council',
      told: { 议题: '院里加一排长椅' },
      ends: 'carried-out',
      // Whoever carries it out does not decide it.
      between: (town) => (matter, at) =>
        at === 'deliberate' ? mayNot(town, 'chair@community', matter, '发出会议通知') : Promise.resolve(),
      after: async (town, matter) => {
        await everybodyFinds(town, ['公布结果']);
        await everybodyReads(town, matter, '院里加一排长椅', '晚上也要有人看着。', '已经落实');
      },
    },
  '听证会: both sides speak equally often before anything is decided': {
    procedure: 'hearing',
    told: { 议题: '广场几点关灯' },
    ends: 'disclosed',
    after: (town) => everybodyFinds(town, ['公开记录和决定']),
  },
  '协调会: neighbours come to one table, and whoever asked for it confirms what was said': {
    procedure: 'coordination',
    opener: 'resident-0',
    told: { 议题: '楼上漏水谁来修', 各方说定了什么: '楼上出料，物业出工，十天修好。' },
    ends: 'settled',
    after: (town, matter) => everybodyReads(town, matter, '楼上出料，物业出工，十天修好。', '谈成并办好'),
  },
  '民主评议会: the representatives judge the committee in secret, and it says what it will mend': {
    procedure: 'appraisal',
    told: { 议题: '居委会年度评议', 评议意见怎么改: '每周三晚上在院里接待。' },
    ends: 'appraised',
    // Whoever is judged neither convenes the judges nor counts them.
    between: (town) => (matter, at) =>
      at === 'judge' ? mayNot(town, 'chair@community', matter, '发出会议通知') : Promise.resolve(),
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布评议和整改']);
      await everybodyReads(town, matter, '每周三晚上在院里接待。', '评议结束');
    },
  },
  '居民会议: everybody of age is called and decides by a show of hands': {
    procedure: 'residents-meeting',
    told: { 要决定什么: '院门几点关' },
    ends: 'adopted',
    after: (town, matter) => everybodyReads(town, matter, '院门几点关', '已经通过'),
  },
  '居民代表会议: the representatives vote by name': {
    procedure: 'residents-representatives-meeting',
    told: { 要决定什么: '公共收益怎么用' },
    ends: 'adopted',
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布决定']);
      await everybodyReads(town, matter, '公共收益怎么用', '已经通过');
    },
  },
  '居民公约: drafted, argued about, voted on by the households, filed': {
    procedure: 'covenant',
    told: { 议题: '新的居民公约', 草案全文: '晚上十点以后不放音乐。' },
    ends: 'filed',
    after: (town, matter) => everybodyReads(town, matter, '晚上十点以后不放音乐。', '已经施行'),
  },
  '罢免居民委员会成员: names are gathered, the other side is heard, and those who elected vote': {
    procedure: 'committee-recall',
    told: async (town) => {
      const name = await town.nameOf(recalled);
      return { 要求罢免谁的什么职务: `${name}的居委会委员职务`, 谁的职务终止: name };
    },
    ends: 'removed',
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布罢免']);
      await everybodyReads(town, matter, `宣布 ${await town.nameOf(recalled)} 的职务从`, '已经罢免');
    },
  },
});
