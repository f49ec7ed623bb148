import type { Json } from '@liren/core/basics/json.ts';
import { sealedPlace } from './seal.ts';
import type { Shell } from './shell.ts';

/** What was said when a matter was opened. */
export interface Words {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  /** The opener agreed that everybody may read it. */
  readonly open: boolean;
}

const wordsIn = (value: Json): string => {
  if (typeof value === 'string') return value;
  const address = typeof value === 'object' && value !== null && 'address' in value ? value['address'] : '';
  return typeof address === 'string' ? address : '';
};

/** Words of matters, by id. */
export async function readWords(
  { shell }: { readonly shell: Shell },
  rows: readonly { readonly community_id: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Words>> {
  const { rows: sealed } = await shell.pool.query<{
    matter_id: string;
    name: string;
    body: string;
    open: boolean;
  }>(
    `SELECT s.matter_id, s.name, s.body, (e.data->>'openText') = 'true' AS open
     FROM unnest($1::text[], $2::uuid[]) AS k(community_id, matter_id)
     JOIN sealed s ON s.community_id = k.community_id AND s.matter_id = k.matter_id AND s.seq = 1
     JOIN event e ON e.community_id = s.community_id AND e.matter_id = s.matter_id AND e.seq = 1
     WHERE s.name IN ('title', 'text', 'location')`,
    [rows.map((row) => row.community_id), rows.map((row) => row.id)],
  );
  const words = new Map<string, Words>();
  for (const { matter_id, name, body, open } of sealed) {
    const opened = shell.sealer.open(sealedPlace(matter_id, 1, name), body);
    if (!opened.ok) throw new Error(`words of ${matter_id} do not open: ${opened.error}`);
    const { value } = JSON.parse(opened.value) as { value: Json };
    const before = words.get(matter_id) ?? { title: '', text: '', address: '', open };
    words.set(matter_id, { ...before, [name === 'location' ? 'address' : name]: wordsIn(value) });
  }
  return words;
}
