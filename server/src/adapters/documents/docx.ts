import type { Block, OfficialDocument } from '@liren/core/documents/types.ts';
import type * as Docx from 'docx';
import { toBuffer } from 'qrcode';

/** Twentieths of a point: what every office program reads, where some read no millimetres. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
/** 党政机关公文格式 GB/T 9704-2012: A4, with these margins. */
const page = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
};
const textWidth = twips(210 - 28 - 26);
/** 二号、三号、四号, in half points. */
const sizes = { title: 44, body: 32, small: 28 } as const;
/** 固定值: 22 lines of the body on a page, as GB/T 9704 has it, and more for a title of two lines; left to themselves, office programs disagree. */
const lineOf = (lineTwips: number) => ({ line: lineTwips, lineRule: 'exact' }) as const;
const spacings = { title: lineOf(700), body: lineOf(580) } as const;
/** Two characters of 三号, in twentieths of a point. */
const twoCharacters = 640;
const qrPixels = 106;

const fontOf = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
const fonts = { title: fontOf('宋体'), body: fontOf('仿宋'), heading: fontOf('黑体') };
type Library = typeof Docx;

function tableOf(lib: Library, { head, rows, widths }: Extract<Block, { kind: 'table' }>): Docx.Table {
  const columnWidths = widths.map((share) => Math.round((textWidth * share) / 100));
  const cell = (text: string, i: number, bold: boolean): Docx.TableCell =>
    new lib.TableCell({
      width: { size: columnWidths[i] ?? 0, type: lib.WidthType.DXA },
      verticalAlign: lib.VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new lib.Paragraph({
          alignment: lib.AlignmentType.CENTER,
          children: [new lib.TextRun({ text, bold, size: sizes.small, font: fonts.body })],
        }),
      ],
    });
  const row = (cells: readonly string[], tableHeader: boolean): Docx.TableRow =>
    new lib.TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, i) => cell(text, i, tableHeader)),
    });
  return new lib.Table({
    width: { size: textWidth, type: lib.WidthType.DXA },
    columnWidths,
    layout: lib.TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function paragraphOf(lib: Library, { kind, text }: Exclude<Block, { kind: 'table' | 'signatures' }>) {
  const font = kind === 'heading' ? fonts.heading : fonts.body;
  const size = kind === 'note' ? sizes.small : sizes.body;
  return new lib.Paragraph({
    spacing: spacings.body,
    keepNext: kind === 'heading',
    ...(kind !== 'addressed' && { indent: { firstLine: twoCharacters } }),
    children: [new lib.TextRun({ text, font, size })],
  });
}
const signatureOf = (lib: Library, who: string): Docx.Paragraph =>
  new lib.Paragraph({
    spacing: { ...spacings.body, before: 160 },
    indent: { firstLine: twoCharacters },
    keepLines: true,
    children: [
      new lib.TextRun({ text: `${who}（签名）：`, font: fonts.body, size: sizes.body }),
      new lib.TextRun({ text: '　'.repeat(9), underline: {}, font: fonts.body, size: sizes.body }),
    ],
  });

function partsOf(lib: Library, block: Block): readonly (Docx.Paragraph | Docx.Table)[] {
  if (block.kind === 'table') return [tableOf(lib, block), new lib.Paragraph({ children: [] })];
  if (block.kind === 'signatures') return block.who.map((who) => signatureOf(lib, who));
  return [paragraphOf(lib, block)];
}

const titleOf = (lib: Library, text: string): Docx.Paragraph =>
  new lib.Paragraph({
    alignment: lib.AlignmentType.CENTER,
    spacing: { ...spacings.title, after: 320 },
    children: [new lib.TextRun({ text, bold: true, font: fonts.title, size: sizes.title })],
  });

/** 落款: at the right, four characters in from the edge. */
const signedOf = (lib: Library, { by, on }: { readonly by: string; readonly on: string }) =>
  [by, on].map(
    (text, i) =>
      new lib.Paragraph({
        alignment: lib.AlignmentType.RIGHT,
        spacing: { ...spacings.body, ...(i === 0 && { before: 480 }) },
        indent: { right: twoCharacters * 2 },
        keepLines: true,
        keepNext: i === 0,
        children: [new lib.TextRun({ text, font: fonts.body, size: sizes.body })],
      }),
  );

async function footOf(lib: Library, number: string, link: string): Promise<readonly Docx.Paragraph[]> {
  const data = await toBuffer(link, { type: 'png', margin: 1, width: qrPixels * 4 });
  return [
    new lib.Paragraph({
      spacing: { before: 320 },
      children: [
        new lib.ImageRun({ type: 'png', data, transformation: { width: qrPixels, height: qrPixels } }),
      ],
    }),
    new lib.Paragraph({
      children: [
        new lib.TextRun({
          text: `编号 ${number}。扫码看这件事的全部公开记录：${link}`,
          font: fonts.body,
          size: 21,
        }),
      ],
    }),
  ];
}

/** — 1 —, as official papers number their pages. */
const pageNumbers = (lib: Library): Docx.Footer =>
  new lib.Footer({
    children: [
      new lib.Paragraph({
        alignment: lib.AlignmentType.CENTER,
        children: [
          new lib.TextRun({
            children: ['— ', lib.PageNumber.CURRENT, ' —'],
            font: fonts.title,
            size: sizes.small,
          }),
        ],
      }),
    ],
  });

/**
 * The document as a Word file that an office can go on working with.
 * @param link of the live page, drawn as a code at the foot.
 */
export async function docxOf(document: OfficialDocument, link: string): Promise<Buffer> {
  const lib = await import('docx');
  const { title, number, blocks, signed } = document;
  const file = new lib.Document({
    title,
    creator: signed?.by ?? '',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: { page },
        footers: { default: pageNumbers(lib) },
        children: [
          titleOf(lib, title),
          ...blocks.flatMap((block) => partsOf(lib, block)),
          ...(signed === undefined ? [] : signedOf(lib, signed)),
          ...(await footOf(lib, number, link)),
        ],
      },
    ],
  });
  return lib.Packer.toBuffer(file);
}
