import { describe, expect, it } from 'vitest';
import { columnsAs, withChosen } from './chosen-columns.ts';
import { matchColumns } from './match-columns.ts';

type Field = 'name' | 'phone' | 'address';
const usual = {
  columns: { name: ['姓名'], phone: ['联系电话', '手机号'] } as Partial<Record<Field, readonly string[]>>,
  ignore: ['备注'],
  titles: new Set(['姓名', '联系电话', '手机号', '备注']),
};
const filled = (mapping: typeof usual, columns: readonly string[]) =>
  Object.fromEntries(
    columnsAs(mapping, columns).map(({ title, field, ignored }) => [
      title,
      field ?? (ignored ? '不要' : '？'),
    ]),
  );

describe('columns that somebody chose', () => {
  it('are taken before those that are known, and found as titles', () => {
    const mapping = withChosen<Field, typeof usual>(usual, [
      { title: '当家的', field: 'name' },
      { title: '手机号', field: 'phone' },
      { title: '住哪儿', field: 'address' },
    ]);
    expect(filled(mapping, ['当家的', '姓名', '联系电话', '手机号', '住哪儿', '备注'])).toEqual({
      当家的: 'name',
      姓名: '？',
      联系电话: '？',
      手机号: 'phone',
      住哪儿: 'address',
      备注: '不要',
    });
    expect(mapping.titles.has('住哪儿')).toBe(true);
  });

  it('may be told to be nothing, though their title says otherwise', () => {
    const mapping = withChosen<Field, typeof usual>(usual, [{ title: '联系电话', field: null }]);
    expect(filled(mapping, ['姓名', '联系电话'])).toEqual({ 姓名: 'name', 联系电话: '不要' });
    expect(filled(mapping, ['姓名', '联系电话', '手机号'])).toMatchObject({ 手机号: 'phone' });
  });

  it('say what the import will do: what is shown and what is matched never differ', () => {
    const mapping = withChosen<Field, typeof usual>(usual, [
      { title: '手机号', field: 'phone' },
      { title: '座机', field: 'phone' },
    ]);
    for (const columns of [
      ['姓名', '手机号', '座机'],
      ['姓名', '手机号'],
      ['座机', '联系电话', '姓名'],
    ]) {
      const matched = matchColumns<Field>(mapping, columns, []);
      if (!matched.ok) throw new Error('nothing was needed');
      const shown = columnsAs<Field>(mapping, columns).flatMap(({ title, field }) =>
        field === undefined ? [] : [[field, title]],
      );
      const taken = [...matched.value.at].map(([field, { title }]) => [field, title]);
      expect(shown.sort()).toEqual(taken.sort());
    }
  });
});
