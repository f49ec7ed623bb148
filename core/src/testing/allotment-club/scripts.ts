import fc from 'fast-check';
import type { JsonObject } from '../../basics/json.ts';
import { hours, minutes, morning } from '../story.ts';
import { type Person, people } from './club.ts';
import { Oracle } from './oracle.ts';
import { content, cross, proof } from './tales.ts';

/** One thing that happens: time passes, then somebody tries something, or a child matter ends. */
export interface Move {
  readonly wait: number;
  readonly who: Person;
  readonly type: string;
  readonly input: JsonObject;
}
/** Who opens which procedure, how urgent it is, and all that is tried. */
export interface Script {
  readonly procedure: Kind;
  readonly urgency: 'flood' | 'usual';
  readonly opener: Person;
  readonly moves: readonly Move[];
}
type Kind = 'repair' | 'lend-a-hand' | 'open-day' | 'assembly';
/** What the club votes on is liked where it is urgent. */
export const isPopular = ({ urgency }: Pick<Script, 'urgency'>): boolean => urgency === 'flood';
type Act = Pick<Move, 'type' | 'input'>;

export const openingInputs: Readonly<Record<Kind, JsonObject>> = {
  repair: { title: '漏水' },
  'lend-a-hand': {},
  'open-day': { plan: '开门' },
  assembly: { plan: '换水塔' },
};

const act = (type: string, ...inputs: readonly JsonObject[]): readonly Act[] =>
  inputs.length === 0 ? [{ type, input: {} }] : inputs.map((input) => ({ type, input }));
const text = { text: '说一句' };
const reason = { reason: '因为' };
const hands = (yes: number, no: number): JsonObject => ({
  for: yes,
  against: no,
  abstain: 0,
  counters: '甲、乙',
});
const childEnds: Act = { type: 'child-ends', input: {} };

/** Everything that anybody may think of trying, well-formed. */
const acts: Readonly<Record<Kind, readonly Act[]>> = {
  repair: [
    ...act('assign', { organ: 'water-crew' }, { organ: 'other-water-crew' }, { organ: 'committee' }),
    ...act('reject', reason),
    ...act('done', proof),
    ...act('note-progress', text),
    ...act('return', reason),
    ...act('ask-extension', { ...reason, length: 24 }, { ...reason, length: 5 }),
    ...act('decide-extension', { granted: true }, { granted: true, length: 3 }, { granted: false }),
    ...act('whistle', { organs: ['path-crew', 'water-crew'], reason: 'heavy', text: '来' }),
    ...act('rate', cross, content, cross),
    ...act('record-call', cross, content),
    ...act('no-answer'),
    ...act('accept'),
    ...act('send-back', reason),
    ...act('withdraw'),
    ...act('supervise', text),
    childEnds,
  ],
  'lend-a-hand': [
    ...act('done', text),
    ...act('accept'),
    ...act('send-back', reason),
    ...act('withdraw'),
    ...act('supervise', text),
  ],
  'open-day': [
    ...act('submit', { plan: '周六' }),
    ...act('open-child', { organ: 'path-crew', reason: '扫路', text: '扫干净' }),
    ...act('finish', text),
    ...act('accept'),
    ...act('send-back', reason),
    ...act('publish', { title: '开门', text: '周六开门' }),
    ...act('object', text),
    ...act('answer', { n: 1, ...text }, { n: 2, ...text }),
    childEnds,
  ],
  assembly: [
    ...act(
      'convene',
      ...['03-11', '03-11', '03-12', '03-14', '03-18', '03-25', '04-10', '05-10'].map((day) => ({
        starts: `2026-${day}T10:00`,
        place: '棚屋',
        ...text,
      })),
    ),
    ...act('begin'),
    ...act('resolve', hands(4, 2), hands(2, 2), hands(3, 3), hands(4, 3)),
    ...act('write-minutes', text),
    ...act('confirm-minutes', { right: true }, { right: false, ...text }),
    ...act('freeze-roll'),
    ...act('object-to-roll', text),
    ...act('decide-objection', { n: 1, upheld: true, ...text }, { n: 2, upheld: false, ...text }),
    ...act('correct-roll', { change: 'added', no: 11, ...reason }),
    ...act('nominate', { name: '豆', nominatedBy: 'organiser' }),
    ...act('announce', { title: '水塔', ...text }),
    ...act('count'),
  ],
};
/** Acts that end a matter or change nothing, which would crowd out the others. */
const dull = new Set([
  'withdraw',
  'reject',
  'supervise',
  'note-progress',
  'no-answer',
  'object-to-roll',
  'correct-roll',
]);

const waits = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 50 }).map((n) => n * minutes) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => n * hours) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 400 }).map((n) => n * hours) },
  // Exactly when something runs out.
  { weight: 1, arbitrary: fc.constantFrom(...[1, 2, 3, 12, 24, 48, 72, 120].map((n) => n * hours)) },
);
const persons = Object.keys(people) as readonly Person[];
/** Those who have something to do here: the right person at the wrong time is the likelier mistake. */
const likely: Readonly<Record<Kind, readonly Person[]>> = {
  repair: ['bean', 'steward', 'plumber', 'plumber', 'auditor', 'chair'],
  'lend-a-hand': ['paver', 'chair'],
  'open-day': ['chair', 'steward', 'auditor'],
  assembly: ['steward', 'steward', 'chair', 'auditor', 'bean'],
};

/** A move before it is known what the matter then waits for: an index into what is open, or anything at all. */
type Intent = { readonly wait: number; readonly pick: number; readonly wild: Omit<Move, 'wait'> | undefined };
const intentOf = (procedure: Kind): fc.Arbitrary<Intent> =>
  fc.record({
    wait: waits,
    pick: fc.nat({ max: 99_999 }),
    wild: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.constantFrom(...persons, ...likely[procedure], ...likely[procedure]),
            fc.constantFrom(...acts[procedure]),
          )
          .map(([who, tried]) => ({ who, ...tried })),
      },
    ),
  });

/** What carries a matter on is tried more often than what ends it or changes nothing. */
const weightOf = (type: string): number =>
  dull.has(type) ? 1 : ['done', 'rate', 'child-ends', 'confirm-minutes'].includes(type) ? 9 : 4;

/** First what kind of act, then who and how: an act that many may take crowds out no other. */
function pickOpen(oracle: Oracle, { procedure }: Omit<Script, 'moves'>, now: number, pick: number) {
  const all = persons.flatMap((who) =>
    acts[procedure]
      .filter(({ type, input }) => oracle.wouldAccept(who, type, input, now))
      .map((tried) => ({ who, ...tried })),
  );
  const open = oracle.firstOpenChild === undefined ? all : [...all, { who: 'bean' as const, ...childEnds }];
  const types = [...new Set(open.map(({ type }) => type))];
  const weighted = types.flatMap((type) => Array.from({ length: weightOf(type) }, () => type));
  const type = weighted[pick % Math.max(1, weighted.length)];
  const fitting = open.filter((each) => each.type === type);
  return fitting[Math.floor(pick / Math.max(1, weighted.length)) % Math.max(1, fitting.length)];
}

/** Names every move, so that what is played is a plain list; only the oracle is asked, never the engine. */
function concrete(
  script: Omit<Script, 'moves'>,
  before: readonly Move[],
  intents: readonly Intent[],
): Script {
  const oracle = oracleFor(script);
  let now: number = morning;
  let children = 0;
  const take = ({ who, type, input }: Omit<Move, 'wait'>) => {
    const calls = oracle.act(who, type, input, now);
    for (let i = 0; calls && i < callsFor(type); i += 1) {
      children += 1;
      oracle.childOpened(`${children}`);
    }
  };
  for (const move of before) {
    now += move.wait;
    take(move);
  }
  let since = now;
  const moves = intents.flatMap(({ wait: pause, pick, wild }): readonly Move[] => {
    now += pause;
    oracle.advance(now);
    const chosen = wild ?? pickOpen(oracle, script, now, pick);
    // While nothing is open to anybody, time passes all the same.
    if (chosen === undefined) return [];
    const wait = now - since;
    since = now;
    if (chosen.type === 'child-ends') oracle.childEnded(oracle.firstOpenChild ?? '');
    take(chosen);
    return [{ wait, ...chosen }];
  });
  return { ...script, moves: [...before, ...moves] };
}
const callsFor = (type: string): number => (type === 'whistle' ? 2 : type === 'open-child' ? 1 : 0);

export const oracleFor = ({ procedure, opener, urgency }: Omit<Script, 'moves'>): Oracle =>
  new Oracle(procedure, opener, urgency, morning, procedure === 'lend-a-hand' ? 'path-crew' : undefined);

const scriptOf = (procedure: Kind, before: readonly Move[] = []): fc.Arbitrary<Script> =>
  fc
    .tuple(
      fc.constantFrom<Script['urgency']>('flood', 'usual'),
      fc.array(intentOf(procedure), { minLength: 5, maxLength: 40, size: 'max' }),
    )
    .map(([urgency, intents]) =>
      concrete({ procedure, urgency, opener: procedure === 'repair' ? 'bean' : 'chair' }, before, intents),
    );

const at = (wait: number, who: Person, type: string, input: JsonObject): Move => ({ wait, who, type, input });
/** The long way to the auditors, who would otherwise hardly ever be asked. */
const crossTwice: readonly Move[] = [
  at(minutes, 'steward', 'assign', { organ: 'water-crew' }),
  at(minutes, 'plumber', 'done', proof),
  at(minutes, 'bean', 'rate', cross),
  at(minutes, 'plumber', 'done', proof),
  at(minutes, 'bean', 'rate', cross),
];
/** Others were called in, and the crew says it is done while they are still at it. */
const tooSoon: readonly Move[] = [
  at(minutes, 'steward', 'assign', { organ: 'water-crew' }),
  at(minutes, 'chair', 'whistle', { organs: ['path-crew', 'water-crew'], reason: 'heavy', text: '来' }),
  at(minutes, 'plumber', 'done', proof),
];

/** The meeting has agreed, so that the vote is reached often enough. */
const agreed: readonly Move[] = [
  at(minutes, 'steward', 'convene', { starts: '2026-03-11T10:00', place: '棚屋', ...text }),
  at(27 * hours, 'steward', 'begin', {}),
  at(minutes, 'steward', 'resolve', hands(4, 2)),
  at(minutes, 'steward', 'write-minutes', text),
  at(minutes, 'auditor', 'confirm-minutes', { right: true }),
];
/** The roll has stood open to objections as well. */
const published: readonly Move[] = [
  ...agreed,
  at(minutes, 'chair', 'freeze-roll', {}),
  at(minutes, 'bean', 'object-to-roll', text),
  at(13 * hours, 'chair', 'decide-objection', { n: 1, upheld: true, ...text }),
];

/** Scripts that mostly try what is open, and often enough what is not. */
export const scripts: fc.Arbitrary<Script> = fc.oneof(
  { weight: 4, arbitrary: scriptOf('repair') },
  { weight: 1, arbitrary: scriptOf('repair', crossTwice) },
  { weight: 1, arbitrary: scriptOf('repair', tooSoon) },
  { weight: 1, arbitrary: scriptOf('lend-a-hand') },
  { weight: 3, arbitrary: scriptOf('open-day') },
  { weight: 2, arbitrary: scriptOf('assembly') },
  { weight: 1, arbitrary: scriptOf('assembly', agreed) },
  { weight: 2, arbitrary: scriptOf('assembly', published) },
);
