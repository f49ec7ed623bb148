import type pg from 'pg';
import type { Queryable } from '../server/src/store/write-record.ts';

/** A district as SQL makes it in a minute: streets of ten communities, years of matters, with the skew of real ones. */
export interface Growth {
  readonly matters: number;
  readonly streets: number;
  readonly months: number;
}
/** What one street sees in a month: Beijing's busiest report about as much. */
const monthly = 4_000;

/** More matters come from a longer history first (to two years), then from more streets. */
export function growthOf(matters: number): Growth {
  const months = Math.min(24, Math.max(1, matters / monthly));
  return { matters, months, streets: Math.max(1, Math.round(matters / (monthly * months))) };
}

/** Street `s` and its communities c1 and c2 stand already; `s0` … `s9` are further communities of it. */
async function layStreets(client: Queryable, { streets }: Growth): Promise<void> {
  await client.query(
    `INSERT INTO place (id, parent_id, level, title) SELECT 's' || n, 'd', 'street', '第' || n || '街道'
     FROM generate_series(2, $1) n`,
    [streets],
  );
  await client.query(
    `INSERT INTO place (id, parent_id, level, title)
     SELECT 's' || coalesce(n::text, '') || 'x' || c, 's' || coalesce(n::text, ''), 'community', '第' || c || '社区'
     FROM (SELECT NULL::int AS n UNION ALL SELECT generate_series(2, $1)) s, generate_series(1, 10) c`,
    [streets],
  );
  await client.query(
    `INSERT INTO community (id, title, place_id, street_id, charter)
     SELECT id, title, id, parent_id, 'beijing-12345' FROM place WHERE id LIKE 's%x%'`,
  );
  await client.query(
    `INSERT INTO organ (id, kind, title, area_id)
     SELECT o.id || '-' || p.id, o.kind, p.title || o.title, p.id
     FROM organ o, place p WHERE o.id IN ('street-office', 'urban', 'drain') AND p.level = 'street' AND p.id <> 's'`,
  );
  await client.query(
    `INSERT INTO organ (id, kind, title, area_id) SELECT 'com-' || id, 'community', title || '居委会', id
     FROM place WHERE id LIKE 's%x%'`,
  );
}

/** Pairs of characters, as the search index has them: real and frequent words first, then a long tail. */
const frequent = (
  '小区 物业 垃圾 停车 噪音 扰民 电梯 漏水 供暖 施工 油烟 路灯 积水 树木 占道 消防 业主 违建 公交 井盖 ' +
  '广场 夜间 车位 充电 飞线 楼道 堆物 异味 下水 拆除'
).split(' ');

const tailWord = (rank: number): string => String.fromCodePoint(20_000 + rank, 21_000 + ((rank * 7) % 5000));
/** Words of the long tail: one matter in seventy says the one, one in seven hundred the other. */
export const tailWords = { common: tailWord(200), rare: tailWord(3900) };

async function makeTexts(client: Queryable, count: number): Promise<void> {
  await client.query(
    `CREATE TABLE bench_text AS SELECT t AS n, array_to_tsvector(array_agg(DISTINCT word)) AS words
     FROM generate_series(0, $2::int - 1) t CROSS JOIN LATERAL (
       SELECT CASE WHEN r < 30 THEN ($1::text[])[r + 1] ELSE chr(20000 + r) || chr(21000 + r * 7 % 5000) END AS word
       FROM (SELECT floor(4000 * power(random(), 4))::int AS r FROM generate_series(1, 25 + t % 2)) AS drawn
     ) AS w GROUP BY t`,
    [frequent, count],
  );
}

/** Open ones are young; a few stay for long. Times grow with the row number, as in life. */
const insertMatters = `
INSERT INTO matter (community_id, id, number, version, head, procedure, procedure_version, charter, status, step,
  outcome, channel, affair, class, urgency, place_id, grid_id, organ_id, parent_id, opened_at, ended_at, due_at,
  next_clock_at, late, excluded, rated, joined, lat, long, state)
SELECT community, m.id, to_char(n, 'FM000000') || '-BENCH', 12, repeat('ab', 32), 'complaint', $5::text, 'beijing-12345',
  CASE WHEN open THEN 'open' ELSE 'ended' END, CASE WHEN open THEN (ARRAY['handle','handle','dispatch','call-back'])[1 + n % 4] ELSE 'closed' END,
  CASE WHEN open THEN NULL ELSE 'settled' END, (ARRAY['web','hotline','hotline','grid'])[1 + n % 4], a.id, a.class,
  'normal', community, CASE WHEN community = 'sx1' THEN 'c1g1' END, organ, NULL, at,
  CASE WHEN open THEN NULL ELSE least(at + took, $4::bigint) END, at + 432000000, CASE WHEN open THEN greatest(at + 432000000, $4::bigint) END,
  late, excluded, rated, 0, 39.905, 116.405,
  jsonb_build_object('answerable', organ, 'ratings', CASE WHEN rated IS NULL THEN '[]' ELSE
    jsonb_build_array(jsonb_build_object('at', least(at + took, $4::bigint), 'contacted', true, 'solved', rated <> 'dissatisfied')) END,
    'lateMarks', CASE WHEN late THEN jsonb_build_array(jsonb_build_object('dueAt', at + 432000000)) ELSE '[]' END)
FROM (
  SELECT n, gen_random_uuid() AS id, at, (1 + floor(500000000 * random() * random()))::bigint AS took, s.community,
    ($7::text[])[1 + floor(array_length($7::text[], 1) * power(random(), 3))::int] AS affair_id,
    (ARRAY['com-' || s.community, 'com-' || s.community, 'street-office' || s.of_street, 'urban' || s.of_street,
      'urban' || s.of_street, 'water', 'drain' || s.of_street])[1 + floor(7 * random())::int] AS organ,
    random() < CASE WHEN $4::bigint - at < 259200000 THEN 0.7 WHEN $4::bigint - at < 864000000 THEN 0.15 ELSE 0.002 END AS open,
    random() < 0.06 AS late, random() < 0.01 AS excluded, random() AS luck
  FROM (SELECT n, at, 's' || nth || 'x' || (1 + floor(10 * power(random(), 1.5)))::int AS community,
      CASE nth WHEN '' THEN '' ELSE '-s' || nth END AS of_street
    FROM (SELECT n, ($3::bigint + (n::float8 / $1::float8) * ($4::bigint - $3::bigint))::bigint AS at,
        (ARRAY['','2','3','4','5','6','7','8','9','10'])[1 + floor($2::float8 * random())::int] AS nth
      FROM generate_series(1, $6::int) n) AS t) AS s
) AS m JOIN bench_affair a ON a.id = m.affair_id
CROSS JOIN LATERAL (SELECT CASE WHEN open OR luck < 0.1 THEN NULL WHEN luck < 0.8 THEN 'satisfied' WHEN luck < 0.92 THEN 'basically' ELSE 'dissatisfied' END AS rated) r
ORDER BY at`;

const insertTasks = `
INSERT INTO task (community_id, matter_id, version, audience, step, due_at, late, since)
SELECT community_id, id, version, CASE step WHEN 'dispatch' THEN 'organ:street-office/dispatcher'
  WHEN 'call-back' THEN 'organ:hotline/hotline-clerk' ELSE 'organ:' || organ_id END, step, due_at, late, opened_at
FROM matter WHERE status = 'open'`;

const insertMeasures = `
INSERT INTO measure (community_id, month, organ_id, class, procedure, opened, ended, late, excluded, calls, contacted, solved, satisfied, basically)
SELECT community_id, to_char(to_timestamp(opened_at / 1000.0) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), organ_id, class, procedure,
  count(*), count(ended_at), count(*) FILTER (WHERE late), count(*) FILTER (WHERE excluded), count(rated), count(rated),
  count(*) FILTER (WHERE rated <> 'dissatisfied'), count(*) FILTER (WHERE rated = 'satisfied'), count(*) FILTER (WHERE rated = 'basically')
FROM matter GROUP BY 1, 2, 3, 4, 5`;

export interface GrowthFacts {
  readonly affairs: readonly { readonly id: string; readonly class: string }[];
  readonly procedureVersion: string;
  readonly now: number;
}

/** Fills a planted street's database; indexes are made after the rows, as a restore does. */
export async function growDistrict(pool: pg.Pool, growth: Growth, facts: GrowthFacts): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET maintenance_work_mem = '512MB'");
    await fill(client, growth, facts);
  } finally {
    // Closed rather than lent out again: its settings are not those of daily use.
    client.release(true);
  }
}

async function fill(client: Queryable, growth: Growth, facts: GrowthFacts): Promise<void> {
  await layStreets(client, growth);
  const texts = Math.min(20_000, growth.matters);
  await makeTexts(client, texts);
  const { affairs, procedureVersion, now } = facts;
  await client.query('CREATE TABLE bench_affair (id text PRIMARY KEY, class text NOT NULL)');
  await client.query('INSERT INTO bench_affair SELECT * FROM unnest($1::text[], $2::text[])', [
    affairs.map(({ id }) => id),
    affairs.map((affair) => affair.class),
  ]);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid IN ('matter'::regclass, 'task'::regclass, 'matter_words'::regclass) AND NOT indisprimary`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  const from = now - growth.months * 30.4 * 86_400_000;
  await client.query(insertMatters, [
    growth.matters,
    growth.streets,
    from,
    now,
    procedureVersion,
    growth.matters,
    affairs.map(({ id }) => id),
  ]);
  await client.query(insertTasks);
  await client.query(insertMeasures);
  await client.query(insertWords, [texts]);
  for (const { definition } of rows) await client.query(definition);
  for (const table of ['matter', 'task', 'matter_words', 'measure'])
    await client.query(`VACUUM ANALYZE ${table}`);
}

const insertWords = `
INSERT INTO matter_words (community_id, matter_id, words, opened_at)
SELECT m.community_id, m.id, t.words || array_to_tsvector(ARRAY['@d', '@d#' || span, '@' || c.street_id, '@' || c.street_id || '#' || span]), m.opened_at
FROM matter m JOIN community c ON c.id = m.community_id CROSS JOIN LATERAL (SELECT m.opened_at / 2592000000 AS span) s
JOIN bench_text t ON t.n = (hashtext(m.id::text)::bigint + 2147483648) % $1::int ORDER BY m.opened_at`;
