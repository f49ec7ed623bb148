import { expect, test } from 'vitest';
import { csvText } from './spreadsheet.ts';

test('text that a spreadsheet would run as a formula arrives as text', () => {
  const text = csvText([
    ['=1+1', '@cmd', '+86', '-2'],
    ['说"好"', '一,二', 3, undefined],
  ]);
  expect(text).toBe('\uFEFF\'=1+1,\'@cmd,\'+86,\'-2\r\n"说""好""","一,二",3,\r\n');
});
