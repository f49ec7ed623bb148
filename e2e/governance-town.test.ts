import { everybodyFinds, everybodyReads } from './walk/look.ts';
import { tell } from './walk/stories.ts';

tell('haicang-micro', {
  '共同缔造: a resident proposes, everybody says what they think, the council decides': {
    procedure: 'co-creation',
    told: { 议题: '把空地做成小花园' },
    ends: 'adopted',
    after: async (town, matter) => {
      await everybodyFinds(town, ['公布方案和意见的答复']);
      // The opinion stands with its answer.
      await everybodyReads(town, matter, '晚上也要有人看着。', '采纳', '已经通过');
    },
  },
  '四民家园: a voice is heard, looked into, deliberated, served, and answered for': {
    procedure: 'siminjiayuan',
    told: { 一句话说清: '楼下晚上太吵' },
    ends: 'settled',
    after: (town, matter) => everybodyReads(town, matter, '楼下晚上太吵', '民心服务站'),
  },
  '认养: a resident keeps a flower bed for a year': {
    procedure: 'adoption',
    told: { 认养什么: '5 号楼前的花坛' },
    ends: 'kept',
    after: (town, matter) => everybodyReads(town, matter, '认养期满'),
  },
});

tell('zhonghaixi-1-3', {
  '“1+3”协商: residents without gas, everybody at one table, the list closed item by item': {
    procedure: 'one-plus-three',
    opener: 'resident-0',
    told: { 议题: '一号楼半年没有通气' },
    ends: 'list-closed',
    after: (town, matter) => everybodyReads(town, matter, '一号楼半年没有通气', '清单全部办完'),
  },
  '双向认领: what a resident needs is claimed by a unit of the area': {
    procedure: 'two-way-claiming',
    told: { 一句话说清: '给三号楼的老人送午饭', 是需要还是资源: '我们需要' },
    ends: 'claimed',
    after: (town, matter) => everybodyReads(town, matter, '驻区单位', '认领以后已经办好'),
  },
  '双向认领: what a unit of the area offers is claimed by the community': {
    procedure: 'two-way-claiming',
    opener: 'joint-member@stationed-unit',
    told: { 一句话说清: '会议室周末借给街坊', 是需要还是资源: '我们可以提供' },
    ends: 'claimed',
    after: (town, matter) => everybodyReads(town, matter, '会议室周末借给街坊', '认领以后已经办好'),
  },
  '区域化党建联席会议: needs are gathered, the units agree, and each keeps its word': {
    procedure: 'joint-conference',
    told: { 议题: '老人的午饭谁来送' },
    ends: 'carried-out',
    after: async (town, matter) => {
      await everybodyFinds(town, ['通报结果']);
      await everybodyReads(town, matter, '老人的午饭谁来送', '分头办的事', '项目都做完了');
    },
  },
});
