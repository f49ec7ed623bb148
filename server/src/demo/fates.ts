import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Duration } from '@liren/core/calendar/calendar.ts';
import type { Beat } from './life.ts';
import { dispatcher, handler, pressing, say, type Telling, workTime } from './telling.ts';
import { fill } from './told.ts';

/** What may become of a matter. What lies beyond the present is left open, so every stage is met. */
export const fateWeights = {
  pleased: 57,
  basically: 8,
  silent: 8,
  again: 3,
  supervised: 2,
  'supervised-again': 1.5,
  'supervise-waits': 0.5,
  returned: 6,
  extended: 5,
  'extension-refused': 1,
  'extension-waits': 1,
  whistled: 4,
  'whistle-waits': 0.4,
  rejected: 2.5,
  withdrawn: 3.5,
  excluded: 1.5,
  'exclusion-refused': 0.6,
  'exclusion-waits': 0.8,
  late: 2.5,
  stuck: 1,
} as const;
export type Fate = keyof typeof fateWeights;

function dispatched(t: Telling, organ = t.organ, affair = t.affair.affair): Beat {
  const { chance } = t;
  const soon: Duration =
    pressing(t) || chance.happens(0.6)
      ? { minutes: chance.between(4, 24) }
      : { workingMinutes: chance.between(5, 26) };
  const isLate = chance.happens(0.015);
  return {
    after: isLate ? { workingMinutes: chance.between(40, 150) } : soon,
    who: dispatcher(t),
    type: 'assign',
    input: {
      organ,
      urgency: t.affair.urgency,
      ...((!t.isKnownAffair || organ !== t.organ) && { affair }),
      ...(chance.happens(0.3) && { note: say(t, 'note') }),
    },
    daytime: !pressing(t),
  };
}

const byHandler = (t: Telling, after: Duration, type: string, input: JsonObject): Beat => ({
  after,
  who: handler(t),
  type,
  input,
});

/** Perhaps a word to the resident, perhaps a note among colleagues. */
function onTheWay(t: Telling): readonly Beat[] {
  const { chance, affair, spoken } = t;
  const progress = chance.happens(0.4)
    ? [
        byHandler(t, workTime(t, 0.4, 3), 'note-progress', {
          text: fill(chance.pick(affair.progress), spoken, chance),
        }),
      ]
    : [];
  const inside = chance.happens(0.12)
    ? [byHandler(t, workTime(t, 0.2, 1), 'note-inside', { text: say(t, 'inside') })]
    : [];
  return [...progress, ...inside];
}

const done = (t: Telling, after: Duration): Beat => ({
  ...byHandler(t, after, 'done', { text: fill(t.chance.pick(t.affair.done), t.spoken, t.chance) }),
  photo: 'done',
});
const handled = (t: Telling): Beat => {
  const slowness = 1.6 - t.care;
  return done(
    t,
    t.affair.urgency === 'hard' ? workTime(t, 12, 60 * slowness) : workTime(t, 1.5, 26 * slowness),
  );
};

type Verdict = 'pleased' | 'basically' | 'dissatisfied';
const opinions = { pleased: 'satisfied', basically: 'basically', dissatisfied: 'dissatisfied' } as const;

function rated(t: Telling, verdict: Verdict): readonly Beat[] {
  const { chance } = t;
  const comment = say(t, verdict);
  const input = {
    contacted: verdict !== 'dissatisfied' || chance.happens(0.75),
    solved: verdict !== 'dissatisfied' || chance.happens(0.2),
    satisfied: opinions[verdict],
    ...(comment !== '' && chance.happens(0.7) && { comment }),
  };
  if (t.opener === undefined) return [];
  const after = { hours: chance.between(3, 44) };
  if (t.ratesItself) return [{ after, who: t.opener, type: 'rate', input, daytime: true }];
  const clerk = t.cast.seat('hotline-clerk', 'hotline-centre', chance.between(0, 1));
  const missed: Beat = { after: { hours: 2 }, who: clerk, type: 'no-answer', input: {}, daytime: true };
  const call: Beat = {
    after: { hours: chance.between(2, 30) },
    who: clerk,
    type: 'record-call',
    input,
    daytime: true,
  };
  return chance.happens(0.12) ? [missed, call] : [call];
}

/** Who works well is thanked; who does not hears it. */
const verdict = (t: Telling): Verdict => {
  if (t.chance.happens((1 - t.care) * 0.3)) return 'dissatisfied';
  return t.chance.happens((1 - t.care) * 0.35 + 0.02) ? 'basically' : 'pleased';
};

/** The call-back, and what follows when it is bad: handled again, and looked into when that was no better. */
function judged(t: Telling): readonly Beat[] {
  const first = verdict(t);
  if (first !== 'dissatisfied' || t.opener === undefined) return rated(t, first);
  const again = t.chance.happens(0.6)
    ? rated(t, t.chance.happens(0.6) ? 'pleased' : 'basically')
    : [...rated(t, 'dissatisfied'), ...supervised(t, 'accept')];
  return [...rated(t, 'dissatisfied'), handled(t), ...again];
}

function supervised(t: Telling, outcome: 'accept' | 'send-back'): readonly Beat[] {
  const who = t.cast.seat('supervisor', 'supervision-office', t.chance.between(0, 1));
  const after = { workingMinutes: t.chance.between(90, 900) };
  return outcome === 'accept'
    ? [{ after, who, type: 'accept', input: { note: say(t, 'accepted') } }]
    : [{ after, who, type: 'send-back', input: { reason: say(t, 'sentBack') } }];
}

const helpers: readonly (readonly string[])[] = [
  ['drainage', 'urban-management', 'housing'],
  ['drainage', 'water', 'urban-management'],
  ['fire', 'urban-management', 'housing'],
  ['gas', 'housing', 'police'],
  ['power', 'telecom', 'landscaping'],
  ['planning', 'housing'],
  ['market-regulation', 'ecology', 'urban-management'],
  ['traffic-police', 'urban-management'],
];

function reportsIn(t: Telling, organ: string): readonly Beat[] {
  const { chance, cast } = t;
  const who = cast.seat('handler', organ);
  const leader = cast.seat('leader', 'street-office');
  const arrives = {
    workingMinutes: chance.happens(0.12) ? chance.between(130, 240) : chance.between(20, 110),
  };
  return [
    { after: arrives, who, type: 'done', input: { text: say(t, 'arrive') } },
    {
      after: { workingMinutes: chance.between(120, 1500) },
      who,
      type: 'done',
      input: { text: say(t, 'act') },
    },
    { after: { workingMinutes: chance.between(20, 400) }, who: leader, type: 'accept', input: {} },
  ];
}

/** `answers`: how far each department gets, in beats; all of them to their end unless told. */
function whistled(t: Telling, answers?: readonly number[]): Beat {
  const { chance, cast } = t;
  const chosen =
    answers === undefined ? chance.pick(helpers) : ['urban-management', 'housing', 'water', 'police'];
  const organs = chosen.filter((organ) => organ !== t.organ).slice(0, 3);
  return {
    after: { workingMinutes: chance.between(40, 300) },
    who: cast.seat('leader', 'street-office'),
    type: 'whistle',
    input: {
      organs,
      reason: chance.pick(['beyond-power', 'joint-enforcement', 'emergency']),
      text: say(t, 'whistle'),
    },
    children: organs.map((organ, i) => reportsIn(t, organ).slice(0, answers?.[i])),
  };
}

function extension(t: Telling, answer: 'granted' | 'refused' | undefined): readonly Beat[] {
  const ask = byHandler(t, { workingMinutes: t.chance.between(60, 400) }, 'ask-extension', {
    reason: say(t, 'extension'),
    length: t.chance.between(3, 7),
  });
  if (answer === undefined) return [ask];
  const granted = answer === 'granted';
  const text = say(t, granted ? 'extensionYes' : 'extensionNo');
  const after = { workingMinutes: t.chance.between(20, 200) };
  return [ask, { after, who: dispatcher(t), type: 'decide-extension', input: { granted, text } }];
}

function exclusion(t: Telling, answer: boolean | undefined): readonly Beat[] {
  const reason = t.chance.pick(['private-dispute', 'in-court', 'needs-plan', 'beyond-power']);
  const ask = byHandler(t, workTime(t, 2, 10), 'ask-exclusion', { reason, text: say(t, 'exclusion') });
  if (answer === undefined) return [ask];
  const who = t.cast.seat('supervisor', 'supervision-office', t.chance.between(0, 1));
  const text = say(t, answer ? 'exclusionYes' : 'exclusionNo');
  return [
    ask,
    {
      after: { workingMinutes: t.chance.between(60, 500) },
      who,
      type: 'decide-exclusion',
      input: { granted: answer, text },
    },
  ];
}

const nudge = (t: Telling): Beat => ({
  after: { workingMinutes: 240 },
  who: t.cast.seat('supervisor', 'supervision-office'),
  type: 'supervise',
  input: { text: say(t, 'supervise') },
});

/** Longer than any limit of its urgency. */
const tooLong = ({ affair, chance }: Telling): Duration => {
  const most = { critical: 4, urgent: 30, normal: 24 * 8, hard: 24 * 16 }[affair.urgency];
  return { hours: most + chance.between(1, 40) };
};

const usual = (t: Telling): readonly Beat[] => [dispatched(t), ...onTheWay(t), handled(t)];

const twiceDispleased = (t: Telling): readonly Beat[] => [
  ...usual(t),
  ...rated(t, 'dissatisfied'),
  handled(t),
  ...rated(t, 'dissatisfied'),
];

const tales: Readonly<Record<Fate, (t: Telling) => readonly Beat[]>> = {
  pleased: (t) => [...usual(t), ...judged(t)],
  basically: (t) => [...usual(t), ...rated(t, 'basically')],
  silent: usual,
  again: (t) => [
    ...usual(t),
    ...rated(t, 'dissatisfied'),
    ...onTheWay(t),
    handled(t),
    ...rated(t, 'pleased'),
  ],
  supervised: (t) => [...twiceDispleased(t), ...supervised(t, 'accept')],
  'supervised-again': (t) => [
    ...twiceDispleased(t),
    ...supervised(t, 'send-back'),
    handled(t),
    ...rated(t, 'pleased'),
  ],
  'supervise-waits': (t) => twiceDispleased(t),
  returned: (t) => {
    const { wrong, cast, chance } = t;
    const away: Beat = {
      after: { minutes: chance.between(15, 55) },
      who: cast.seat('handler', wrong.organ),
      type: 'return',
      input: { reason: say(t, 'returned') },
    };
    return [
      dispatched(t, wrong.organ, wrong.affair),
      away,
      { ...dispatched(t), input: { organ: t.organ, affair: t.affair.affair } },
      handled(t),
      ...judged(t),
    ];
  },
  extended: (t) => [dispatched(t), ...extension(t, 'granted'), handled(t), ...judged(t)],
  'extension-refused': (t) => [dispatched(t), ...extension(t, 'refused'), handled(t), ...judged(t)],
  'extension-waits': (t) => [dispatched(t), ...extension(t, undefined)],
  whistled: (t) => [
    dispatched(t),
    whistled(t),
    done(t, { workingMinutes: t.chance.between(30, 300) }),
    ...judged(t),
  ],
  'whistle-waits': (t) => [dispatched(t), whistled(t, [3, 1, 0])],
  rejected: (t) => [{ ...dispatched(t), type: 'reject', input: { reason: say(t, 'reject') } }],
  withdrawn: (t) => {
    if (t.opener === undefined) return usual(t);
    const after = { hours: t.chance.between(2, 20) };
    return [
      dispatched(t),
      { after, who: t.opener, type: 'withdraw', input: { reason: say(t, 'withdraw') }, daytime: true },
    ];
  },
  excluded: (t) => [dispatched(t), ...exclusion(t, true), done(t, workTime(t, 1, 4))],
  'exclusion-refused': (t) => [dispatched(t), ...exclusion(t, false), handled(t), ...rated(t, 'basically')],
  'exclusion-waits': (t) => [dispatched(t), ...exclusion(t, undefined)],
  late: (t) => [dispatched(t), ...onTheWay(t), done(t, tooLong(t)), ...rated(t, 'basically')],
  stuck: (t) => [dispatched(t), ...onTheWay(t), { ...nudge(t), after: tooLong(t) }],
};

/** The beats of a matter with this fate. */
export const talesOf = (fate: Fate, telling: Telling): readonly Beat[] => tales[fate](telling);
