import { describe, expect, it } from 'vitest';
import { readListed } from './listed.ts';

describe('a list of people as somebody types it', () => {
  it('is a line a person, with or without a telephone', () => {
    expect(readListed('王芳 13900000000\n\n 李四，139-0000-0001\n赵一\n')).toEqual([
      { name: '王芳', phone: '13900000000' },
      { name: '李四', phone: '13900000001' },
      { name: '赵一' },
    ]);
  });
  it('has nobody twice, and nobody for nothing', () => {
    expect(readListed('赵一\n赵一 \n')).toHaveLength(1);
    expect(readListed(' \n')).toEqual([]);
    expect(readListed('13900000000')).toEqual([{ name: '13900000000', phone: '13900000000' }]);
  });
});
