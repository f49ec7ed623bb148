import { unwrap } from '@liren/core/basics/result.ts';
import { identityCheckCharacter } from '@liren/core/registry/identity-number.ts';
import { system } from '../usecases/actor.ts';
import { importResidents, type RegistryDeps } from '../usecases/import-residents.ts';
import { type Chance, chanceOf } from './chance.ts';
import { demoResidents, givenNames, surnames } from './people.ts';
import { communityPlans, streetPlaces } from './street.ts';

const homesPerGrid = 20;
/** One community is told whole, with a grid that has grown too large for one worker. */
const homesOf: Readonly<Record<string, readonly number[]>> = { zaohua: [38, 48, 150, 36] };
const relations = ['配偶', '子', '女', '母亲', '租户'] as const;

/** Of the i-th resident whom one may enter as; told in docs/community/registry.md, so that their own record can be opened. */
function demoIdentityOf(i: number): string {
  const first = `99009919540315${String(i + 1).padStart(3, '0')}`;
  return `${first}${identityCheckCharacter(first)}`;
}

/** No county was ever given the code 990099: nobody has this number. */
function madeUpIdentity(chance: Chance, age: readonly [number, number]): string {
  const year = 2026 - chance.between(...age);
  const two = (n: number): string => String(n).padStart(2, '0');
  const order = String(chance.between(1, 999)).padStart(3, '0');
  const first = `990099${year}${two(chance.between(1, 12))}${two(chance.between(1, 28))}${order}`;
  return `${first}${identityCheckCharacter(first)}`;
}

/** No operator was ever given numbers that begin with 154. */
export const madeUpPhone = (chance: Chance): string =>
  `154${String(chance.between(0, 99_999_999)).padStart(8, '0')}`;

function peopleOf(chance: Chance, address: string, grid: string): readonly string[] {
  const surname = chance.pick(surnames);
  const line = (name: string, relation: string, age: readonly [number, number], hasPhone: boolean): string =>
    [name, madeUpIdentity(chance, age), hasPhone ? madeUpPhone(chance) : '', address, relation, grid].join(
      ',',
    );
  const others = Array.from({ length: chance.between(0, 3) }, () => {
    const relation = chance.pick(relations);
    const ownName = relation === '配偶' || relation === '母亲' || relation === '租户';
    const name = `${ownName ? chance.pick(surnames) : surname}${chance.pick(givenNames)}`;
    return line(name, relation, ownName ? [25, 80] : [1, 24], chance.happens(0.5));
  });
  return [line(`${surname}${chance.pick(givenNames)}`, '户主', [28, 88], chance.happens(0.9)), ...others];
}

/** Two people of every community stand in its table a second time, without a number and at another door of the building. */
function writtenTwice(lines: readonly string[]): readonly string[] {
  const known = lines.flatMap((line) => {
    const [name = '', , phone = '', address = '', relation = '', grid = ''] = line.split(',');
    return phone === ''
      ? []
      : [[name, '', phone, address.replace(/\d单元\d+$/, '4单元701'), relation, grid].join(',')];
  });
  return known.filter((_, at) => at === 3 || at === 11);
}

/** Groups that somebody of this age may be in, and how many of a hundred are. */
const sortedInto = [
  { group: '独居老人', from: 70, percent: 12 },
  { group: '空巢老人', from: 65, percent: 15 },
  { group: '残疾人', from: 20, percent: 3 },
  { group: '低保', from: 30, percent: 2 },
  { group: '党员', from: 24, percent: 8 },
  { group: '志愿者', from: 18, percent: 9 },
  { group: '退役军人', from: 24, percent: 3 },
] as const;

function groupsFor(chance: Chance, row: string): string {
  const born = Number(row.split(',')[1]?.slice(6, 10));
  const fitting = sortedInto.filter(({ from }) => 2026 - born >= from);
  return fitting
    .filter(({ percent }) => chance.happens(percent / 100))
    .map(({ group }) => group)
    .join('、');
}

/** The household table of one community, as its office would keep it. */
export function householdTable(plan: (typeof communityPlans)[number]): string {
  const chance = chanceOf(`households/${plan.id}`);
  const grids = streetPlaces.filter(({ parent, level }) => parent === plan.id && level === 'grid');
  const lines = plan.grids.flatMap(({ compound, buildings }, i) =>
    Array.from({ length: homesOf[plan.id]?.[i] ?? homesPerGrid }, () => {
      const door = `${chance.between(1, 6)}0${chance.between(1, 4)}`;
      const address = `${compound}${chance.between(1, buildings)}号楼${chance.between(1, 3)}单元${door}`;
      return peopleOf(chance, address, grids[i]?.title ?? '');
    }).flat(),
  );
  const own = demoResidents.flatMap(({ name, phone, home }, i) => {
    const building = streetPlaces.find(({ id }) => id === home);
    const grid = streetPlaces.find(({ id }) => id === building?.parent);
    return home.startsWith(`${plan.id}-`)
      ? [
          [
            name,
            demoIdentityOf(i),
            phone,
            `${building?.title ?? ''}1单元${101 + i}`,
            '户主',
            grid?.title ?? '',
          ].join(','),
        ]
      : [];
  });
  const again = writtenTwice(lines);
  const sorting = chanceOf(`groups/${plan.id}`);
  const sorted = [...lines, ...own, ...again].map((row) => `${row},${groupsFor(sorting, row)}`);
  return ['姓名,身份证号,联系电话,住址,与户主关系,网格,人群', ...sorted].join('\n');
}

/** 底数 of every community of the demonstration; taking it in again changes nothing. */
export async function settleHouseholds(deps: RegistryDeps): Promise<void> {
  for (const plan of communityPlans)
    unwrap(
      await importResidents(deps, system, {
        bytes: new TextEncoder().encode(householdTable(plan)),
        fileName: `${plan.title}底数.xlsx`,
        community: plan.id,
      }),
    );
}
