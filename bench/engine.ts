import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  communityId,
  handle,
  type Instant,
  instant,
  matterId,
  organId,
  placeId,
} from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { decide, open } from '@liren/core/engine/decide.ts';
import { evolveAll, replay } from '@liren/core/engine/evolve.ts';
import type { Actor, Definition, Draft, Facts, Organ, Place } from '@liren/core/engine/types.ts';
import { createActor, initialTransition, transition } from 'xstate';
import { findDefinition, type Library, loadLibrary } from '../server/src/adapters/charters/library.ts';
import { type CaseEvent, caseMachine } from './case-machine.ts';
import { type BenchOptions, race, ratios, type Say, spread, table } from './measure.ts';

const chartersFolder = fileURLToPath(new URL('../charters', import.meta.url));
const start = instant(Date.parse('2026-11-09T09:30:00+08:00'));
const place = (id: string, level: Place['level']): Place => ({ id: placeId(id), level, title: id });
const placePath = [
  place('d', 'district'),
  place('s', 'street'),
  place('c1', 'community'),
  place('g1', 'grid'),
];
const organ = (id: string, kind: string, area: string): Organ => ({
  id: organId(id),
  kind,
  title: id,
  area: placeId(area),
});
const organs = [
  organ('hotline', 'hotline-centre', 'd'),
  organ('street-office', 'street-office', 's'),
  organ('supervision', 'supervision-office', 's'),
  organ('com1', 'community', 'c1'),
  organ('sanitation', 'sanitation', 's'),
];
const person = (name: string, post?: string, seat?: string): Actor => ({
  kind: 'person',
  handle: handle(name),
  posts: post === undefined || seat === undefined ? [] : [{ post, organ: organId(seat) }],
});
const resident = person('resident');
const dispatcher = person('dispatcher', 'dispatcher', 'street-office');
const worker = person('worker', 'handler', 'sanitation');

const photos = [{ file: randomUUID(), sha256: 'ab'.repeat(32) }];
const rating = (satisfied: string) => ({ contacted: true, solved: satisfied === 'satisfied', satisfied });
/** One complaint that is handled twice before its resident is content. */
const acts = [
  [dispatcher, 'assign', { organ: 'sanitation' }],
  [worker, 'note-progress', { text: '已派车，下午到场清运。' }],
  [worker, 'done', { text: '垃圾已清运。', photos }],
  [resident, 'rate', rating('dissatisfied')],
  [worker, 'done', { text: '地面也已冲洗。', photos }],
  [resident, 'rate', rating('satisfied')],
] as const;
/** Opening and acts: what both sides call an event. */
const eventsEach = acts.length + 1;

const opening = {
  id: matterId(randomUUID()),
  community: communityId('c1'),
  channel: 'web',
  opener: resident.handle,
  affair: 'event/exposed-rubbish',
  urgency: 'normal',
  placePath,
  input: { title: '楼下的垃圾三天没人收', text: '柳荫里 3 号楼北侧，垃圾桶满了三天。' },
};

interface World {
  readonly library: Library;
  readonly definition: Definition;
}
export function world(): World {
  const library = unwrap(loadLibrary(chartersFolder));
  const definition = findDefinition(library, 'beijing-12345', 'complaint', civilDateOf(start));
  if (definition === undefined) throw new Error('the gallery has no complaint procedure');
  return { library, definition };
}

/** The whole life of one complaint; its record. */
export function live({ library, definition }: World): readonly Draft[] {
  const facts = (actor: Actor, now: Instant): Facts => ({
    now,
    actor,
    calendar: library.calendar,
    organs,
    affairs: library.affairs,
  });
  const record: Draft[] = [...unwrap(open(definition, opening, facts(resident, start)))];
  let matter = evolveAll(undefined, record);
  let now = start;
  for (const [actor, type, input] of acts) {
    if (matter === undefined) throw new Error('nothing was opened');
    now = instant(now + 600_000);
    const drafts = unwrap(decide(definition, matter, { type, input }, facts(actor, now)));
    matter = evolveAll(matter, drafts);
    record.push(...drafts);
  }
  if (matter?.stage.status !== 'ended') throw new Error('the complaint did not end');
  return record;
}

const by = (actor: Actor) => ({ handle: actor.handle, ...actor.posts[0] });
const caseEvents = acts.map(([actor, type, input], i) => {
  const { organ: organ_, ...rest } = input as { organ?: string };
  const moment = { at: start + (i + 1) * 600_000, type, ...by(actor), ...rest };
  return { ...moment, ...(organ_ !== undefined && { organ_ }) } as unknown as CaseEvent;
});
const caseInput = { opener: resident.handle, at: start, affair: opening.affair, urgency: opening.urgency };

function transitions(): number {
  let [state] = initialTransition(caseMachine, caseInput);
  for (const event of caseEvents) [state] = transition(caseMachine, state, event);
  if (state.value !== 'closed') throw new Error('the machine did not end');
  return eventsEach;
}
function acting(): number {
  const actor = createActor(caseMachine, { input: caseInput });
  actor.start();
  for (const event of caseEvents) actor.send(event);
  if (actor.getSnapshot().value !== 'closed') throw new Error('the actor did not end');
  return eventsEach;
}

/** decide + evolve over a whole complaint, against XState on the same machine of states. */
export async function bench({ rounds = 7, lastsMilliseconds = 700 }: BenchOptions, say: Say): Promise<void> {
  const made = world();
  const record = live(made);
  const rates = race(
    {
      liren: () => {
        live(made);
        return eventsEach;
      },
      replay: () => {
        replay(record);
        return eventsEach;
      },
      transition: transitions,
      actor: acting,
    },
    { rounds, lastsMilliseconds },
  );
  const { liren = [], replay: replayed = [], transition: pure = [], actor = [] } = rates;
  say(
    `one complaint: ${eventsEach} commands, ${record.length} events in its record; per second of CPU, median of ${rounds} rounds (lowest–highest)`,
  );
  say(
    table([
      ['', 'commands/s', 'of XState transition', 'of its actor'],
      [
        'liren decide + evolve',
        spread(liren),
        `${spread(ratios(liren, pure))}×`,
        `${spread(ratios(liren, actor))}×`,
      ],
      [
        'liren replay (evolve alone)',
        spread(replayed),
        `${spread(ratios(replayed, pure))}×`,
        `${spread(ratios(replayed, actor))}×`,
      ],
      ['XState transition', spread(pure), '1', ''],
      ['XState actor', spread(actor), '', '1'],
    ]),
  );
  say(`ratio: decide + evolve ÷ XState transition = ${spread(ratios(liren, pure))} (aim ≥ 10)`);
}
