/** What a ticket of a city hotline may tell; `title` or `text` must be there. */
export const ticketFields = [
  'number',
  'title',
  'text',
  'reportedAt',
  'phone',
  'reporter',
  'address',
  'category',
] as const;
export type TicketField = (typeof ticketFields)[number];
export type Mapping = Readonly<Partial<Record<TicketField, string>>>;

/** Headings that people give these columns, likeliest first. */
const headings: Readonly<Record<TicketField, readonly string[]>> = {
  number: ['工单编号', '留言编号', '编号', '工单号'],
  title: ['留言主题', '标题', '主题', '诉求标题'],
  text: ['留言详情', '诉求内容', '内容', '详情', '反映内容'],
  reportedAt: ['留言时间', '来电时间', '受理时间', '时间', '日期'],
  phone: ['联系电话', '来电号码', '手机号', '电话'],
  reporter: ['姓名', '来电人', '留言用户'],
  address: ['地址', '事发地址', '地点', '位置'],
  category: ['一级标签', '一级分类', '分类', '类别'],
};

/** The columns that most likely hold each field; exact headings before those that only contain the word. */
export function guessMapping(columns: readonly string[]): Mapping {
  const mapping: Partial<Record<TicketField, string>> = {};
  for (const field of ticketFields) {
    const words = headings[field];
    const column =
      words.map((word) => columns.find((each) => each.trim() === word)).find((each) => each !== undefined) ??
      words.map((word) => columns.find((each) => each.includes(word))).find((each) => each !== undefined);
    if (column !== undefined && !Object.values(mapping).includes(column)) mapping[field] = column;
  }
  return mapping;
}

/** Names in the first line of a CSV, quotes and mark taken off. */
export function columnsOfCsv(text: string): readonly string[] {
  const columns: string[] = [];
  let cell = '';
  let quoted = false;
  const line = text.replace(/^\uFEFF/, '');
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) {
      columns.push(cell.trim());
      cell = '';
    } else if ((letter === '\n' || letter === '\r') && !quoted) break;
    else cell += letter;
  }
  return [...columns, cell.trim()].filter((column) => column !== '');
}
