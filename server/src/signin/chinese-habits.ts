/**
 * What people here put into passwords, most frequent first, as published leaks show it: the lists of the package are
 * mostly English. Syllables of surnames and given names stand alone, so that any name made of them is recognised.
 */
const phrases =
  'woaini aini iloveyou woaiwo woaijia woaizhongguo wodemima mimashi mima mimamima wode woshi nihao nihaoma ' +
  'zhongguo beijing shanghai guangzhou shenzhen tianjin chongqing hangzhou chengdu wuhan nanjing xian ' +
  'laopo laogong baobei baba mama jiaren gongxi facai pingan kuaile xingfu jiankang shunli tiantian xiangshang ' +
  'haohao xuexi wuliao buzhidao suibian guanli guanliyuan yonghu denglu xitong bangong mishu zhuren shuji ' +
  'jiedao jiedaoban shequ juweihui wangge wanggeyuan zhengfu renmin fuwu gongan paichusuo wuye jumin';
const numbers =
  '5201314 1314520 520 1314 521 7758521 7758258 584520 147258369 123456 12345678 123456789 88888888 66666666 ' +
  '168 888 666 12345 110 119 120 2008 2024 2025 2026';
const surnames =
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang ' +
  'han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv ding ren lu yao shen ' +
  'zhong cui tan fan liao shi jin jia xia fu fang bai zou meng xiong qin qiu hou yan duan lei qian long wan';
const given =
  'wei fang na min jing lei jun yong jie juan tao chao ping gang ming jian hong hua xin yan ying yun bin bo hao ' +
  'ting xue mei lan qing qiang hui guo guang hai rong sheng xiu zhi zi yi yue xiang chun dan feng fei jia kai ' +
  'peng rui shan shuai shu wen yuan ze zhen zhong';

export const chineseHabits: readonly string[] = [
  ...new Set([phrases, numbers, surnames, given].flatMap((list) => list.split(' '))),
];
