import { describe, expect, it } from 'vitest';
import { choose, lackingIn, takenFor } from './taken-for.ts';

const body = {
  columns: [
    { title: '姓名', field: 'name', ignored: false },
    { title: '住处', ignored: false },
    { title: '电话', field: 'phone', ignored: false },
  ],
  needed: [['name'], ['address', 'building']],
};

describe('what columns are taken for', () => {
  it('is what was chosen, before what was guessed; a field goes to one column only', () => {
    expect([...takenFor(body, { 住处: 'address' })]).toEqual([
      ['姓名', 'name'],
      ['住处', 'address'],
      ['电话', 'phone'],
    ]);
    expect([...takenFor(body, { 住处: 'phone' })]).toEqual([
      ['姓名', 'name'],
      ['住处', 'phone'],
    ]);
    expect([...takenFor(body, { 电话: null })]).toEqual([['姓名', 'name']]);
    const again = choose(choose({}, '住处', 'phone'), '姓名', 'phone');
    expect([...takenFor(body, again)]).toEqual([['姓名', 'phone']]);
  });

  it('tells what is still lacking', () => {
    const lacking = (chosen: Readonly<Record<string, string | null>>) =>
      lackingIn(body, takenFor(body, chosen));
    expect(lacking({})).toEqual(['address', 'building']);
    expect(lacking({ 姓名: null })).toEqual(['name']);
    expect(lacking({ 住处: 'building' })).toBeUndefined();
  });
});
