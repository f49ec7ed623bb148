import { unwrap } from '@liren/core/basics/result.ts';
import { creditCheckCharacter } from '@liren/core/registry/credit-code.ts';
import { system } from '../usecases/actor.ts';
import { importOrganisations } from '../usecases/import-organisations.ts';
import type { RegistryDeps } from '../usecases/import-residents.ts';
import { type Chance, chanceOf } from './chance.ts';
import { madeUpPhone } from './households.ts';
import { givenNames, surnames } from './people.ts';
import { communityPlans, streetPlaces } from './street.ts';

const trades = ['小吃', '便利店', '理发店', '五金店', '洗衣店', '水果店', '面馆', '药店', '打印社'] as const;
const firms = ['澄安精密仪表有限公司', '澄安印刷有限公司', '澄安物流有限公司'] as const;
const shopsPerGrid = 6;

/** No district was ever given the code 990099: nobody has this code. */
export function madeUpCode(kind: '51' | '52' | '91' | '12', chance: Chance): string {
  const first = `${kind}990099${String(chance.between(0, 999_999_999)).padStart(9, '0')}`;
  return `${first}${creditCheckCharacter(first)}`;
}
const contactOf = (chance: Chance): string =>
  `${chance.pick(surnames)}${chance.pick(givenNames)},${madeUpPhone(chance)}`;

/** The organisations of one community, as its office would keep them. */
function tableOf(plan: (typeof communityPlans)[number]): string {
  const chance = chanceOf(`organisations/${plan.id}`);
  const grids = streetPlaces.filter(({ parent, level }) => parent === plan.id && level === 'grid');
  const short = plan.title.replace('社区', '');
  const shops = plan.grids.flatMap(({ compound, buildings }, i) =>
    Array.from({ length: shopsPerGrid }, (_, n) => {
      const trade = chance.pick(trades);
      const name = `${chance.pick(surnames)}记${trade}${n + 1}店`;
      const code = chance.happens(0.6) ? madeUpCode('91', chance) : '';
      const at = `${compound}${chance.between(1, buildings)}号楼底商`;
      return [name, '商户门店', code, at, grids[i]?.title ?? '', contactOf(chance), '', ''].join(',');
    }),
  );
  const first = grids[0]?.title ?? '';
  const others = [
    ...firms.map((name, i) => [`${short}${name}`, '企业', '91', `${plan.road}${20 + i * 8}号`] as const),
    [`${short}小学`, '驻区单位', '12', `${plan.road}1号`] as const,
  ].map(([name, kind, registrar, at]) =>
    [name, kind, madeUpCode(registrar, chance), at, first, contactOf(chance), '', ''].join(','),
  );
  const social = [`${short}邻里互助中心`, '社会组织', madeUpCode('52', chance), `${plan.road}3号`, first];
  const table = [...shops, ...others, [...social, contactOf(chance), '3A 级', '2027-06-30'].join(',')];
  return ['单位名称,单位类型,统一社会信用代码,地址,网格,联系人,联系电话,资质,资质到期日', ...table].join(
    '\n',
  );
}

/** 单位 of every community of the demonstration; taking them in again changes nothing. */
export async function settleOrganisations(deps: RegistryDeps): Promise<void> {
  for (const plan of communityPlans) {
    const report = await importOrganisations(deps, system, {
      bytes: new TextEncoder().encode(tableOf(plan)),
      fileName: `${plan.title}单位.xlsx`,
      community: plan.id,
    });
    const [wrong] = unwrap(report).errors;
    if (wrong !== undefined) throw new Error(`row ${wrong.row} of ${plan.id}: ${wrong.message}`);
  }
}
