import { countsHomes } from '@liren/core/voting/explain.ts';
import type { LegResult } from '@liren/core/voting/legs.ts';
import type { EventBody, Json, MatterBody } from '../api/bodies.ts';
import { type Title, titled } from '../i18n/titles.ts';
import { wordsAt } from '../polls/sign.ts';
import type { Say } from './dates.ts';
import { dayText, lengthText, limitText, momentText, noonOf } from './dates.ts';

/** Titles that a record names by id: organs for now. */
export type TitleOf = (id: string) => string | undefined;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const idsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((each: Json) =>
        typeof each === 'object' && each !== null && 'id' in each ? [text(each['id'])] : [],
      )
    : [];
const count = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);

/** Left to the station line: they say nothing that the event beside them does not. */
const silent = new Set(['step-left']);
export const isTold = (event: EventBody): boolean => !silent.has(event.type);

/** The way a matter came in. */
export const sayChannel = (channel: string, say: Say): string =>
  say([`matter.channel.${channel}`, 'matter.channel.other']);

interface Wording {
  readonly key: string;
  readonly values: Record<string, unknown>;
}
type Words = (event: EventBody, titleOf: TitleOf, say: Say, now: number) => Wording;

const stepIn = (title: Title | undefined): string => (title === undefined ? '' : titled(title));
const organOf = (value: Json | undefined, titleOf: TitleOf): string => titleOf(text(value)) ?? '';

function calledIn(event: EventBody, titleOf: TitleOf, say: Say): string {
  const children = event.data['children'];
  if (!Array.isArray(children)) return '';
  const titles = children.flatMap((child: Json) => {
    const organ =
      typeof child === 'object' && child !== null && 'organ' in child ? child['organ'] : undefined;
    const title = organOf(organ, titleOf);
    return title === '' ? [] : [title];
  });
  return titles.join(say('matter.comma'));
}

/** What somebody proposes calls no organ in. */
const isProposal = ({ data }: EventBody): boolean => data['reason'] === undefined;

/** Children of a whistle report in; those of a topic carry out a measure, whose name stands as the reason. */
function isWhistle({ data }: EventBody): boolean {
  const [first] = Array.isArray(data['children']) ? data['children'] : [];
  return (
    typeof first === 'object' && first !== null && 'procedure' in first && first['procedure'] === 'report-in'
  );
}

/** What was entrusted to an organ, as it is called, by the matter that was opened for it. */
export const entrustedIn = (record: readonly EventBody[]): ReadonlyMap<string, string> =>
  new Map(
    record
      .filter((event) => event.type === 'children-opened' && !isProposal(event) && !isWhistle(event))
      .flatMap(({ data }) => idsIn(data['children']).map((id) => [id, text(data['reason'])] as const)),
  );

function openedWords({ data }: EventBody, _: TitleOf, say: Say): Wording {
  const channel = text(data['channel']);
  if (channel === 'matter') return { key: 'openedByMatter', values: {} };
  const tied = count(data['matters']);
  if (tied > 0) return { key: 'begunWith', values: { count: tied } };
  if (data['procedure'] !== 'complaint') return { key: 'begun', values: {} };
  return { key: 'opened', values: { channel: sayChannel(channel, say) } };
}

function withLength(key: string, keyWithLength: string, by: Json | undefined, say: Say): Wording {
  const length = lengthText(by, say);
  return length === undefined ? { key, values: {} } : { key: keyWithLength, values: { length } };
}

/** 1,850. */
const figure = (n: unknown): string => Number(n).toLocaleString('en');
const headsIn = (value: Json | undefined): string =>
  figure(typeof value === 'object' && value !== null && 'heads' in value ? value['heads'] : 0);
/** Of a roll of homes, one person who came is one home. */
const presentIn =
  (key: string): Words =>
  ({ data }) => ({
    key: countsHomes((data['turnout'] ?? []) as unknown as readonly LegResult[]) ? `${key}Homes` : key,
    values: { due: headsIn(data['roll']), present: headsIn(data['present']) },
  });

const dayIn = (value: Json | undefined, now: number, say: Say): string =>
  dayText(noonOf(text(value)), now, say);

const countedKeys: Readonly<Record<string, string>> = {
  passed: 'votePassed',
  failed: 'voteFailed',
  elected: 'voteElected',
  'run-off': 'voteRunOff',
};
const titlesIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((each: Json) =>
        typeof each === 'object' && each !== null && 'title' in each ? [text(each['title'])] : [],
      )
    : [];

/** Clocks that nobody can be late for: what their time brings. */
const momentsThat: Readonly<Record<string, string>> = {
  starts: 'meetingTime',
  objections: 'rollUnopposed',
  roll: 'rollStood',
  opens: 'boxOpened',
  closes: 'boxClosed',
};

const worded: Readonly<Record<string, Words>> = {
  opened: openedWords,
  'step-entered': ({ data, stepTitle }, _, say, now) => {
    const clocks = data['clocks'];
    const limit =
      typeof clocks === 'object' && clocks !== null && 'limit' in clocks ? clocks['limit'] : undefined;
    return typeof limit === 'number'
      ? { key: 'enteredUntil', values: { step: stepIn(stepTitle), until: limitText(limit, now, say) } }
      : { key: 'entered', values: { step: stepIn(stepTitle) } };
  },
  assigned: ({ data }, titleOf) => {
    const organ = organOf(data['organ'], titleOf);
    if (organ !== '' && data['taken'] === true) return { key: 'taken', values: { organ } };
    return organ === '' ? { key: 'assignedSomewhere', values: {} } : { key: 'assigned', values: { organ } };
  },
  'children-opened': (event, titleOf, say) => {
    if (isProposal(event)) return { key: 'proposed', values: {} };
    const organs = calledIn(event, titleOf, say);
    if (!isWhistle(event)) return { key: 'entrusted', values: { organs, what: text(event.data['reason']) } };
    return organs === ''
      ? { key: 'calledInSome', values: { count: count(event.data['children']) } }
      : { key: 'calledIn', values: { organs } };
  },
  'extension-asked': ({ data }, _, say) =>
    withLength('extension-asked', 'extensionAskedFor', data['by'], say),
  'extension-decided': ({ data }, _, say) =>
    data['granted'] === true
      ? withLength('extensionGranted', 'extensionGrantedFor', data['by'], say)
      : { key: 'extensionRefused', values: {} },
  'exclusion-decided': ({ data }) => ({
    key: data['granted'] === true ? 'exclusionGranted' : 'exclusionRefused',
    values: {},
  }),
  rated: ({ data }, _, say) => ({
    key: data['by'] === 'phone' ? 'ratedByPhone' : 'rated',
    values: {
      solved: say(data['solved'] === true ? 'matter.rate.solved' : 'matter.rate.unsolved'),
      satisfied: say(`matter.rate.${text(data['satisfied'])}`),
    },
  }),
  'clock-passed': ({ data, stepTitle }) =>
    typeof data['clock'] === 'string' && data['clock'] in momentsThat
      ? { key: momentsThat[data['clock']] ?? '', values: {} }
      : data['late'] === true
        ? { key: 'late', values: { step: stepIn(stepTitle) } }
        : { key: 'clockPassed', values: { step: stepIn(stepTitle) } },
  ended: ({ stepTitle }) => ({ key: 'ended', values: { step: stepIn(stepTitle) } }),
  published: ({ data }, _, say, now) => ({
    key: 'published',
    values: { until: typeof data['until'] === 'number' ? limitText(data['until'], now, say) : '' },
  }),
  'opinion-registered': ({ data }) => ({ key: 'opinion-registered', values: { n: data['n'] } }),
  'opinion-answered': ({ data }) => ({
    key: data['adopted'] === true ? 'opinionAdopted' : 'opinionNotAdopted',
    values: { n: data['n'] },
  }),
  discussed: ({ data }) => ({ key: 'discussed', values: { count: data['opinions'] } }),
  joined: ({ data }) => ({ key: text(data['joined']) === '' ? 'joined' : 'joinedForCaller', values: {} }),
  convened: ({ data }, _, say, now) => ({
    key: 'convened',
    values: { starts: momentText(Number(data['startsAt']), now, say) },
  }),
  'meeting-begun': presentIn('meeting-begun'),
  'not-quorate': presentIn('not-quorate'),
  'stood-aside': ({ data }) => ({ key: 'stood-aside', values: { no: data['no'] } }),
  resolved: ({ data }) => ({
    key: data['outcome'] === 'passed' ? 'resolutionPassed' : 'resolutionFailed',
    values: {},
  }),
  'roll-frozen': ({ data }) => ({ key: 'roll-frozen', values: { heads: headsIn(data['roll']) } }),
  'roll-corrected': ({ data }) => ({ key: 'roll-corrected', values: { heads: headsIn(data['roll']) } }),
  'roll-objection-decided': ({ data }) => ({
    key: data['upheld'] === true ? 'rollObjectionUpheld' : 'rollObjectionRefused',
    values: {},
  }),
  nominated: ({ data }) => ({ key: 'nominated', values: { name: text(data['name']) } }),
  'vote-announced': ({ data }, _, say, now) => ({
    key: 'vote-announced',
    values: {
      opens: momentText(Number(data['opensAt']), now, say),
      closes: limitText(Number(data['closesAt']), now, say),
    },
  }),
  'vote-counted': ({ data }, _, say) => ({
    key: countedKeys[text(data['outcome'])] ?? 'voteFailed',
    values: { names: titlesIn(data['elected']).join(say('matter.comma')) },
  }),
  'parent-decided': ({ data }) => ({
    key: data['outcome'] === 'chosen' ? 'parentChose' : 'parentPassedOver',
    values: {},
  }),
  allocated: ({ data }) => ({
    key: 'allocated',
    values: {
      all: count(data['projects']),
      count: count(data['selected']),
      spent: figure(data['spent']),
    },
  }),
  'offices-taken': ({ data }, _, say, now) => ({
    key: 'offices-taken',
    values: {
      names: titlesIn(data['people']).join(say('matter.comma')),
      from: dayIn(data['from'], now, say),
      until: dayIn(data['until'], now, say),
    },
  }),
  'office-ended': ({ data }, _, say, now) => ({
    key: 'office-ended',
    values: { name: text(data['name']), on: dayIn(data['on'], now, say) },
  }),
  linked: ({ data }) => ({ key: 'linked', values: { count: count(data['matters']) } }),
};

/** What happened, as a sentence without its subject. */
export function sayEvent(event: EventBody, titleOf: TitleOf, say: Say, now: number): string {
  if (event.did !== undefined) return titled(event.did);
  const wording = worded[event.type]?.(event, titleOf, say, now) ?? { key: event.type, values: {} };
  return say(`matter.event.${wording.key}`, {
    ...wording.values,
    ...wordsAt(event),
    defaultValue: say('matter.event.other'),
  });
}

/** Who must act, each by organ and post. */
export const sayActors = (actors: NonNullable<MatterBody['next']>['who'], say: Say): string =>
  actors
    .map(({ organ, titles }) => {
      const posts = titles.map(titled).join(say('matter.comma'));
      return organ === undefined ? posts : `${titled(organ)} · ${posts}`;
    })
    .join(say('matter.comma'));

/** A post in its organ, or the one of them that is known. */
export function saySeat(organ: Title | undefined, post: Title | undefined, say: Say): string {
  if (organ !== undefined && post !== undefined)
    return say('matter.by.seat', { organ: titled(organ), post: titled(post) });
  const known = organ ?? post;
  return known === undefined ? '' : titled(known);
}

/** Who did it, by seat and name as far as the reader may know. */
export function sayActor({ type, data, by }: EventBody, say: Say): string {
  if (type === 'opened' && data['channel'] === 'matter') return '';
  if (by.me === true) return say('matter.by.me');
  if (by.role === 'system') return say('matter.by.system');
  const seat = saySeat(by.organ, by.post, say);
  if (seat !== '') return by.name === undefined ? seat : `${seat} ${by.name}`;
  if (by.name !== undefined) return by.name;
  return by.called === undefined ? say('matter.by.person') : titled(by.called);
}
