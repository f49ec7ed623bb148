import type { Level } from '@liren/core/engine/types.ts';
import type { Geometry } from '../store/geometry.ts';
import { type Block, outline, spotIn } from './street-map.ts';

/** 演示街道: 澄安区枣花巷街道 stands on no map. Every name, person and number of it was made up for Liren. */
export const demoStreet = { district: 'chengan', street: 'zaohuaxiang', charter: 'beijing-12345' } as const;

export interface StreetPlace {
  readonly id: string;
  readonly parent?: string;
  readonly level: Level;
  readonly title: string;
  readonly shape?: Geometry;
}
export interface StreetCommunity {
  readonly id: string;
  readonly title: string;
  readonly place: string;
}
export interface StreetOrgan {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly area: string;
}

/** `grids`: each with the compound that lies in it; three grids mean that the northern two cells are one. */
interface CommunityPlan {
  readonly id: string;
  readonly title: string;
  readonly road: string;
  readonly property: string;
  readonly at: readonly [number, number];
  readonly grids: readonly { readonly compound: string; readonly buildings: number }[];
}

export const communityPlans: readonly CommunityPlan[] = [
  {
    id: 'zaohua',
    title: '枣花巷社区',
    road: '枣花巷',
    property: '枣荫物业枣花巷项目部',
    at: [0, 0],
    grids: [
      { compound: '枣花巷甲院', buildings: 4 },
      { compound: '枣花巷乙院', buildings: 5 },
      { compound: '枣荫楼', buildings: 6 },
      { compound: '粮店宿舍', buildings: 4 },
    ],
  },
  {
    id: 'zhongting',
    title: '钟亭社区',
    road: '钟亭路',
    property: '钟亭家园物业服务中心',
    at: [2, 0],
    grids: [
      { compound: '钟亭家园东区', buildings: 6 },
      { compound: '钟亭家园西区', buildings: 6 },
      { compound: '钟亭北里', buildings: 5 },
      { compound: '钟亭公寓', buildings: 3 },
    ],
  },
  {
    id: 'houmofang',
    title: '后磨坊社区',
    road: '后磨坊街',
    property: '磨坊小区物业服务站',
    at: [4, 0],
    grids: [
      { compound: '磨坊小区南院', buildings: 6 },
      { compound: '磨坊小区北院', buildings: 5 },
      { compound: '机修厂宿舍', buildings: 7 },
    ],
  },
  {
    id: 'liudi',
    title: '柳堤社区',
    road: '柳堤路',
    property: '柳堤春晓物业服务中心',
    at: [0, 2],
    grids: [
      { compound: '柳堤春晓一期', buildings: 6 },
      { compound: '柳堤春晓二期', buildings: 6 },
      { compound: '柳堤公寓', buildings: 3 },
      { compound: '渡口小楼', buildings: 4 },
    ],
  },
  {
    id: 'xinyuan',
    title: '新苑里社区',
    road: '新苑里大街',
    property: '新苑里物业管理处',
    at: [2, 2],
    grids: [
      { compound: '新苑里一区', buildings: 6 },
      { compound: '新苑里二区', buildings: 6 },
      { compound: '新苑里三区', buildings: 6 },
      { compound: '学苑楼', buildings: 4 },
    ],
  },
  {
    id: 'dongjing',
    title: '东井社区',
    road: '东井路',
    property: '东井嘉园物业服务中心',
    at: [4, 2],
    grids: [
      { compound: '东井嘉园', buildings: 7 },
      { compound: '东井平房区', buildings: 5 },
      { compound: '井台新居', buildings: 6 },
    ],
  },
];

const ordinals = ['一', '二', '三', '四'] as const;
const whole: Block = { column: 0, row: 0, columns: 6, rows: 4 };

function gridBlocks({ at: [column, row], grids }: CommunityPlan): readonly Block[] {
  const one = { columns: 1, rows: 1 };
  const south = [
    { column, row, ...one },
    { column: column + 1, row, ...one },
  ];
  return grids.length === 3
    ? [...south, { column, row: row + 1, columns: 2, rows: 1 }]
    : [...south, { column, row: row + 1, ...one }, { column: column + 1, row: row + 1, ...one }];
}

const gridId = (plan: CommunityPlan, i: number): string => `${plan.id}-${i + 1}`;

function placesOf(plan: CommunityPlan): readonly StreetPlace[] {
  const [column, row] = plan.at;
  const community: StreetPlace = {
    id: plan.id,
    parent: demoStreet.street,
    level: 'community',
    title: plan.title,
    shape: outline({ column, row, columns: 2, rows: 2 }),
  };
  const grids = gridBlocks(plan).flatMap((block, i): StreetPlace[] => {
    const { compound = '', buildings = 0 } = plan.grids[i] ?? {};
    const grid: StreetPlace = {
      id: gridId(plan, i),
      parent: plan.id,
      level: 'grid',
      title: `第${ordinals[i] ?? ''}网格（${compound}）`,
      shape: outline(block),
    };
    const houses = Array.from({ length: buildings }, (_, n): StreetPlace => {
      const perRow = Math.ceil(buildings / 2);
      const across = perRow === 1 ? 0.5 : (n % perRow) / (perRow - 1);
      const coordinates = spotIn(block, across, n < perRow ? 0.2 : 0.8);
      return {
        id: `${grid.id}-${n + 1}`,
        parent: grid.id,
        level: 'building',
        title: `${compound}${n + 1}号楼`,
        shape: { type: 'Point', coordinates },
      };
    });
    return [grid, ...houses];
  });
  return [community, ...grids];
}

/** Parents before their children. */
export const streetPlaces: readonly StreetPlace[] = [
  { id: demoStreet.district, level: 'district', title: '澄安区' },
  {
    id: demoStreet.street,
    parent: demoStreet.district,
    level: 'street',
    title: '枣花巷街道',
    shape: outline(whole),
  },
  ...communityPlans.flatMap(placesOf),
];

/** The street keeps what belongs to no community, or to one that is not known yet. */
export const streetCommunity: StreetCommunity = {
  id: demoStreet.street,
  title: '枣花巷街道（未定社区）',
  place: demoStreet.street,
};
export const streetCommunities: readonly StreetCommunity[] = [
  streetCommunity,
  ...communityPlans.map(({ id, title }) => ({ id, title, place: id })),
];

const inStreet: Readonly<Record<string, string>> = {
  'street-office': '枣花巷街道办事处',
  'supervision-office': '枣花巷街道督查办',
  'urban-management': '枣花巷街道综合行政执法队',
  sanitation: '枣花巷环卫所',
  landscaping: '枣花巷园林绿化所',
  police: '枣花巷派出所',
  'market-regulation': '枣花巷市场监管所',
  'emergency-duty': '枣花巷街道应急值班室',
};
const inDistrict: Readonly<Record<string, string>> = {
  'hotline-centre': '澄安区 12345 市民热线分中心',
  water: '澄安区自来水公司',
  drainage: '澄安区排水管理所',
  power: '澄安供电公司',
  gas: '澄安燃气公司',
  heating: '澄安供热公司',
  telecom: '澄安通信公司',
  housing: '澄安区住房和城乡建设委',
  planning: '澄安区规划和自然资源分局',
  transport: '澄安区交通运输局',
  'traffic-police': '澄安区交警大队',
  fire: '澄安区消防救援站',
  ecology: '澄安区生态环境局',
  'human-resources': '澄安区人力资源和社会保障局',
  'medical-insurance': '澄安区医疗保障局',
  education: '澄安区教育委员会',
  'culture-tourism': '澄安区文化和旅游局',
  health: '澄安区卫生健康委员会',
  'civil-affairs': '澄安区民政局',
  postal: '澄安区邮政管理局',
};

const organsIn = (kinds: Readonly<Record<string, string>>, area: string): readonly StreetOrgan[] =>
  Object.entries(kinds).map(([kind, title]) => ({ id: kind, kind, title, area }));

function communityOrgans(plan: CommunityPlan): readonly StreetOrgan[] {
  const { id, title, property } = plan;
  return [
    { id: `community-${id}`, kind: 'community', title: `${title}居委会`, area: id },
    { id: `station-${id}`, kind: 'service-station', title: `${title}服务站`, area: id },
    { id: `neighbours-${id}`, kind: 'neighbour-helpers', title: `${title}邻里互助队`, area: id },
    { id: `property-${id}`, kind: 'property-company', title: property, area: id },
    ...plan.grids.map((_, i) => ({
      id: `grid-${gridId(plan, i)}`,
      kind: 'grid-post',
      title: `${title}第${ordinals[i] ?? ''}网格`,
      area: gridId(plan, i),
    })),
  ];
}

/** Offices of the street and district carry their kind as id: there is one of each. */
export const streetOrgans: readonly StreetOrgan[] = [
  ...organsIn(inStreet, demoStreet.street),
  ...organsIn(inDistrict, demoStreet.district),
  ...communityPlans.flatMap(communityOrgans),
];
