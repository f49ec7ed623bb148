import { demoRoles } from './roles.ts';
import { communityPlans, streetOrgans, streetPlaces } from './street.ts';

/** A made-up person of the demonstration, with the seats that they hold. */
export interface DemoStaff {
  readonly role: string;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly organ: string }[];
}
export interface DemoResident {
  readonly role: string;
  readonly name: string;
  /** No operator was ever given numbers that begin with 154. */
  readonly phone: string;
  /** The building they live in. */
  readonly home: string;
  readonly isElder: boolean;
}

export const surnames = Array.from(
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马苗方袁柳',
);
export const givenNames = [
  '建国',
  '淑珍',
  '玉兰',
  '志强',
  '丽华',
  '国栋',
  '秀云',
  '文斌',
  '晓燕',
  '永福',
  '佳怡',
  '一鸣',
  '桂芝',
  '海燕',
  '振华',
  '雅琴',
  '思远',
  '春梅',
  '立新',
  '婷婷',
  '德明',
  '欣然',
  '凤英',
  '浩然',
  '美玲',
  '长山',
  '静怡',
  '少华',
  '素芬',
  '子轩',
] as const;

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new Error('an empty list of names');
  return found;
};
/** Steps that share no factor with the lengths of the lists: the same name comes back only after 1,200 people. */
const nameOf = (n: number): string =>
  at(surnames, n * 7 + 3) + at(givenNames, n * 11 + Math.floor(n / 30) + 5);

const personOf = (role: string): string => demoRoles.find((each) => each.role === role)?.person ?? '';

/** Seats of the roles that one click opens. */
const named: readonly DemoStaff[] = [
  { role: 'hotline-clerk', posts: [{ post: 'hotline-clerk', organ: 'hotline-centre' }] },
  { role: 'dispatcher', posts: [{ post: 'dispatcher', organ: 'street-office' }] },
  { role: 'handler-community', posts: [{ post: 'handler', organ: 'community-zaohua' }] },
  { role: 'community-worker', posts: [{ post: 'community-worker', organ: 'community-zaohua' }] },
  { role: 'grid-worker', posts: [{ post: 'grid-worker', organ: 'grid-zaohua-1' }] },
  { role: 'handler-urban-management', posts: [{ post: 'handler', organ: 'urban-management' }] },
  { role: 'handler-drainage', posts: [{ post: 'handler', organ: 'drainage' }] },
  { role: 'handler-housing', posts: [{ post: 'handler', organ: 'housing' }] },
  { role: 'handler-property', posts: [{ post: 'handler', organ: 'property-zaohua' }] },
  { role: 'neighbour-helper', posts: [{ post: 'neighbour-helper', organ: 'neighbours-zaohua' }] },
  { role: 'leader', posts: [{ post: 'leader', organ: 'street-office' }] },
  { role: 'supervisor', posts: [{ post: 'supervisor', organ: 'supervision-office' }] },
  { role: 'post-keeper', posts: [{ post: 'post-keeper', organ: 'street-office' }] },
].map((staff) => ({ ...staff, name: personOf(staff.role) }));

const postFor: Readonly<Record<string, string>> = {
  'grid-post': 'grid-worker',
  'hotline-centre': 'hotline-clerk',
  'neighbour-helpers': 'neighbour-helper',
  'emergency-duty': 'duty-officer',
};

/** Every organ has somebody; some seats have a second person, so that who asked is not who decides. */
function others(): readonly DemoStaff[] {
  const seats = streetOrgans.flatMap(({ id, kind }) => {
    const post = postFor[kind] ?? (kind === 'supervision-office' ? 'supervisor' : 'handler');
    const more = kind === 'community' ? [{ post: 'community-worker', organ: id }] : [];
    const second = kind === 'street-office' ? [{ post: 'dispatcher', organ: id }] : [];
    return [{ post, organ: id }, ...more, ...second];
  });
  const taken = new Set(named.flatMap(({ posts }) => posts.map(({ post, organ }) => `${post}@${organ}`)));
  const twice = new Set([
    'dispatcher@street-office',
    'hotline-clerk@hotline-centre',
    'supervisor@supervision-office',
  ]);
  return seats
    .filter(({ post, organ }) => twice.has(`${post}@${organ}`) || !taken.has(`${post}@${organ}`))
    .map((seat, i) => ({ role: `staff-${seat.post}-${seat.organ}`, name: nameOf(i + 400), posts: [seat] }));
}

export const demoStaff: readonly DemoStaff[] = [...named, ...others()];

const buildings = streetPlaces.filter((place) => place.level === 'building');
export const residentCount = 168;

const phoneOf = (n: number): string => `154${String(n).padStart(8, '0')}`;

function residents(): readonly DemoResident[] {
  const home = (n: number): string => at(buildings, n * 17 + 1).id;
  const neighbours = Array.from({ length: residentCount }, (_, n) => ({
    role: `neighbour-${n + 1}`,
    name: nameOf(n),
    phone: phoneOf(n + 101),
    home: home(n),
    isElder: n % 6 === 0,
  }));
  const first = communityPlans[0]?.id ?? '';
  return [
    { role: 'resident', name: personOf('resident'), phone: phoneOf(1), home: `${first}-3-2`, isElder: false },
    {
      role: 'resident-elder',
      name: personOf('resident-elder'),
      phone: phoneOf(2),
      home: `${first}-1-1`,
      isElder: true,
    },
    ...neighbours,
  ];
}
export const demoResidents: readonly DemoResident[] = residents();
