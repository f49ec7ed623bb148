import { textField } from '../engine/fields.ts';
import type { Field } from '../engine/types.ts';
import type { RollRule } from './types.ts';

/** Of a roll that is a list: whoever convenes or freezes it says who is on it. */
export const listFields = ({ from }: RollRule): readonly Field[] =>
  from === 'listed'
    ? [textField('people', '参加人（每行一个：姓名，可以带手机号）', { audience: 'handlers', most: 20_000 })]
    : [];

export interface Listed {
  readonly name: string;
  /** As it was written; whoever signs in with it is this line. */
  readonly phone?: string;
}
const phonePattern = /\+?\d[\d -]{5,18}\d/;

/** One line a person: 王芳 13900000000, or the name alone. Whoever stands there twice is there once. */
export function readListed(text: string): readonly Listed[] {
  const lines = new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  return [...lines].map((line) => {
    const phone = phonePattern.exec(line)?.[0];
    const name = (phone === undefined ? line : line.replace(phone, '')).replaceAll(
      /^[\s,，:：]+|[\s,，:：]+$/g,
      '',
    );
    return {
      name: name === '' ? line : name,
      ...(phone !== undefined && { phone: phone.replaceAll(/[ -]/g, '') }),
    };
  });
}
