import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readMoved, refresh } from './live.ts';

test('a moved matter makes its page and the lists stale, and no other page', () => {
  const client = new QueryClient();
  const keys = [['matter', 'qingliu', 'm1'], ['matter', 'qingliu', 'm2'], ['inbox', 'all'], ['/api/affairs']];
  for (const key of keys) client.setQueryData(key, 1);
  refresh(client, { community: 'qingliu', matter: 'm1', version: 3 });
  expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, false, true, false]);
});

test('an event that cannot be read is left alone', () => {
  expect(readMoved('{')).toBeUndefined();
  expect(readMoved('{"community":1}')).toBeUndefined();
  expect(readMoved('{"community":"a","matter":"b","version":2}')).toEqual({
    community: 'a',
    matter: 'b',
    version: 2,
  });
});
