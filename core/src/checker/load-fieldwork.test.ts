import { describe, expect, it } from 'vitest';
import { loadFieldwork } from './load-fieldwork.ts';
import { readFields } from './read-parts.ts';

const forms = {
  visit: readFields([
    { name: 'met', title: '见到人', type: 'choice', choices: { yes: '见到', no: '没有' } },
    { name: 'risk', title: '风险', type: 'choice', choices: { high: '高', low: '低' } },
  ]),
};
const source = {
  fieldwork: 'garden-round',
  title: '巡园',
  by: 'walker',
  'most-offline-days': 7,
  rounds: {
    visit: { title: '走访', about: 'home', form: 'visit', met: { field: 'met', is: 'yes' }, risk: 'risk' },
  },
  risks: { high: { title: '高', 'visit-every-days': 7 }, low: { title: '低', 'visit-every-days': 90 } },
  'risk-set-by': ['keeper'],
  duties: { days: { title: '天数', of: 'visit', counts: 'days', per: 'month', least: 10 } },
};
const reasons = (changed: object) => {
  const loaded = loadFieldwork({ ...source, ...changed }, 'x.yaml', forms);
  return loaded.ok ? [] : loaded.error.map(({ path, reason }) => `${path}: ${reason}`);
};

describe('a file of field work', () => {
  it('becomes what the rules read', () => {
    expect(loadFieldwork(source, 'x.yaml', forms)).toMatchObject({
      ok: true,
      value: {
        by: 'walker',
        mostOfflineDays: 7,
        riskSetBy: ['keeper'],
        rounds: { visit: { about: 'home', met: { field: 'met', is: ['yes'] }, risk: 'risk' } },
        risks: [
          { id: 'high', visitEveryDays: 7 },
          { id: 'low', visitEveryDays: 90 },
        ],
        duties: [{ id: 'days', of: 'visit', least: { number: 10 } }],
      },
    });
  });

  it('is refused with the place and the reason', () => {
    const visit = source.rounds.visit;
    expect(reasons({ rounds: { visit: { ...visit, form: 'vist' } } })).toEqual([
      'rounds.visit.form: 没有表单 vist',
    ]);
    expect(reasons({ rounds: { visit: { ...visit, met: { field: 'met', is: ['maybe'] } } } })).toEqual([
      'rounds.visit.met: 表单里的选择 met 没有 maybe',
    ]);
    expect(reasons({ risks: { high: source.risks.high } })).toEqual(['rounds.visit.risk: risks 里没有 low']);
    expect(reasons({ duties: { days: { ...source.duties.days, of: 'patrol' } } })).toEqual([
      'duties.days.of: 没有 patrol 这种走访',
    ]);
    expect(
      reasons({ duties: { days: { ...source.duties.days, 'least-percent-of-homes': 10 } } }),
    ).not.toEqual([]);
    expect(reasons({ 'most-offline-days': 0 })).not.toEqual([]);
  });
});
