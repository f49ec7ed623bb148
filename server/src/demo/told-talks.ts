import type { RemovalReason } from '@liren/core/opinion/moderation.ts';

/** What a statement is to each of three camps: how likely they are for it, and against it. */
export type Leaning = readonly [yes: number, no: number];
interface Said {
  readonly text: string;
  /** Without it, it waits for a look or was taken out. */
  readonly camps?: readonly [Leaning, Leaning, Leaning];
  readonly removed?: RemovalReason;
  readonly appeal?: string;
}
interface Opinion {
  readonly text: string;
  readonly answer?: { readonly adopted: boolean; readonly text: string };
}
export interface TalkTold {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly daysAgo: number;
  readonly voters: number;
  readonly said: readonly Said[];
  readonly opinions: readonly Opinion[];
  /** What it came to, once it was closed. */
  readonly summary?: string;
}

const all = (yes: number, no: number): readonly [Leaning, Leaning, Leaning] => [
  [yes, no],
  [yes, no],
  [yes, no],
];
/** Camps: who sits there in the evening, who looks for a place to park, who has small children. */
export const plot: TalkTold = {
  key: 'plot',
  title: '七号楼后面的空地拿来做什么',
  text: '七号楼后面拆了旧锅炉房，空出 900 平方米。街道今年有 18 万元可以用，只够先做一样：\n一、种树、摆长椅，给人乘凉；二、铺平划 12 个车位；三、做一块孩子玩的地方。\n先听大家的，月底两委按意见拿方案，再交居民代表会议定。',
  daysAgo: 6,
  voters: 210,
  said: [
    {
      text: '空地留给老人孩子，不划车位',
      camps: [
        [0.92, 0.04],
        [0.06, 0.88],
        [0.84, 0.08],
      ],
    },
    {
      text: '先划 12 个车位，晚上谁都能停',
      camps: [
        [0.08, 0.85],
        [0.94, 0.03],
        [0.12, 0.74],
      ],
    },
    {
      text: '原来的老槐树一棵也不能砍',
      camps: [
        [0.95, 0.02],
        [0.24, 0.52],
        [0.78, 0.1],
      ],
    },
    {
      text: '做一块有滑梯和沙坑的地方',
      camps: [
        [0.22, 0.6],
        [0.1, 0.76],
        [0.95, 0.03],
      ],
    },
    { text: '晚上十点以后不许放音箱', camps: all(0.88, 0.06) },
    { text: '地面要让轮椅和婴儿车走得顺', camps: all(0.94, 0.02) },
    {
      text: '停车要收费，钱用来养护花木',
      camps: [
        [0.8, 0.1],
        [0.08, 0.84],
        [0.46, 0.26],
      ],
    },
    { text: '路灯要装，但别照进窗户', camps: all(0.9, 0.04) },
    { text: '垃圾桶挪到靠马路那一边', camps: all(0.7, 0.14) },
    { text: '请公司来管，每户每月交 20 元', camps: all(0.08, 0.82) },
    {
      text: '孩子玩的地方五点以后让给下棋的',
      camps: [
        [0.72, 0.14],
        [0.3, 0.3],
        [0.1, 0.8],
      ],
    },
    {
      text: '先铺透水砖试半年，不好再改',
      camps: [
        [0.5, 0.24],
        [0.62, 0.18],
        [0.58, 0.2],
      ],
    },
    {
      text: '留一个口子让快递车进来',
      camps: [
        [0.34, 0.4],
        [0.76, 0.1],
        [0.6, 0.2],
      ],
    },
    { text: '四单元老周家堆的花盆先搬走', removed: 'personal', appeal: '我只是说花盆，没有说他坏话。' },
    { text: '长椅要有靠背和扶手' },
    { text: '装一个饮水的龙头' },
  ],
  opinions: [
    {
      text: '拆锅炉房的时候挖断过一根水管，动工以前请先查清地下的管线。',
      answer: { adopted: true, text: '已经请自来水公司下周来探管线，图会贴在公告栏。' },
    },
    {
      text: '请把 18 万元全部拿来买健身器材。',
      answer: {
        adopted: false,
        text: '东门已有一套器材，使用率不高；大家表态里这一样排在后面，这次先不买。',
      },
    },
    { text: '划车位的话，请先说清楚归谁用、怎么收费，不然又是先到先得。' },
  ],
};
export const dogs: TalkTold = {
  key: 'dogs',
  title: '小区里遛狗要守哪几条',
  text: '两个月里接到 23 件和狗有关的诉求。先议出大家都能守的几条，写进居民公约。',
  daysAgo: 40,
  voters: 120,
  said: [
    { text: '出门一律牵绳', camps: all(0.95, 0.02) },
    { text: '狗粪自己捡走，不捡的公示', camps: all(0.86, 0.06) },
    {
      text: '早七点前、晚十点后不遛',
      camps: [
        [0.7, 0.18],
        [0.12, 0.76],
        [0.5, 0.3],
      ],
    },
    {
      text: '大狗要戴嘴套',
      camps: [
        [0.9, 0.04],
        [0.14, 0.74],
        [0.74, 0.1],
      ],
    },
    {
      text: '留一块草地给狗跑',
      camps: [
        [0.12, 0.78],
        [0.95, 0.02],
        [0.4, 0.34],
      ],
    },
    { text: '电梯里抱起来或者等下一趟', camps: all(0.82, 0.08) },
    {
      text: '养狗的每年交 100 元清洁费',
      camps: [
        [0.7, 0.16],
        [0.05, 0.88],
        [0.3, 0.44],
      ],
    },
    { text: '流浪狗由社区统一联系收容', camps: all(0.78, 0.08) },
  ],
  opinions: [
    {
      text: '请在东西两个门口装拾便袋的盒子。',
      answer: { adopted: true, text: '已经装好，志愿者每周补一次。' },
    },
    {
      text: '咬过人的狗不许再养在小区。',
      answer: { adopted: false, text: '社区没有权限没收；咬人的由派出所按养犬规定处理，公约里写明怎么报。' },
    },
  ],
  summary:
    '120 人表态。各组想法一致的：出门牵绳、自己捡狗粪，写进公约草案；嘴套和遛狗的时间分歧大，请两边各推三个人当面谈，这次不写。',
};
