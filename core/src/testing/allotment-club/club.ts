import type { Handle, OrganId, PlaceId } from '../../basics/ids.ts';
import { unwrap } from '../../basics/result.ts';
import { type Grade, loadCharter, loadForm, loadProcedure } from '../../checker/load.ts';
import { loadRolls } from '../../checker/load-rolls.ts';
import type {
  Actor,
  Affairs,
  Charter,
  Definition,
  Organ,
  Place,
  Post,
  Procedure,
} from '../../engine/types.ts';
import * as sources from './sources.ts';

/** 青苗园: an allotment club that exists nowhere; its rules are the engine's own example. */
export const grades: readonly Grade[] = [
  { value: 'flood', title: '漏水', limit: { hours: 2 } },
  { value: 'usual', title: '平常', limit: { hours: 48 } },
];

export const forms = Object.fromEntries(
  sources.forms.map((source) => {
    const { id, fields } = unwrap(loadForm(source, 'form'));
    return [id, fields];
  }),
);

const rolls = unwrap(loadRolls(sources.rolls, 'rolls'));
export const procedures: Readonly<Record<string, Procedure>> = Object.fromEntries(
  sources.procedures.map(([file, source]) => {
    const procedure = unwrap(loadProcedure(source, { file, forms, rolls, grades }));
    return [procedure.id, procedure];
  }),
);
export const charter: Charter = unwrap(loadCharter(sources.charter, 'charter'));

export function club(procedure: string): Definition {
  const found = procedures[procedure];
  if (found === undefined) throw new Error(`the club has no procedure ${procedure}`);
  return { charter, procedure: found };
}

const place = (id: string, level: Place['level'], title: string): Place => ({
  id: id as PlaceId,
  level,
  title,
});
/** Plot 7 on the south field. */
export const plotSeven: readonly Place[] = [
  place('garden', 'street', '青苗园'),
  place('south-field', 'community', '南坡'),
  place('plot-7', 'building', '七号地'),
];

const organ = (id: string, kind: string, area: string): Organ => ({
  id: id as OrganId,
  kind,
  title: id,
  area: area as PlaceId,
});
/** The committee and crews of the garden, and a committee and a crew of the garden next door. */
export const organs: readonly Organ[] = [
  organ('committee', 'committee', 'garden'),
  organ('audit', 'audit', 'garden'),
  organ('water-crew', 'water-crew', 'garden'),
  organ('path-crew', 'path-crew', 'garden'),
  organ('south-hut', 'hut', 'south-field'),
  organ('other-committee', 'committee', 'other-garden'),
  organ('other-water-crew', 'water-crew', 'other-garden'),
];

const affair = (id: string, group: string, handler: string) => ({
  id,
  class: '园务',
  group,
  handler,
  title: id,
});
export const affairs: Affairs = {
  'event/tap': affair('event/tap', 'event/water', 'water-crew'),
  'event/path': affair('event/path', 'event/ground', 'path-crew'),
};

const person = (name: string, ...posts: readonly (readonly [string, string])[]): Actor => ({
  handle: name as Handle,
  kind: 'person',
  posts: posts.map(([post, seat]): Post => ({ post, organ: seat as OrganId })),
});
export const people = {
  /** Grows beans on plot 7. */
  bean: person('bean'),
  /** A neighbour without any seat. */
  pea: person('pea'),
  guest: { handle: 'guest' as Handle, kind: 'guest', posts: [] } satisfies Actor,
  steward: person('steward', ['steward', 'committee']),
  chair: person('chair', ['chair', 'committee']),
  auditor: person('auditor', ['auditor', 'audit']),
  warden: person('warden', ['warden', 'south-hut']),
  plumber: person('plumber', ['mate', 'water-crew']),
  paver: person('paver', ['mate', 'path-crew']),
  /** Holds the same seats in the garden next door. */
  stranger: person(
    'stranger',
    ['steward', 'other-committee'],
    ['chair', 'other-committee'],
    ['mate', 'other-water-crew'],
  ),
} as const satisfies Record<string, Actor>;
export type Person = keyof typeof people;
