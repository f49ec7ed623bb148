import { describe, expect, it } from 'vitest';
import { lackingIn, takenFor } from './column-table.tsx';

const body = {
  columns: [
    { title: '姓名', field: 'name' as const, ignored: false },
    { title: '住处', ignored: false },
    { title: '电话', field: 'phone' as const, ignored: false },
  ],
  rows: [],
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
  });

  it('tells what is still lacking', () => {
    expect(lackingIn(takenFor(body, {}))).toBe('address');
    expect(lackingIn(takenFor(body, { 姓名: null }))).toBe('name');
    expect(lackingIn(takenFor(body, { 住处: 'building' }))).toBeUndefined();
  });
});
