import { expect, test } from 'vitest';
import { columnsOfCsv, guessMapping } from './columns.ts';

test('the columns of a hotline export are recognised', () => {
  const columns = columnsOfCsv('\uFEFF留言编号,留言用户,"留言主题",留言时间,留言详情\r\n1,A,"x,y",2020,z');
  expect(columns).toEqual(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情']);
  expect(guessMapping(columns)).toEqual({
    number: '留言编号',
    title: '留言主题',
    text: '留言详情',
    reportedAt: '留言时间',
    reporter: '留言用户',
  });
});

test('a heading with a comma inside quotes stays one column', () => {
  expect(columnsOfCsv('"标题,主题",内容')).toEqual(['标题,主题', '内容']);
});

test('no column serves two fields', () => {
  const used = Object.values(guessMapping(['内容', '时间', '编号', '电话']));
  expect(new Set(used).size).toBe(used.length);
});
