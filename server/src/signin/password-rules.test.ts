import { unwrap } from '@liren/core/basics/result.ts';
import { describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { findPasswordWeakness } from './password-rules.ts';

const owner = { name: '王建国', phone: unwrap(normalisePhone('13912340987')), loginName: 'laowang88@street' };
const weaknessOf = (password: string) => findPasswordWeakness(password, owner, 12);

describe('a password', () => {
  it.each([
    'password1234',
    'P@ssw0rd2024!',
    '123456789012',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaaaaaa',
    'Admin@123456',
    // Habits from here: words, lucky numbers, names with a year.
    'woaini1314520',
    'woaini woaini',
    'mima88888888',
    'zhangwei123456',
    'LiNa19900101',
    'shequ@123456',
    '我爱你我爱你我爱你我爱你',
    'x'.repeat(128),
  ])('%s is what anyone would try', async (password) => {
    expect(await weaknessOf(password)).toBe('password-common');
  });

  it.each([
    '我是王建国，请开门吧',
    'Wang Jian-Guo opens doors',
    'tel 139-1234-0987 ok',
    '12340987 turnip ladder',
    'LAOWANG88 turnip ladder',
    'turnip ladder Liren',
    'ｌｉｒｅｎ turnip ladder',
    '里仁为美 turnip ladder',
  ])('%s tells of the person or the product', async (password) => {
    expect(await weaknessOf(`${password}  fog`)).toBe('password-personal');
  });

  it('is counted in characters, not bytes', async () => {
    expect(await weaknessOf('槐花水井石桥灯笼山雀晚')).toBe('password-too-short');
    expect(await weaknessOf('槐花水井石桥灯笼山雀晚风')).toBeUndefined();
  });

  it.each(['turnip ladder fog', 'abxq-7mkw-p2re', 'cuilü shankuang 竹席', '7f3k9q2m4x8z'])(
    '%s is let through, whatever kinds of characters it has',
    async (password) => {
      expect(await weaknessOf(password)).toBeUndefined();
    },
  );

  it('may hold a short name by accident, and stands for who has none', async () => {
    const lina = { name: '李娜', phone: undefined };
    expect(await findPasswordWeakness('carolina turnip ladder', lina, 12)).toBeUndefined();
    const nobody = { name: undefined, phone: undefined };
    expect(await findPasswordWeakness('turnip ladder fog', nobody, 12)).toBeUndefined();
  });

  it('as long as may be sent is answered', async () => {
    expect(await weaknessOf('(aA1!'.repeat(25))).toBeUndefined();
  });
});
