import { parse } from 'yaml';
import type { JsonObject } from '../basics/json.ts';
import { unwrap } from '../basics/result.ts';
import { loadProcedure } from '../checker/load.ts';
import { loadRolls } from '../checker/load-rolls.ts';
import type { Draft, Procedure } from '../engine/types.ts';
import { affairs, charter, forms, grades, organs, people } from '../testing/allotment-club/club.ts';
import { opening } from '../testing/allotment-club/tales.ts';
import { pollOf, rollOf } from '../testing/polls.ts';
import { morning, Story } from '../testing/story.ts';
import { findDocument } from './make.ts';
import { minutesSkeleton } from './minutes.ts';
import { findAnchor } from './on-record.ts';
import type { Block, DocumentKind, OfficialDocument, PaperSource } from './types.ts';

const rolls = unwrap(
  loadRolls(
    parse(
      'rolls: { stewards: { title: 理事, from: posts, posts: [steward], counts-as: [all-members] }, members: { title: 会员, from: residents, age: 18, counts-as: [adults] } }',
    ),
    'r',
  ),
);
export const loadWhole = (written: string): Procedure =>
  unwrap(loadProcedure(parse(written), { file: 'sit.yaml', forms, rolls, grades }));
/** With one step that leads to yes or no. */
export const load = (step: string): Procedure =>
  loadWhole(`
procedure: sit
title: 开会
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
  sit: { title: 理事会, by: chair, limit: { days: 30 }, ${step} }
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`);
const roll = rollOf(12);
export const there = (heads: number) => pollOf(roll, [], { present: { heads, area: 0 } });
export const begin = (procedure: Procedure): Story =>
  new Story({ definition: { charter, procedure }, organs, affairs }, morning)
    .open(people.bean, opening({ input: { title: '修水塔' } }))
    .with(there(0));

const whole = (draft: Draft, i: number) => {
  const post = draft.actor.post === undefined ? {} : { post: charter.posts[draft.actor.post]?.title ?? '' };
  const said: JsonObject = Object.fromEntries(
    Object.entries(draft.sealed ?? {}).map(([name, { value }]) => [name, value]),
  );
  const { type, step, at, data } = draft;
  return {
    seq: i + 1,
    type,
    at,
    data,
    said,
    by: { organ: '青苗园', name: '陈', ...post },
    ...(step && { step }),
  };
};
export const source = ({ events, world }: Story): PaperSource => ({
  community: '南田社区',
  title: '修水塔',
  number: 'S-1',
  procedure: world.definition.procedure,
  events: events.map(whole),
});

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join(' ')).join('\n');
    case 'signatures':
      return block.who.join('/');
    default:
      return block.text;
  }
};
export const linesOf = ({ title, blocks }: OfficialDocument): readonly string[] => [
  title,
  ...blocks.flatMap((block) => textOf(block).split('\n')),
];
export function printed(story: Story, kind: DocumentKind): readonly string[] {
  const found = findDocument(source(story), kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return linesOf(found);
}
export const skeletonOf = (story: Story): string => {
  const own = source(story);
  const anchor = findAnchor(own.events, 'minutes');
  if (anchor === undefined) throw new Error('no meeting');
  return minutesSkeleton(own, anchor);
};
