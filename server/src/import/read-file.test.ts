import { unwrap } from '@liren/core/basics/result.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { withoutControls } from '../usecases/without-controls.ts';
import { decodeText } from './decode.ts';
import { errorFile, guarded, unguarded } from './error-file.ts';
import { readMapping, readSentMapping } from './mapping.ts';
import { readTable } from './read-table.ts';
import { createTimeReader, isTimePattern, readTime } from './times.ts';
import { unzippedBytes } from './unzipped-bytes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** '编号,主题\n1,井盖\n' as GB18030. */
const gb18030 = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd6, 0xf7, 0xcc, 0xe2, 0x0a, 0x31, 0x2c, 0xbe, 0xae, 0xb8, 0xc7, 0x0a,
]);
const messageOf = async (content: Uint8Array): Promise<string> => {
  const read = await readTable(content);
  return read.ok ? '(read)' : read.error.message;
};

describe('encodings', () => {
  it('reads what spreadsheets here write', () => {
    expect(decodeText(gb18030)).toEqual({ ok: true, value: '编号,主题\n1,井盖\n' });
    expect(decodeText(bytes('\uFEFF编号'))).toEqual({ ok: true, value: '编号' });
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x16, 0x7f]))).toEqual({ ok: true, value: '编' });
    expect(decodeText(Uint8Array.from([0xff, 0xff, 0x00]))).toEqual({ ok: false, error: 'unknown-encoding' });
  });
});

describe('CSV', () => {
  it('counts rows as a spreadsheet does, through quoted line breaks and empty rows', async () => {
    const table = unwrap(await readTable(bytes('\uFEFF编号,内容\r\n1,"两\n行 ""引""号"\r\n\r\n3,三\r\n')));
    expect(table.columns).toEqual(['编号', '内容']);
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', '两\n行 "引"号'] },
      { row: 4, cells: ['3', '三'] },
    ]);
  });
  it('finds the delimiter, and leaves out signs that no text has', async () => {
    expect(unwrap(await readTable(bytes('a;b\n1;2'))).columns).toEqual(['a', 'b']);
    expect(unwrap(await readTable(bytes('a\tb\n1\t2\u0000'))).rows).toEqual([{ row: 2, cells: ['1', '2'] }]);
  });
  it('says what is wrong with a file that cannot be read', async () => {
    expect(await messageOf(bytes(''))).toBe('文件是空的。');
    expect(await messageOf(bytes('a,a\n1,2'))).toBe('表头里“a”出现了两次。');
    expect(await messageOf(bytes('a,b\n1,"2\n3,4'))).toContain('引号没有成对');
    expect(await messageOf(bytes(`a\n${'x'.repeat(1_100_000)}`))).toContain('太长');
    expect(await messageOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toContain('另存为 .xlsx');
    expect(await messageOf(new Uint8Array(20_000_001))).toContain('最大 20 MB');
  });
});

describe('XLSX', () => {
  it('reads numbers, dates and empty cells as people see them', async () => {
    const cell = (value: string | number | Date, format?: string) => ({ value, ...(format && { format }) });
    const sheet = await writeXlsxFile([
      [cell('编号'), cell('时间'), cell('主题')],
      [cell(13812345678), cell(new Date('2019-09-05T10:00:00Z'), 'yyyy/mm/dd hh:mm:ss'), null],
    ]).toBuffer();
    expect(unwrap(await readTable(sheet))).toEqual({
      columns: ['编号', '时间', '主题'],
      rows: [{ row: 2, cells: ['13812345678', '2019-09-05 10:00:00', ''] }],
    });
    expect(unzippedBytes(sheet)).toBeGreaterThan(sheet.length);
  });
  it('refuses a file that is broken or that would unfold to too much', async () => {
    expect(await messageOf(bytes('PK\u0003\u0004 not really'))).toContain('损坏');
    const bomb = Buffer.alloc(46 + 22);
    bomb.writeUInt32LE(0x02014b50, 0);
    bomb.writeUInt32LE(4_000_000_000, 24);
    bomb.writeUInt32LE(0x06054b50, 46);
    bomb.writeUInt16LE(1, 56);
    expect(unzippedBytes(bomb)).toBe(4_000_000_000);
    const disguised = Buffer.concat([Buffer.from('504b0304', 'hex'), bomb]);
    disguised.writeUInt32LE(4, 4 + 46 + 16);
    expect(await messageOf(disguised)).toContain('太大');
    expect(unzippedBytes(Buffer.from('no zip at all, of no kind whatever'))).toBeUndefined();
  });
});

describe('times', () => {
  const readers = ['YYYY/M/D H:m:s', 'YYYY-M-D H:m:s', 'YYYY年M月D日'].map(createTimeReader);
  it('reads each pattern in the zone of the community', () => {
    const at = Date.parse('2019-02-28T11:25:05+08:00');
    expect(readTime(readers, '2019/2/28 11:25:05')).toBe(at);
    expect(readTime(readers, '2019-02-28 11:25:05')).toBe(at);
    expect(readTime(readers, '2019年2月28日')).toBe(Date.parse('2019-02-28T00:00:00+08:00'));
  });
  it('knows days and hours that are none', () => {
    for (const text of ['2019/2/29 1:1:1', '2019/13/1 1:1:1', '2019/1/1 24:0:0', '昨天', '2019/1/1'])
      expect(readTime(readers, text)).toBeUndefined();
  });
  it('knows patterns that are none', () => {
    expect(['YYYY-M-D', 'D.M.YYYY HH:mm'].every(isTimePattern)).toBe(true);
    expect(['', 'YYYY', 'YYYY-M-D D', 'YYYY-M-D HHH'].some(isTimePattern)).toBe(false);
  });
});

describe('mapping', () => {
  const usual = unwrap(readMapping('{mapping: m, title: t, source: s, columns: {title: [主题, 标题]}}'));
  it('names the place that is wrong', () => {
    const message = (source: string) => {
      const read = readMapping(source);
      return read.ok ? '(read)' : read.error;
    };
    expect(message('{mapping: m, title: t, source: s, columns: {number: 编号}}')).toContain('columns.title');
    expect(message('{mapping: m, title: t, source: s, columns: {colour: 颜色}}')).toContain('columns');
    expect(message('{mapping: m, title: t, source: s, columns: {title: a}, times: [YY]}')).toContain(
      'times.0',
    );
    expect(message('a: [')).toContain('YAML');
  });
  it('understands the columns alone, as a page sends them', () => {
    expect(unwrap(readSentMapping('{"title":"主题","at":"时间","name":"人"}', usual)).columns).toEqual({
      title: ['主题'],
      reportedAt: ['时间'],
      reporter: ['人'],
    });
    expect(unwrap(readSentMapping('', usual))).toBe(usual);
    for (const sent of ['{"colour":"颜色"}', 'a: *x', 'title', '[1]', '{"title":1}'])
      expect(readSentMapping(sent, usual).ok).toBe(false);
  });
});

describe('the file of errors', () => {
  it('reads back as it came, whatever stands in the cells', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=1+1', '+1', '-x', '@a', "'=1", '两\n行', '"', ',', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (pairs) => {
        const kept = pairs.map(([a, b]) => [`x${a}`, b]);
        const rows = kept.map((cells, i) => ({ row: i + 2, cells }));
        const file = errorFile(
          { columns: ['a', 'b'], rows },
          rows.map(({ row }) => ({ row, field: 'a', message: '错' })),
        );
        const back = unwrap(await readTable(bytes(file)));
        expect(back.columns).toEqual(['a', 'b', '错误栏目', '错误原因']);
        expect(back.rows.map(({ cells }) => cells.slice(0, 2).map(unguarded))).toEqual(
          kept.map((cells) => cells.map(withoutControls)),
        );
      }),
    );
  });
  it('lets no spreadsheet take a cell for a formula', () => {
    expect(guarded('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`);
    expect(guarded('-12.5')).toBe('-12.5');
    expect(unguarded(guarded("'=x"))).toBe("'=x");
  });
});
