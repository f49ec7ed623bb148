import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddressName,
  callBuilding,
  callCompound,
  calledNow,
  floorOf,
  openBuilding,
} from './address-names.ts';

const home = (compound: string, building: string) => ({ compound, building, unit: '2', number: '501' });
const none = new Set<string>();
type Step = (names: readonly AddressName[]) => readonly AddressName[];
const compound =
  (from: string, to: string, standing: ReadonlySet<string> = none): Step =>
  (names) =>
    callCompound(names, from, to, standing);
const building =
  (within: string, from: string, to: string): Step =>
  (names) =>
    callBuilding(names, { compound: within, building: from }, to);
const after = (...steps: readonly Step[]): readonly AddressName[] =>
  steps.reduce<readonly AddressName[]>((names, step) => step(names), []);

describe('other names of compounds and buildings', () => {
  it('reads a compound that is left out, or written otherwise, as the one that is meant', () => {
    const read = calledNow(after(compound('', '柳荫里'), compound('柳荫小区', '柳荫里')));
    expect(read(home('', '3'))).toEqual(home('柳荫里', '3'));
    expect(read(home('柳荫小区', '3'))).toEqual(home('柳荫里', '3'));
    expect(read(home('槐树街', '3'))).toEqual(home('槐树街', '3'));
  });

  it('follows a building that was numbered anew, also under another name of its compound', () => {
    const read = calledNow(after(compound('柳荫小区', '柳荫里'), building('柳荫里', '3', '5')));
    expect(read(home('柳荫小区', '3'))).toEqual(home('柳荫里', '5'));
  });

  it('follows a compound that gets another name after one of its buildings did', () => {
    const read = calledNow(after(building('甲', '3', '5'), compound('甲', '乙')));
    expect(read(home('甲', '3'))).toEqual(home('乙', '5'));
    expect(read(home('甲', '4'))).toEqual(home('乙', '4'));
  });

  it('never reads a building that stands as another, though the compound that came to it wrote so', () => {
    const read = calledNow(after(building('甲', '3', '5'), compound('甲', '乙', new Set(['3', '4']))));
    expect(read(home('乙', '3'))).toEqual(home('乙', '3'));
  });

  it('lets a name go back to what it was', () => {
    const read = calledNow(after(compound('甲', '乙'), compound('乙', '甲')));
    expect(read(home('甲', '1'))).toEqual(home('甲', '1'));
    expect(read(home('乙', '1'))).toEqual(home('甲', '1'));
  });

  it('means the new building once one stands under an old name', () => {
    const names = openBuilding(after(building('甲', '3', '5')), { compound: '甲', building: '3' });
    expect(calledNow(names)(home('甲', '3'))).toEqual(home('甲', '3'));
  });

  it('never leads from a name to a name, whatever was renamed in whatever order', () => {
    const compounds = fc.constantFrom('', '甲', '乙', '丙');
    const numbers = fc.constantFrom('1', '2', '3');
    const step = fc.oneof(
      fc.tuple(compounds, compounds).map(([from, to]) => compound(from, to)),
      fc.tuple(compounds, numbers, numbers).map(([within, from, to]) => building(within, from, to)),
    );
    let led = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), compounds, numbers, (steps, c, b) => {
        const read = calledNow(after(...steps));
        const once = read(home(c, b));
        if (once.compound !== c || once.building !== b) led += 1;
        expect(read(once)).toEqual(once);
      }),
    );
    expect(led).toBeGreaterThan(5);
  });
});

describe('the floor that a door tells', () => {
  it.each([
    ['501', { floor: 5, door: '01' }],
    ['1203', { floor: 12, door: '03' }],
    ['502A', { floor: 5, door: '02A' }],
    ['7', undefined],
    ['001', undefined],
    ['A1', undefined],
  ])('%s', (number, told) => expect(floorOf({ number })).toEqual(told));
});
