import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { loadTextTools } from './load-text-tools.ts';
import { readColumns } from './read-columns.ts';
import { findComplaints } from './testing-complaints.ts';

const tools = loadTextTools([
  { id: 'component/street-lamp', title: '路灯', class: '城乡建设', words: ['路灯不亮', '灯坏了'] },
  { id: 'event/cooking-fumes', title: '油烟污染', class: '环境保护', words: ['油烟', '烧烤'] },
  { id: 'service/kindergarten', title: '学前教育', class: '教育文体', words: ['幼儿园'] },
]);

const matters = [
  '柳叶街口的烧烤店油烟太大\n每天半夜还在吵，整栋楼都是味道。',
  '望江苑三栋201室水管漏水\n物业说要等一周，楼下天花板已经湿透。',
  '丽湖新城东门路灯不亮\n从上月底开始，东门到110kV高压线杆那一段全黑，老人晚上不敢出门。',
  '實驗小學門口早上堵車\n接送的车停满两边。',
  'ＫＴＶ噪音扰民\n麓枫广场的ＫＴＶ一直唱到凌晨两点。',
] as const;

describe('on a real database', () => {
  const database = testDatabase();

  async function found(query: string | undefined): Promise<readonly number[]> {
    if (query === undefined) return [];
    const { rows } = await database.pool.query<{ at: number }>(
      `SELECT (at - 1)::int AS at FROM unnest($1::text[]) WITH ORDINALITY AS m(words, at)
       WHERE to_tsvector('simple', words) @@ $2::tsquery ORDER BY at`,
      [matters.map(tools.forIndex), query],
    );
    return rows.map((row) => row.at);
  }

  test.each([
    ['油烟', 0],
    ['烧烤店', 0],
    ['柳叶街', 0],
    ['叶街', 0],
    ['半夜吵', 0],
    ['望江苑', 1],
    ['201', 1],
    ['漏水 天花板', 1],
    ['丽湖新城', 2],
    ['湖新', 2],
    ['110', 2],
    ['110kv', 2],
    ['東門', undefined],
    ['實驗小學', 3],
    ['ktv', 4],
    ['KTV噪音', 4],
    ['枫', 4],
    ['凌晨两点', 4],
  ])('typing %s finds its matter and no other', async (typed, wanted) => {
    expect(await found(tools.forQuery(typed))).toEqual(wanted === undefined ? [] : [wanted]);
  });

  test('whatever is typed, the database understands the query', async () => {
    for (const typed of [
      `'; DROP TABLE matter; --`,
      `a & | ! ( ) <-> :* \\ ' "`,
      '１２３：＊',
      '\u0000\ud800路',
      '1e5 1.2.3 a@b.c /x/y',
    ]) {
      await expect(found(tools.forQuery(typed))).resolves.toBeDefined();
    }
  });

  test('every entry of the index reaches the database as it is', async () => {
    const entries = tools.forIndex(
      '1e5 3d打印 00012 a1b2 café Привет 𠮷野家 ①号楼 https://a.b/c?d=e x_y 12.5元',
    );
    const { rows } = await database.pool.query<{ words: string[] }>(
      `SELECT tsvector_to_array(to_tsvector('simple', $1)) AS words`,
      [entries],
    );
    expect(rows[0]?.words.toSorted()).toEqual(entries.split(' ').toSorted());
  });

  test('while somebody types, the matter that says the same is among the candidates and alike', async () => {
    const typed = '丽湖新城东门的路灯坏了，晚上全黑';
    expect(await found(tools.candidateQuery(typed))).toContain(2);
    const scores = matters.map((matter) => tools.similarity(typed, matter).score);
    expect(scores.indexOf(Math.max(...scores))).toBe(2);
    expect(scores[2]).toBeGreaterThan(tools.similarFrom);
    expect(scores.filter((score) => score >= tools.similarFrom)).toHaveLength(1);
  });
});

test('class and affair of what people type in one line', () => {
  const fumes = tools.suggestClass('楼下烧烤店油烟太大，半夜还在吵');
  expect(fumes?.class).toBe('环境保护');
  expect(fumes?.why).toContain('油烟');
  expect(tools.suggestClass('幼儿园学费又涨了')?.class).toBe('教育文体');
  expect(tools.suggestAffairs('小区路灯不亮')[0]).toMatchObject({
    id: 'component/street-lamp',
    why: ['路灯不亮'],
  });
  expect(tools.suggestClass('……')).toBeUndefined();
  expect(tools.candidateQuery('请问')).toBeUndefined();
});

test('a very long text takes no longer than its beginning', () => {
  const long = '烧烤店油烟太大，半夜还在吵。'.repeat(2000);
  expect(tools.suggestClass(long)?.class).toBe('环境保护');
  expect(tools.candidateQuery(long)?.length).toBeLessThan(400);
});

const complaints = findComplaints();
if (complaints === undefined) process.stderr.write('skipped: likeness of real complaints (no test data)\n');

describe.runIf(complaints !== undefined)('on 4,326 real complaints', () => {
  const database = testDatabase();
  let texts: readonly { readonly title: string; readonly whole: string; readonly body: string }[] = [];

  beforeAll(async () => {
    const rows = unwrap(
      await readColumns(join(complaints ?? '', 'messages-4326.csv'), ['留言主题', '留言详情']),
    );
    texts = rows.map(([title = '', body = '']) => ({
      title,
      body: body.trim(),
      whole: `${title}\n${body.trim()}`,
    }));
    await database.pool.query('CREATE TABLE told (at int PRIMARY KEY, words tsvector)');
    await database.pool.query(
      `INSERT INTO told SELECT at - 1, to_tsvector('simple', words) FROM unnest($1::text[]) WITH ORDINALITY AS m(words, at)`,
      [texts.map(({ whole }) => tools.forIndex(whole))],
    );
    await database.pool.query('CREATE INDEX ON told USING gin (words)');
  });

  /** Places of the at most 50 candidates, as the server fetches them. */
  async function candidates(typed: string): Promise<readonly number[]> {
    const { rows } = await database.pool.query<{ at: number }>(
      'SELECT at FROM told WHERE words @@ $1::tsquery ORDER BY ts_rank(words, $1::tsquery) DESC LIMIT 50',
      [tools.candidateQuery(typed) ?? ''],
    );
    return rows.map(({ at }) => at);
  }

  test('every text that was sent again is found while it is typed', async () => {
    const first = new Map<string, number>();
    const repeats = texts.flatMap(({ body }, at) => {
      const before = first.get(body);
      if (before === undefined) first.set(body, at);
      return before === undefined ? [] : [{ at, before }];
    });
    expect(repeats).toHaveLength(104);
    const missed = [];
    for (const { at, before } of repeats) {
      const typed = texts[at]?.whole ?? '';
      const alike = tools.similarity(typed, texts[before]?.whole ?? '').score >= tools.similarFrom;
      if (!alike || !(await candidates(typed)).includes(before)) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test('from the title alone, its matter is mostly among the candidates and alike', async () => {
    const typed = texts.map((_, at) => at).filter((at) => at % 15 === 0);
    let found = 0;
    for (const at of typed) {
      const { title = '', whole = '' } = texts[at] ?? {};
      if (tools.candidateQuery(title) === undefined) continue;
      if (!(await candidates(title)).includes(at)) continue;
      if (tools.similarity(title, whole).score >= tools.similarFrom) found += 1;
    }
    process.stderr.write(`${found} of ${typed.length}\n`);
    expect(found / typed.length).toBeGreaterThan(0.9);
  });

  test('what comes up again and again is found as a clerk would group it', async () => {
    const topics = await tools.recurring(texts.map(({ whole }, at) => ({ id: String(at), text: whole })));
    const about = (word: string) => topics.filter(({ why }) => why.includes(word));
    const titlesOf = (members: readonly string[]) => members.map((id) => texts[Number(id)]?.title ?? '');
    // The mixing plant beside one estate is one topic, whatever name the estate is given.
    const [plant, ...others] = about('搅拌站');
    expect(plant?.members.length).toBeGreaterThan(40);
    expect(others.every(({ members }) => members.length < 5)).toBe(true);
    const said = titlesOf(plant?.members ?? []);
    expect(said.filter((title) => /搅拌|丽发/.test(title)).length / said.length).toBeGreaterThan(0.9);
    // Parking places sold by force, and one trouble in many places.
    expect(about('捆绑销售')[0]?.members.length).toBeGreaterThan(30);
    expect(about('麻将馆')[0]?.members.length).toBeGreaterThan(10);
    // A long word is told once, not with its parts.
    for (const { why } of topics)
      for (const word of why) expect(why.filter((each) => word.includes(each))).toEqual([word]);
  });
});
