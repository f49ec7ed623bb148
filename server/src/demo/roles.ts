/** A role that anybody may take on with one click, as the entrance of the demonstration offers it. */
export interface DemoRole {
  readonly role: string;
  readonly title: string;
  /** Name of the made-up person. */
  readonly person: string;
  /** What this person would like to do here, in their own words. */
  readonly says: string;
  /** The page that opens. */
  readonly opens: string;
}

/** In the order in which a matter meets them. */
export const demoRoles: readonly DemoRole[] = [
  {
    role: 'resident',
    title: '居民',
    person: '周敏',
    says: '楼下的事我想反映，也想看看反映过的事办到哪一步了。',
    opens: '/',
  },
  {
    role: 'resident-elder',
    title: '居民（72 岁）',
    person: '秦桂兰',
    says: '字大一点，一步一步来，我自己也能办。',
    opens: '/',
  },
  {
    role: 'hotline-clerk',
    title: '12345 话务员',
    person: '宋晓岚',
    says: '接电话、登记、回访，一天要过上百件。',
    opens: '/staff/intake',
  },
  {
    role: 'dispatcher',
    title: '街道派单员',
    person: '郑明远',
    says: '半个工作小时内，把每件事派到该办的单位手里。',
    opens: '/staff/',
  },
  {
    role: 'handler-community',
    title: '社区承办人',
    person: '何秀英',
    says: '枣花巷社区的事归我跑，办完要拍照、要说清楚。',
    opens: '/staff/',
  },
  {
    role: 'community-worker',
    title: '社区工作者',
    person: '陆佳宁',
    says: '街坊上门来说的，我替他们登记，也替他们盯着。',
    opens: '/staff/intake',
  },
  {
    role: 'grid-worker',
    title: '网格员',
    person: '马小川',
    says: '每天在网格里走，看见问题当场报。',
    opens: '/staff/intake',
  },
  {
    role: 'handler-urban-management',
    title: '城管承办人',
    person: '高磊',
    says: '占道、违建、噪声，接了单就得到现场。',
    opens: '/staff/',
  },
  {
    role: 'handler-drainage',
    title: '排水所承办人',
    person: '沈万里',
    says: '街道吹哨，我们两小时内报到。',
    opens: '/staff/',
  },
  {
    role: 'handler-housing',
    title: '住建委承办人',
    person: '葛文静',
    says: '房产证的老问题，这个月要拿出办法来。',
    opens: '/staff/',
  },
  {
    role: 'handler-property',
    title: '物业承办人',
    person: '魏海涛',
    says: '电梯、漏水、停车，街坊找的多半是我们。',
    opens: '/staff/',
  },
  {
    role: 'neighbour-helper',
    title: '互助邻居',
    person: '冯春生',
    says: '我同意帮忙：楼里的老人按了求助，先找到我。',
    opens: '/',
  },
  {
    role: 'leader',
    title: '街道领导',
    person: '程立秋',
    says: '哪儿慢了、为什么，我要一眼看到；一个部门办不了的，我来吹哨。',
    opens: '/staff/overview',
  },
  {
    role: 'supervisor',
    title: '督办员',
    person: '范静',
    says: '超时的、不满意的、要剔除的，一件一件过。',
    opens: '/staff/',
  },
  {
    role: 'post-keeper',
    title: '岗位管理员',
    person: '田园',
    says: '谁在哪个岗位、从哪天起，由我登记。',
    opens: '/staff/me',
  },
];
