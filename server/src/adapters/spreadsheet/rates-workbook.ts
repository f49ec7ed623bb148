import type { SheetData } from 'write-excel-file/node';
import type { RateRow, threeRates } from '../../usecases/three-rates.ts';

const heading = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });
const titles = [
  '排名',
  '单位',
  '综合得分',
  '响应率 %',
  '解决率 %',
  '满意率 %',
  '有效回访',
  '联系',
  '解决',
  '满意',
  '基本满意',
  '收到',
  '办结',
  '超期',
  '剔除',
];

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const cells = (row: RateRow) => [
  row.rank ?? null,
  row.title,
  numberOf(row.score),
  numberOf(row.contactedRate),
  numberOf(row.solvedRate),
  numberOf(row.satisfiedRate),
  row.calls,
  row.contacted,
  row.solved,
  row.satisfied,
  row.basically,
  row.opened,
  row.ended,
  row.late,
  row.excluded,
];

/** The ranking as a spreadsheet: figures as numbers, the formula and the version of the weights below. */
export async function ratesWorkbook(rates: Awaited<ReturnType<typeof threeRates>>): Promise<Buffer> {
  const data: SheetData = [
    titles.map(heading),
    ...rates.rows.map(cells),
    cells(rates.total),
    [],
    [{ value: rates.formula }],
    [{ value: `月份 ${rates.month}；权重自 ${rates.weights.from} 起施行。` }],
  ];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(data, {
    sheet: `三率 ${rates.month}`,
    columns: titles.map((_, i) => ({ width: i === 1 ? 28 : 11 })),
    stickyRowsCount: 1,
  }).toBuffer();
}
