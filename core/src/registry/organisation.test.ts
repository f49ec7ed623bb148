import { describe, expect, it } from 'vitest';
import { blockOf, type OrganisationKind, organisationFault, organisationKey } from './organisation.ts';

const shop: OrganisationKind = { id: 'shop', title: '商户', codeNeeded: false, qualified: false };
const firm: OrganisationKind = { ...shop, id: 'firm', codeNeeded: true };
const social: OrganisationKind = { ...firm, id: 'social', qualified: true };

describe('what a kind of organisation needs', () => {
  const code = '91350582MA0000001X';
  const told = { code, qualification: '4A 级', qualifiedUntil: '2027-12-31' };
  it.each([
    [shop, {}, undefined],
    [shop, { code }, undefined],
    [firm, {}, 'code-needed'],
    [firm, { code }, undefined],
    [firm, told, 'no-qualification'],
    [social, { code }, 'qualification-needed'],
    [social, { code, qualification: '4A 级' }, 'day-needed'],
    [social, told, undefined],
    [social, { ...told, code: undefined }, 'code-needed'],
  ])('%o with %o: %s', (kind, values, fault) => expect(organisationFault(kind, values)).toBe(fault));
});

describe('the building of an organisation', () => {
  const areas = ['试验街道', '东里社区'];
  it.each([
    ['柳荫里3号楼底商', { compound: '柳荫里', building: '3', unit: '' }],
    ['柳荫里三号楼二单元101', { compound: '柳荫里', building: '3', unit: '2' }],
    ['东里社区柳荫里 ３号楼 一层东侧', { compound: '柳荫里', building: '3', unit: '' }],
    ['东里社区柳荫里3号楼2单元底层', { compound: '柳荫里', building: '3', unit: '2' }],
    ['创业园A座', { compound: '创业园', building: 'A', unit: '' }],
  ])('%s', (address, block) => expect(blockOf(address, areas)).toEqual(block));

  it.each(['柳荫街', '农贸市场东门', ''])('is none: %s', (address) => {
    expect(blockOf(address, areas)).toBeUndefined();
  });
});

it('knows one organisation in two spellings', () => {
  expect(organisationKey('王记 小吃', '柳荫里三号楼 底商')).toBe(
    organisationKey('王记小吃', '柳荫里３号楼底商'),
  );
});
