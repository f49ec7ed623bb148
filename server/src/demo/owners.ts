import { unwrap } from '@liren/core/basics/result.ts';
import { system } from '../usecases/actor.ts';
import { importOwners } from '../usecases/import-owners.ts';
import type { RegistryDeps } from '../usecases/import-residents.ts';
import { type Chance, chanceOf } from './chance.ts';
import { householdTable } from './households.ts';
import { madeUpCode } from './organisations.ts';
import { communityPlans } from './street.ts';

const areas = ['58.3', '62.75', '76.2', '89.5', '103.48'] as const;

interface Living {
  readonly name: string;
  readonly identity: string;
  readonly relation: string;
}

/** Who lives behind each door, by address. */
function homesIn(table: string): ReadonlyMap<string, readonly Living[]> {
  const homes = new Map<string, Living[]>();
  for (const line of table.split('\n').slice(1)) {
    const [name = '', identity = '', , address = '', relation = ''] = line.split(',');
    if (identity !== '') homes.set(address, [...(homes.get(address) ?? []), { name, identity, relation }]);
  }
  return homes;
}

/** Most homes belong to who heads the household, some to a couple, a few to the company that built them. */
function rowsOf(
  chance: Chance,
  address: string,
  people: readonly Living[],
  builder: string,
): readonly string[] {
  const head = people.find(({ relation }) => relation === '户主');
  const spouse = people.find(({ relation }) => relation === '配偶');
  const area = chance.pick(areas);
  if (head === undefined || chance.happens(0.08)) return [];
  if (chance.happens(0.1)) return [`${builder},${address},${area},合同,`];
  const row = ({ name, identity }: Living, share: string): string =>
    `${name},${identity},,${address},${area},产权登记,${share}`;
  return spouse === undefined || spouse.identity === head.identity
    ? [row(head, '')]
    : [row(head, '1/2'), row(spouse, '1/2')];
}

function tableOf(plan: (typeof communityPlans)[number]): string {
  const chance = chanceOf(`owners/${plan.id}`);
  const builder = `${plan.title.replace('社区', '')}置业有限公司,,${madeUpCode('91', chance)}`;
  const rows = [...homesIn(householdTable(plan))].flatMap(([address, people]) =>
    rowsOf(chance, address, people, builder),
  );
  return ['业主姓名,身份证号,统一社会信用代码,住址,专有部分面积,面积依据,共有份额', ...rows].join('\n');
}

/** 业主 of every community of the demonstration; taking them in again changes nothing. */
export async function settleOwners(deps: RegistryDeps): Promise<void> {
  for (const plan of communityPlans) {
    const report = await importOwners(deps, system, {
      bytes: new TextEncoder().encode(tableOf(plan)),
      fileName: `${plan.title}业主.xlsx`,
      community: plan.id,
    });
    const [wrong] = unwrap(report).errors;
    if (wrong !== undefined) throw new Error(`row ${wrong.row} of ${plan.id}: ${wrong.message}`);
  }
}
