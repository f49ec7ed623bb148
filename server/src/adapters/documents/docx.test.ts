import type { OfficialDocument } from '@liren/core/documents/types.ts';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { docxOf } from './docx.ts';

const minutes: OfficialDocument = {
  kind: 'minutes',
  title: '柳荫社区居民议事会记录',
  number: 'LY-2026-0007',
  blocks: [
    { kind: 'heading', text: '一、议题' },
    { kind: 'text', text: '修水塔 <要 4 万元> & 换泵' },
    {
      kind: 'table',
      head: ['', '票数'],
      rows: [
        ['同意', '6'],
        ['反对', '2'],
      ],
      widths: [60, 40],
    },
    { kind: 'signatures', who: ['主持人', '记录人'] },
  ],
  signed: { by: '柳荫社区居委会', on: '2026年12月5日' },
};
let parts: Record<string, Uint8Array>;
const xmlOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
/** As somebody reads it who opens the file: paragraph by paragraph. */
const paragraphs = (): readonly string[] =>
  xmlOf('word/document.xml')
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '');

beforeAll(async () => {
  parts = unzipSync(await docxOf(minutes, 'https://ly.example/m/c1/7'));
});

describe('a document as a Word file', () => {
  it('says all that the document says, in its order', () => {
    expect(paragraphs()).toEqual([
      '柳荫社区居民议事会记录',
      '一、议题',
      '修水塔 &lt;要 4 万元&gt; &amp; 换泵',
      '票数',
      '同意',
      '6',
      '反对',
      '2',
      `主持人（签名）：${'　'.repeat(9)}`,
      `记录人（签名）：${'　'.repeat(9)}`,
      '柳荫社区居委会',
      '2026年12月5日',
      '编号 LY-2026-0007。扫码看这件事的全部公开记录：https://ly.example/m/c1/7',
    ]);
  });
  it('looks as official papers must: A4 with the margins of GB/T 9704, a title of 二号, text of 三号 仿宋', () => {
    const xml = xmlOf('word/document.xml');
    // 22 lines a page, in every office program: a line of no rule is 18 points high in some, and two of a title overlap.
    expect(xml).not.toMatch(/<w:spacing(?=[^>]*w:line=)(?![^>]*w:lineRule="exact")[^>]*>/);
    expect(xml).toMatch(/w:line="580" w:lineRule="exact"/);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toMatch(/<w:b\/>[^p]*<w:sz w:val="44"\/>/);
    expect(xml).toContain('w:eastAsia="仿宋"');
    expect(xml).toContain('<w:sz w:val="32"/>');
  });
  it('carries the code that leads back to the live page', () => {
    expect(Object.keys(parts).some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true);
  });
});
